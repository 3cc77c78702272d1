import { type PersonRequest, settled } from '../requests/request.ts';
import { seatsAreOffered } from '../selection/admission.ts';
import { joinedParts, type Parts } from '../shared/database/commit.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import type { Accepting } from './accepting.ts';
import type { Dependencies } from './dependencies.ts';
import type { Enrolment } from './enrolment.ts';
import { freeOffered, offeredBy, seatEvent } from './offer.ts';
import { movedPlace, type Place } from './place.ts';
import { changedSeat, type Seat } from './seat.ts';
import { codeKey, issuedLetter } from './verification-code.ts';

export type OfferAnswer =
  | { readonly outcome: 'ACCEPT'; readonly enrolment: Omit<Enrolment, 'reference' | 'at'> }
  | { readonly outcome: 'DECLINE'; readonly reason?: string };

/** Accepts or declines an offered seat. The first answer counts, as long as the clock has not let the offer lapse. */
export async function answerOffer(
  deps: Pick<Dependencies, 'admissions' | 'requests' | 'seats' | 'letters' | 'commit' | 'random'> & {
    readonly accepting: Accepting;
  },
  given: { readonly request: string; readonly generation: number; readonly answer: OfferAnswer },
  now: Instant,
): Promise<'answered' | 'somebody-was-first'> {
  const { answer } = given;
  return decideAgainOnConflict(async () => {
    const was = await deps.requests.get(given.request);
    if (was?.state !== 'OPEN' || was.generation !== given.generation) return 'somebody-was-first';
    const offered = await offeredBy(deps, was);
    const admission = await deps.admissions.get(was.context);
    if (!offered || !admission || !seatsAreOffered(admission)) return 'somebody-was-first';
    const { place, seat } = offered;
    const { changes, events, outbox } =
      answer.outcome === 'ACCEPT'
        ? joinedParts([
            take(deps, was, place, seat, answer.enrolment, now),
            await deps.accepting({ ...place, seat: seat.id }, now),
          ])
        : decline(deps, was, place, seat, now);
    const reason = answer.outcome === 'DECLINE' ? answer.reason : undefined;
    await deps.commit({
      changes: [
        deps.requests.save(settled(was, { outcome: answer.outcome, by: place.reference, at: now, reason }), was),
        ...changes,
        // A cancellation in this very moment wins.
        deps.admissions.isStill(admission.roundId, admission.state),
      ],
      events: [
        {
          subject: place.reference,
          type: answer.outcome === 'ACCEPT' ? 'OfferAccepted' : 'OfferDeclined',
          by: 'applicant',
          at: now,
          data: { request: was.id, seat: seat.id },
        },
        ...events,
      ],
      outbox,
    });
    return 'answered';
  }, tries.shared);
}

function take(
  deps: Pick<Dependencies, 'seats' | 'letters' | 'random'>,
  request: PersonRequest,
  place: Place,
  seat: Seat,
  enrolment: Omit<Enrolment, 'reference' | 'at'>,
  now: Instant,
): Parts {
  const { reference, roundId } = place;
  const letter = issuedLetter({ reference, roundId, now }, deps.random);
  return {
    changes: [
      deps.seats.savePlace(movedPlace(place, 'accept', now, { letter: codeKey(letter.code) }), place),
      ...deps.letters.create(letter),
      deps.seats.saveSeat(changedSeat(seat, now, { stuck: undefined }, 'accept'), seat),
      deps.seats.putEnrolment({ ...enrolment, reference, at: now }),
    ],
    events: [seatEvent(seat, 'SeatTaken', 'applicant', now, { reference })],
    outbox: [
      ...(request.callback ? [{ kind: 'resume' as const, callback: request.callback }] : []),
      { kind: 'mail', template: 'seat-accepted', to: { applicant: reference }, ids: { seat: seat.id } },
    ],
  };
}

function decline(
  deps: Pick<Dependencies, 'seats'>,
  request: PersonRequest,
  place: Place,
  seat: Seat,
  now: Instant,
): Parts {
  const freed = freeOffered(deps, seat, request, { why: 'declined', by: 'applicant', now });
  return {
    changes: [deps.seats.savePlace(movedPlace(place, 'decline', now, { seat: undefined }), place), ...freed.changes],
    events: freed.events,
    outbox: [
      ...freed.outbox,
      { kind: 'mail', template: 'seat-declined', to: { applicant: place.reference }, ids: { request: request.id } },
    ],
  };
}

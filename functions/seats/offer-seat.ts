import { type AskDependencies, type Asking, askOrAttach, type Question } from '../requests/ask.ts';
import type { Plan } from '../requests/plan.ts';
import { presentRunOf } from '../runs/run.ts';
import type { AskStep } from '../runs/steps.ts';
import { type Admission, seatsAreOffered } from '../selection/admission.ts';
import { openSeat } from '../selection/allocation.ts';
import { Conflict, Fault } from '../shared/errors.ts';
import type { OutcomeOf } from '../shared/names.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import type { Dependencies } from './dependencies.ts';
import type { seatsSteps } from './joints.ts';
import { offerKey, offerKind, seatEvent } from './offer.ts';
import { offerPlan } from './offer-deadline.ts';
import { offeringRound } from './offering-round.ts';
import { movedPlace, type Place } from './place.ts';
import { changedSeat, type Seat } from './seat.ts';
import type { WaitlistGuard } from './seats-table.ts';
import { waitlistGuard } from './waitlist.ts';

type OfferAsking = Asking<OutcomeOf<typeof seatsSteps, 'offer-seat'>>;

type Needed = Pick<Dependencies, 'admissions' | 'commit' | 'people' | 'random' | 'requests' | 'rounds' | 'seats'> &
  AskDependencies;

/**
 * *Offer the seat*: to whom the ranking gave it, else to the next who waits. An offer that is open already is waited
 * for again. If nobody waits, or the waitlist has ended, the seat is left idle, and its run ends.
 */
export const offerSeat = (deps: Needed, { reference, run, token }: AskStep, now: Instant): Promise<void> =>
  askOrAttach(deps, reference, { run, token }, now, () => decide(deps, reference, run, now), tries.nextInLine);

async function decide(deps: Needed, id: string, run: string, now: Instant): Promise<OfferAsking> {
  const seat = await deps.seats.seat(id);
  if (!seat || presentRunOf(id, seat) !== run) return { outcome: 'SUPERSEDED' };
  switch (seat.state) {
    case 'TAKEN':
      return { outcome: 'ACCEPT' };
    case 'CLOSED':
      return { outcome: 'ENDED' };
    case 'OFFERED':
      return { ask: await openOffer(deps, seat) };
    case 'VACANT':
      return offerVacant(deps, seat, now);
  }
}

async function openOffer(deps: Needed, seat: Seat): Promise<Question<'seat-offer'>> {
  const request = await deps.requests.byAskKey(offerKey(seat));
  if (!request || !seat.reference) throw new Fault('RequestMissing', { seat: seat.id });
  return question(seat, seat.reference, request.plan);
}

async function offerVacant(deps: Needed, seat: Seat, now: Instant): Promise<OfferAsking> {
  const admission = await deps.admissions.get(seat.roundId);
  if (!admission) throw new Fault('AdmissionMissing', { round: seat.roundId });
  if (!seatsAreOffered(admission)) {
    await close(deps, seat, admission, now);
    return { outcome: admission.cancelled ? 'CANCELLED' : 'ENDED' };
  }
  const { rules } = await offeringRound(deps, admission);
  const plan = offerPlan(rules.offer, now);
  const guard = await waitlistGuard(deps, seat.roundId);
  const next = plan && (await nextFor(deps, seat, admission));
  if (!plan || !next) {
    await leaveIdle(deps, seat, guard, now);
    return { outcome: plan && !admission.waitlistClosedAt ? 'NOBODY' : 'ENDED' };
  }
  const offered = changedSeat(seat, now, { reference: next.reference, offers: seat.offers + 1, idle: false }, 'offer');
  return {
    ask: {
      ...question(offered, next.reference, plan),
      changes: [
        deps.seats.saveSeat(offered, seat),
        deps.seats.savePlace(movedPlace(next, 'offer', now, { seat: seat.id }), next),
        ...deps.seats.leaveWaitlist(next),
      ],
      events: [seatEvent(seat, 'SeatOffered', 'system:run', now, { reference: next.reference, offer: offered.offers })],
    },
  };
}

/** A seat of a quota goes to the first of the quota, and to the first of all if none of the quota waits. */
async function nextFor(
  { seats }: Pick<Dependencies, 'seats'>,
  seat: Seat,
  admission: Pick<Admission, 'waitlistClosedAt'>,
): Promise<Place | undefined> {
  const intended = seat.intended ? await seats.place(seat.intended) : undefined;
  if (intended?.state === 'WAITING') return intended;
  if (admission.waitlistClosedAt) return undefined;
  const ofQuota = seat.kind === openSeat ? undefined : await seats.nextWaiting(seat.roundId, seat.kind);
  const reference = ofQuota ?? (await seats.nextWaiting(seat.roundId));
  if (!reference) return undefined;
  const next = await seats.place(reference);
  if (next?.state !== 'WAITING') throw new Conflict('who waited has moved on');
  return next;
}

const question = (seat: Seat, reference: string, plan: Plan): Question<'seat-offer'> => ({
  kind: offerKind,
  askKey: offerKey(seat),
  subject: reference,
  context: seat.roundId,
  outcomes: ['ACCEPT', 'DECLINE'],
  assignee: { applicant: reference },
  plan,
  mail: 'seat-offered',
  changes: [],
});

async function leaveIdle(deps: Needed, seat: Seat, guard: WaitlistGuard, now: Instant): Promise<void> {
  if (seat.idle) return;
  await deps.commit({
    changes: [deps.seats.saveSeat(changedSeat(seat, now, { idle: true }), seat), deps.seats.raiseGuard(guard)],
    events: [seatEvent(seat, 'SeatLeftIdle', 'system:run', now)],
  });
}

const close = (deps: Needed, seat: Seat, admission: Admission, now: Instant): Promise<void> =>
  deps.commit({
    changes: [deps.seats.saveSeat(changedSeat(seat, now, { idle: false }, 'close'), seat)],
    events: [seatEvent(seat, 'SeatClosed', 'system:run', now, { round: admission.state })],
  });

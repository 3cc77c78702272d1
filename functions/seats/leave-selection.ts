import type { Leaving as LeavingPort, Left } from '../applications/leaving.ts';
import { cancelled } from '../requests/request.ts';
import { startOf } from '../runs/run.ts';
import { seatsAreOffered } from '../selection/admission.ts';
import type { Parts } from '../shared/database/commit.ts';
import type { Instant } from '../shared/time.ts';
import type { Dependencies } from './dependencies.ts';
import { freeOffered, offerKey, seatEvent } from './offer.ts';
import { movedPlace, nextPlaceState, type Place } from './place.ts';
import { changedSeat, type Seat } from './seat.ts';

type Needed = Pick<Dependencies, 'seats' | 'requests' | 'admissions'>;

interface Leaving {
  readonly by: string;
  readonly now: Instant;
}

const nothing: Left = { changes: [], events: [], outbox: [] };

/**
 * Takes an applicant who withdraws out of the selection: off the waitlist, or from the seat, which goes on to the next
 * one at once. Nothing for who has no place, or a final answer.
 */
export async function leaveSelection(deps: Needed, reference: string, leaving: Leaving): Promise<Left> {
  const place = await deps.seats.place(reference);
  if (!place || !nextPlaceState(place.state, 'withdraw')) return nothing;
  const { by, now } = leaving;
  const seat = place.seat ? await deps.seats.seat(place.seat) : undefined;
  const parts = [
    placeLeaves(deps, place, leaving),
    await reconsiderationEnds(deps, place, leaving),
    ...(place.state === 'OFFERED' && seat ? [await offerEnds(deps, seat, leaving)] : []),
    ...(place.state === 'ACCEPTED' && seat ? [await seatIsGivenBack(deps, seat, place, leaving)] : []),
  ];
  return {
    changes: parts.flatMap(({ changes }) => changes),
    events: [
      {
        subject: reference,
        type: 'PlaceLeft',
        by,
        at: now,
        data: { from: place.state, ...(seat && { seat: seat.id }) },
      },
      ...parts.flatMap(({ events }) => events),
    ],
    outbox: parts.flatMap(({ outbox }) => outbox),
    ...(seat && { mail: 'seat-given-back' }),
  };
}

/** Lets go of an application that is withdrawn. */
export const placeLeaving =
  (deps: Needed): LeavingPort =>
  (reference, leaving) =>
    leaveSelection(deps, reference, leaving);

const placeLeaves = ({ seats }: Needed, place: Place, { now }: Leaving): Parts => ({
  changes: [
    seats.savePlace(movedPlace(place, 'withdraw', now, { seat: undefined }), place),
    ...(place.state === 'WAITING' ? seats.leaveWaitlist(place) : []),
  ],
  events: [],
  outbox: [],
});

/**
 * Ends whatever an applicant has in a round that was cancelled, for the commit that tells them. Nothing for who has no
 * place, or a final answer.
 */
export async function cancelPlace(deps: Needed, reference: string, leaving: Leaving): Promise<Parts> {
  const place = await deps.seats.place(reference);
  if (!place || !nextPlaceState(place.state, 'cancel')) return nothing;
  const { by, now } = leaving;
  const seat = place.seat ? await deps.seats.seat(place.seat) : undefined;
  const request = place.state === 'OFFERED' && seat ? await deps.requests.byAskKey(offerKey(seat)) : undefined;
  const look = await reconsiderationEnds(deps, place, leaving, 'CANCELLED');
  return {
    changes: [
      deps.seats.savePlace(movedPlace(place, 'cancel', now, { seat: undefined }), place),
      ...(place.state === 'WAITING' ? deps.seats.leaveWaitlist(place) : []),
      ...(seat ? [deps.seats.saveSeat(changedSeat(seat, now, closing, 'close'), seat)] : []),
      ...(place.state === 'ACCEPTED' ? [deps.seats.removeEnrolment(reference)] : []),
      ...(request?.state === 'OPEN' ? [deps.requests.save(cancelled(request, 'CANCELLED', by, now), request)] : []),
      ...look.changes,
    ],
    events: [
      { subject: reference, type: 'PlaceCancelled', by, at: now, data: { from: place.state } },
      ...(seat ? [seatEvent(seat, 'SeatClosed', by, now, { why: 'cancelled' })] : []),
    ],
    outbox: [
      ...(request?.state === 'OPEN' && request.callback
        ? [{ kind: 'resume' as const, callback: request.callback }]
        : []),
      ...look.outbox,
    ],
  };
}

const closing = { reference: undefined, stuck: undefined, idle: false };

async function reconsiderationEnds(
  { requests, seats }: Needed,
  place: Place,
  { by, now }: Leaving,
  outcome: 'WITHDRAWN' | 'CANCELLED' = 'WITHDRAWN',
): Promise<Parts> {
  const request = place.lookAgain ? await requests.get(place.lookAgain) : undefined;
  if (request?.state !== 'OPEN') return nothing;
  return {
    changes: [requests.save(cancelled(request, outcome, by, now), request), seats.closeReconsideration(place)],
    events: [],
    outbox: request.callback ? [{ kind: 'resume', callback: request.callback }] : [],
  };
}

async function offerEnds(deps: Needed, seat: Seat, { by, now }: Leaving): Promise<Parts> {
  const request = await deps.requests.byAskKey(offerKey(seat));
  const freed = freeOffered(deps, seat, request, { why: 'withdrawn', by, now });
  if (request?.state !== 'OPEN') return freed;
  return {
    ...freed,
    changes: [...freed.changes, deps.requests.save(cancelled(request, 'WITHDRAWN', by, now), request)],
  };
}

/** Until the waitlist has ended the seat's next run offers it on; afterwards it stays empty. */
async function seatIsGivenBack(deps: Needed, seat: Seat, place: Place, { by, now }: Leaving): Promise<Parts> {
  const admission = await deps.admissions.get(seat.roundId);
  const goesOn = admission !== undefined && seatsAreOffered(admission);
  const next = goesOn
    ? changedSeat(seat, now, { ...closing, run: seat.run + 1 }, 'free')
    : changedSeat(seat, now, closing, 'close');
  return {
    changes: [deps.seats.saveSeat(next, seat), deps.seats.removeEnrolment(place.reference)],
    events: [seatEvent(seat, goesOn ? 'SeatFreed' : 'SeatClosed', by, now, { why: 'given back' })],
    outbox: goesOn ? [startOf('seat-offer', seat.id, next.run)] : [],
  };
}

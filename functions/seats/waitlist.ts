import type { AdmissionRules } from '../rounds/admission-rules.ts';
import { offersEnd } from '../rounds/own-dates.ts';
import { startOf } from '../runs/run.ts';
import { type Admission, seatsAreOffered } from '../selection/admission.ts';
import { openSeat } from '../selection/allocation.ts';
import type { Parts } from '../shared/database/commit.ts';
import { Fault } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import type { Dependencies } from './dependencies.ts';
import { seatEvent } from './offer.ts';
import { offeringRound } from './offering-round.ts';
import { movedPlace, type Place } from './place.ts';
import { changedSeat, type Seat } from './seat.ts';
import type { SeatsTable, WaitlistGuard } from './seats-table.ts';

/** Whether nobody who waits will be offered a seat any more: the last day is all but over, or an operator has closed it. */
export const waitlistHasEnded = (
  admission: Pick<Admission, 'state' | 'releasedAt' | 'waitlistClosedAt'>,
  offer: AdmissionRules['offer'],
  now: Instant,
): boolean => !seatsAreOffered(admission) || admission.waitlistClosedAt !== undefined || now >= offersEnd(offer);

/** Where somebody stands on the waitlist now, and where they began; nothing for who is not on it. */
export async function waitlistPosition(
  { seats }: Pick<Dependencies, 'seats'>,
  place: Place | undefined,
): Promise<{ readonly number: number; readonly began: number } | undefined> {
  if (place?.state !== 'WAITING' || place.waitlistNumber === undefined) return undefined;
  return { number: await seats.waitlistNumber(place), began: place.waitlistNumber };
}

/** To be read before whatever the decision rests on: who waits, and whether the waitlist has ended. */
export async function waitlistGuard({ seats }: Pick<Dependencies, 'seats'>, roundId: string): Promise<WaitlistGuard> {
  const guard = await seats.guard(roundId);
  if (!guard) throw new Fault('ResultsMissing', { round: roundId });
  return guard;
}

export type PutOnWaitlist = { readonly kind: 'ended' } | ({ readonly kind: 'waiting'; readonly place: Place } & Parts);

/**
 * Puts somebody who was not selected on the waitlist, `order` as `orderOf` makes it, for the commit of a granted second
 * look. A seat that nobody was there for is offered at once. It takes no seat from anybody. To be decided again on
 * Conflict.
 */
export async function putOnWaitlist(
  deps: Pick<Dependencies, 'seats' | 'admissions' | 'rounds'>,
  was: Place,
  given: { readonly order: string; readonly by: string; readonly now: Instant },
): Promise<PutOnWaitlist> {
  const { seats } = deps;
  const { by, now, order } = given;
  const guard = await waitlistGuard(deps, was.roundId);
  const admission = await deps.admissions.get(was.roundId);
  if (!admission) throw new Fault('AdmissionMissing', { round: was.roundId });
  const { rules, capacity } = await offeringRound(deps, admission);
  if (waitlistHasEnded(admission, rules.offer, now)) return { kind: 'ended' };
  const before = await seats.waitlistNumber({ ...was, order });
  const place = movedPlace(was, 'admit', now, { order, waitlistNumber: before + 1 });
  const idle = idleFor(place, await seats.seatsOf(was.roundId, capacity));
  const woken = idle ? wake(seats, idle, by, now) : undefined;
  return {
    kind: 'waiting',
    place,
    changes: [
      seats.savePlace(place, was),
      ...seats.enterWaitlist(place),
      seats.raiseGuard(guard),
      ...(woken?.changes ?? []),
    ],
    events: [
      {
        subject: was.reference,
        type: 'PutOnWaitlist',
        by,
        at: now,
        data: { order, number: before + 1, ...(idle && { seat: idle.id }) },
      },
      ...(woken?.events ?? []),
    ],
    outbox: woken?.outbox ?? [],
  };
}

/** Starts the next run of a seat that nobody was there for. */
export function wake(seats: SeatsTable, seat: Seat, by: string, now: Instant): Parts {
  const next = changedSeat(seat, now, { idle: false, stuck: undefined, run: seat.run + 1 });
  return {
    changes: [seats.saveSeat(next, seat)],
    events: [seatEvent(seat, 'SeatOfferedAgain', by, now)],
    outbox: [startOf('seat-offer', seat.id, next.run)],
  };
}

/** A seat of one of their quotas first, then an open one: those of other quotas wait for who is in them. */
function idleFor({ quotas }: Place, seats: readonly Seat[]): Seat | undefined {
  const idle = seats.filter((seat) => seat.state === 'VACANT' && seat.idle);
  return idle.find(({ kind }) => quotas.includes(kind)) ?? idle.find(({ kind }) => kind === openSeat) ?? idle[0];
}

import type { AdmissionRules } from '../rounds/admission-rules.ts';
import { waitlistEnd } from '../rounds/own-dates.ts';
import { presentRunOf } from '../runs/run.ts';
import type { CountStep } from '../runs/steps.ts';
import { type Admission, changedAdmission, roundSubject } from '../selection/admission.ts';
import { type Counted, counted } from '../selection/counting.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { OutcomeOf } from '../shared/names.ts';
import { businessDayEnd, type Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import type { Dependencies } from './dependencies.ts';
import type { seatsSteps } from './joints.ts';
import { seatEvent } from './offer.ts';
import { offeringRound } from './offering-round.ts';
import { changedSeat, type Seat } from './seat.ts';
import type { WaitlistGuard } from './seats-table.ts';
import { waitlistGuard, waitlistHasEnded, wake } from './waitlist.ts';

type Needed = Pick<Dependencies, 'admissions' | 'seats' | 'rounds' | 'commit'>;

/** Seats changed in one commit. */
const inOneCommit = 40;
/** Each with its event and the start of its run. */
const wokenAtOnce = 30;

/**
 * *Count the seats*: goes on to the confirmation once nothing can change any more. That is when the waitlist has ended
 * and no offer is open; or when every seat is settled, nobody waits, and nobody can be put on the waitlist any more.
 * Seats that are empty then are closed. A seat that was left idle although somebody waits (the last day was extended)
 * is offered again.
 */
export async function countSeats(
  deps: Needed,
  { reference: roundId, run, checks }: CountStep,
  now: Instant,
): Promise<Counted<OutcomeOf<typeof seatsSteps, 'count-seats'>>> {
  return decideAgainOnConflict(async () => {
    const was = await deps.admissions.get(roundId);
    if (was?.state !== 'SEATING' || presentRunOf(roundId, was) !== run) {
      return counted('MOVED', { done: 0, of: 0, checks });
    }
    const { rules, capacity } = await offeringRound(deps, was);
    const guard = await waitlistGuard(deps, roundId);
    const seats = await deps.seats.seatsOf(roundId, capacity);
    const done = seats.filter(({ state }) => state === 'TAKEN' || state === 'CLOSED').length;
    const numbers = { done, of: seats.length, checks };
    switch (await seatsCounted(deps, was, rules, seats, now)) {
      case 'open':
        return counted('WAIT', numbers);
      case 'idle although somebody waits':
        await wakeIdle(deps, was, seats, now);
        return counted('WAIT', numbers);
      case 'settled':
        await conclude(deps, was, seats, guard, now);
        return counted('CONFIRMING', { ...numbers, done: seats.length });
    }
  }, tries.ofRound);
}

async function seatsCounted(
  deps: Needed,
  admission: Admission,
  rules: AdmissionRules,
  seats: readonly Seat[],
  now: Instant,
): Promise<'open' | 'settled' | 'idle although somebody waits'> {
  const beingOffered = seats.some(({ state, idle }) => state === 'OFFERED' || (state === 'VACANT' && !idle));
  const offered = seats.some(({ state }) => state === 'OFFERED');
  if (now >= waitlistEnd(rules.offer)) return offered ? 'open' : 'settled';
  if (waitlistHasEnded(admission, rules.offer, now)) return beingOffered ? 'open' : 'settled';
  const waiting = await deps.seats.nextWaiting(admission.roundId);
  if (waiting) {
    return seats.some(({ state, idle }) => state === 'VACANT' && idle) ? 'idle although somebody waits' : 'open';
  }
  return beingOffered || (await mayBeJoined(deps, admission, rules, now)) ? 'open' : 'settled';
}

/** Whether a reconsideration may still put somebody on the waitlist. */
async function mayBeJoined(
  { seats }: Needed,
  { roundId, releasedAt }: Admission,
  { lookAgain }: AdmissionRules,
  now: Instant,
): Promise<boolean> {
  return (
    (releasedAt && now < businessDayEnd(releasedAt, lookAgain.within)) || (await seats.reconsiderationsAreOpen(roundId))
  );
}

async function wakeIdle(deps: Needed, { roundId }: Admission, seats: readonly Seat[], now: Instant): Promise<void> {
  const idle = seats.filter((seat) => seat.state === 'VACANT' && seat.idle).slice(0, wokenAtOnce);
  const parts = idle.map((seat) => wake(deps.seats, seat, 'system:run', now));
  await deps.commit({
    changes: parts.flatMap(({ changes }) => changes),
    events: [
      {
        subject: roundSubject(roundId),
        type: 'IdleSeatsOfferedAgain',
        by: 'system:run',
        at: now,
        data: { seats: idle.map(({ number }) => number) },
      },
      ...parts.flatMap(({ events }) => events),
    ],
    outbox: parts.flatMap(({ outbox }) => outbox),
  });
}

async function conclude(
  deps: Needed,
  was: Admission,
  seats: readonly Seat[],
  guard: WaitlistGuard,
  now: Instant,
): Promise<void> {
  const empty = seats.filter(({ state }) => state === 'VACANT');
  const few = empty.slice(0, inOneCommit);
  const all = few.length === empty.length;
  await deps.commit({
    changes: [
      ...few.map((seat) =>
        deps.seats.saveSeat(changedSeat(seat, now, { idle: false, stuck: undefined }, 'close'), seat),
      ),
      ...(all
        ? [
            deps.admissions.save(changedAdmission(was, now, { progress: undefined }, 'seat'), was),
            deps.seats.raiseGuard(guard),
          ]
        : []),
    ],
    events: [
      {
        subject: roundSubject(was.roundId),
        type: all ? 'SeatsSettled' : 'SeatsClosed',
        by: 'system:run',
        at: now,
        data: { taken: seats.filter(({ state }) => state === 'TAKEN').length, empty: empty.length },
      },
      ...few.map((seat) => seatEvent(seat, 'SeatClosed', 'system:run', now)),
    ],
  });
  if (!all) {
    const closed = new Set(few.map(({ id }) => id));
    const rest = seats.filter(({ id }) => !closed.has(id));
    await conclude(deps, was, rest, guard, now);
  }
}

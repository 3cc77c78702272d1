import { startOf } from '../runs/run.ts';
import { roundSubject } from '../selection/admission.ts';
import { openSeat } from '../selection/allocation.ts';
import type { Snapshot } from '../selection/snapshot.ts';
import { Fault } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import { offerPlan } from './offer-deadline.ts';
import { offeringRound } from './offering-round.ts';
import type { Page } from './release-page.ts';
import { newSeat, type Seat, seatInRun } from './seat.ts';

/** Seats made in one commit, each with its event and the start of its run. */
const inOneCommit = 30;

/**
 * Makes the seats of the round and starts their runs. The first commit also sets the moment of the release.
 * @throws where seats were given and the waitlist has ended, so that they could not be offered: an operator extends it.
 */
export async function releaseSeats({ deps, was, snapshot, from, now, next }: Page): Promise<void> {
  const { roundId } = was;
  const { rules } = await offeringRound(deps, was);
  const given = snapshot.entries.some(({ outcome }) => outcome.outcome === 'SEAT');
  if (given && !offerPlan(rules.offer, now)) throw new Fault('WaitlistHasEnded', { round: roundId });
  const all = seatsOf(snapshot, now);
  const seats = all.slice(from, from + inOneCommit);
  const to = from + seats.length;
  const first = from === 0;
  await deps.commit({
    changes: [
      deps.admissions.save(
        next(
          to < all.length ? { phase: 'seats', done: to } : { phase: 'mails', done: 0 },
          first ? { releasedAt: now } : {},
        ),
        was,
      ),
      ...(first ? [deps.seats.createGuard(roundId)] : []),
      ...seats.map((seat) => deps.seats.createSeat(seat)),
    ],
    events: [
      {
        subject: roundSubject(roundId),
        type: first ? 'ResultsReleased' : 'SeatsMade',
        by: 'system:run',
        at: now,
        data: { snapshot: snapshot.number, hash: snapshot.snapshotHash, from, to },
      },
    ],
    outbox: seats.filter(seatInRun).map(({ id, run }) => startOf('seat-offer', id, run)),
  });
}

/** Seats that the ranking could not give to anybody are idle until somebody is put on the waitlist. */
function seatsOf({ roundId, seating, entries }: Snapshot, now: Instant): Seat[] {
  const given = new Map(
    entries.flatMap(({ reference, outcome }) =>
      outcome.outcome === 'SEAT' ? [[outcome.seat, { kind: outcome.kind, intended: reference }] as const] : [],
    ),
  );
  return Array.from({ length: seating.capacity }, (_, index) => {
    const number = index + 1;
    const seat = given.get(number);
    return newSeat({ roundId, number, kind: openSeat, idle: !seat, ...seat, now });
  });
}

import { startOf } from '../runs/run.ts';
import { roundSubject } from '../selection/admission.ts';
import { openSeat } from '../selection/allocation.ts';
import type { SnapshotEntries, SnapshotHead } from '../selection/snapshot-items.ts';
import { Fault } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import { offerPlan } from './offer-deadline.ts';
import { offeringRound } from './offering-round.ts';
import type { Page } from './release-page.ts';
import { newSeat, type Seat, seatInRun } from './seat.ts';

/** Seats made in one commit, each with its event and the start of its run. */
const inOneCommit = 30;

/** Entries looked through at a time for those who have a seat. */
const lookedThrough = 500;

/**
 * Makes the seats of the round and starts their runs. The first commit also sets the moment of the release.
 * @throws if seats were given and the waitlist has ended, so that they could not be offered: an operator extends it.
 */
export async function releaseSeats({ deps, was, head, entries, from, now, next }: Page): Promise<void> {
  const { roundId } = was;
  const { rules } = await offeringRound(deps, was);
  const given = await seatsGiven(head, entries);
  if (given.size > 0 && !offerPlan(rules.offer, now)) throw new Fault('WaitlistHasEnded', { round: roundId });
  const all = seatsOf(head, given, now);
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
        data: { snapshot: head.number, hash: head.snapshotHash, from, to },
      },
    ],
    outbox: seats.filter(seatInRun).map(({ id, run }) => startOf('seat-offer', id, run)),
  });
}

/** Who has which seat, by its number. They are near the top, so that hardly more is read than they. */
async function seatsGiven(head: SnapshotHead, entries: SnapshotEntries) {
  const given = new Map<number, { readonly kind: string; readonly intended: string }>();
  for (let from = 0; from < head.count && given.size < head.seating.capacity; from += lookedThrough) {
    for (const { reference, outcome } of await entries(from, from + lookedThrough)) {
      if (outcome.outcome === 'SEAT') given.set(outcome.seat, { kind: outcome.kind, intended: reference });
    }
  }
  return given;
}

/** Seats that the ranking could not give to anybody are idle until somebody is put on the waitlist. */
const seatsOf = (
  { roundId, seating }: SnapshotHead,
  given: Awaited<ReturnType<typeof seatsGiven>>,
  now: Instant,
): Seat[] =>
  Array.from({ length: seating.capacity }, (_, index) => {
    const number = index + 1;
    const seat = given.get(number);
    return newSeat({ roundId, number, kind: openSeat, idle: !seat, ...seat, now });
  });

import * as z from 'zod';
import { namedRun, runParts } from '../runs/run.ts';
import { runIndexOf } from '../runs/run-index.ts';
import { audited } from '../shared/database/chain-head.ts';
import { storedObject } from '../shared/database/stored.ts';
import { lifecycle, type MoveOf } from '../shared/lifecycle.ts';
import type { Instant } from '../shared/time.ts';

export const seatStates = ['VACANT', 'OFFERED', 'TAKEN', 'CLOSED'] as const;
export type SeatState = (typeof seatStates)[number];

export const seatLifecycle = lifecycle('Seats', seatStates, {
  offer: { VACANT: 'OFFERED' },
  accept: { OFFERED: 'TAKEN' },
  /** Declined, lapsed, or its holder withdrew. */
  free: { OFFERED: 'VACANT', TAKEN: 'VACANT' },
  /** The waitlist has ended, or the round was cancelled. */
  close: { VACANT: 'CLOSED', OFFERED: 'CLOSED', TAKEN: 'CLOSED' },
});
export type SeatMove = MoveOf<typeof seatLifecycle>;

/** One seat of a round. A run is under way while it is offered, or free with somebody waiting. */
export const seatSchema = storedObject({
  id: z.string(),
  roundId: z.string(),
  /** From 1. */
  number: z.number().int().positive(),
  /** `open`, or the id of the quota that it is kept for. */
  kind: z.string(),
  state: z.enum(seatStates),
  revision: z.number().int().positive(),
  ...audited,
  ...runParts,
  /** Whose it is, or to whom it is offered. */
  reference: z.string().optional(),
  /** Who is offered it first, by the ranking. */
  intended: z.string().optional(),
  /** How often it was offered: names the request of an offer. */
  offers: z.number().int().nonnegative(),
  /** Free, and nobody is waiting: no run, until somebody is put on the waitlist. */
  idle: z.boolean(),
});
export type Seat = z.infer<typeof seatSchema>;

/** `academy-2027h1-seat-07`: also the name of its first run. */
export const seatId = (roundId: string, number: number): string => `${roundId}-seat-${String(number).padStart(2, '0')}`;

/** Whether a run has to be under way, were it not stuck. */
export const seatInRun = (seat: Pick<Seat, 'state' | 'idle'>): boolean =>
  seat.state === 'OFFERED' || (seat.state === 'VACANT' && !seat.idle);

const indexed = (next: Seat): Seat => ({
  ...next,
  needsRun: runIndexOf(next.id, { stuck: next.stuck, inRun: seatInRun(next) }),
});

export const newSeat = (given: {
  readonly roundId: string;
  readonly number: number;
  readonly kind: string;
  readonly intended?: string;
  /** Nobody is there for it. */
  readonly idle?: boolean;
  readonly now: Instant;
}): Seat =>
  indexed({
    id: seatId(given.roundId, given.number),
    roundId: given.roundId,
    number: given.number,
    kind: given.kind,
    intended: given.intended,
    state: 'VACANT',
    revision: 1,
    run: given.idle ? 0 : 1,
    offers: 0,
    idle: given.idle ?? false,
    changedAt: given.now,
  });

/** The next revision, by a move of the lifecycle or, without one, in the same state. */
export function changedSeat(seat: Seat, now: Instant, change: Partial<Seat>, move?: SeatMove): Seat {
  const state = seatLifecycle.moved(seat.state, move);
  const named = namedRun(seat.id, seat, change);
  return indexed({ ...seat, ...named, ...change, state, revision: seat.revision + 1, changedAt: now });
}

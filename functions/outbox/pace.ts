import type { DeliverDependencies } from './deliver.ts';
import type { OutboxDraft } from './entry.ts';
import type { PaceTable } from './pace-table.ts';

type Kind = OutboxDraft['kind'];

/** How many of a kind leave in a second at most, over all workers; a kind without a rate leaves at once. */
export type Rates = Readonly<Partial<Record<Kind, number>>>;

/** Milliseconds for which an entry may wait while its worker holds it: with all the rest less than a try may take. */
export const longestWait = 30_000;

export interface PaceDependencies {
  readonly table: PaceTable;
  readonly rates: Rates;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly sleep: (milliseconds: number) => Promise<unknown>;
}

/** Turns by appointment: each books the next free moment of its kind, moments lie evenly apart, and nobody asks twice. */
export function pacer({ table, rates, clock, sleep }: PaceDependencies): DeliverDependencies['turn'] {
  /** The next free moments as this worker saw them last: they only ever move on. */
  const seen = new Map<Kind, number>();

  const book = async (kind: Kind, step: number, until: number): Promise<number | undefined> => {
    const now = clock();
    const latest = Math.max(now, Math.min(until, now + longestWait));
    const free = seen.get(kind) ?? 0;
    if (free > latest) return undefined;
    const booking = await (free < now ? table.begin(kind, step, now) : table.queue(kind, step, now, latest));
    if ('booked' in booking) {
      seen.set(kind, booking.booked + step);
      return booking.booked;
    }
    seen.set(kind, booking.free ?? 0);
    return book(kind, step, until);
  };

  return async (kind, until) => {
    const rate = rates[kind];
    if (rate === undefined) return true;
    const moment = await book(kind, Math.ceil(1000 / rate), Date.parse(until));
    if (moment === undefined) return false;
    const wait = moment - clock();
    if (wait > 0) await sleep(wait);
    return true;
  };
}

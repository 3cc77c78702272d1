import type { Booking, PaceTable } from '../../../functions/outbox/pace-table.ts';

/** The pace table in memory, with the conditions of its writes. */
export function memoryPace() {
  const moments = new Map<string, number>();
  let writes = 0;
  const book = async (kind: string, step: number, from: (free: number | undefined) => number | undefined) => {
    writes += 1;
    const free = moments.get(kind);
    const booked = from(free);
    if (booked === undefined) return { free } satisfies Booking;
    moments.set(kind, booked + step);
    return { booked } satisfies Booking;
  };
  const table: PaceTable = {
    queue: (kind, step, now, latest) =>
      book(kind, step, (free) => (free !== undefined && free >= now && free <= latest ? free : undefined)),
    begin: (kind, step, now) => book(kind, step, (free) => (free === undefined || free < now ? now : undefined)),
  };
  return { table, writes: () => writes };
}

/** Time that passes only where somebody sleeps, for all of them together. */
export function sleepers(begin: number) {
  let now = begin;
  const waiting: { readonly at: number; readonly wake: () => void }[] = [];
  /** Lets everything that is awake come to rest. */
  const rest = () => new Promise<void>((resolve) => setImmediate(resolve));
  return {
    clock: () => now,
    sleep: (milliseconds: number) => new Promise<void>((wake) => void waiting.push({ at: now + milliseconds, wake })),
    /** Wakes one after the other, until all that was begun has ended. */
    until: async (all: Promise<unknown>): Promise<void> => {
      let ended = false;
      const end = all.finally(() => {
        ended = true;
      });
      for (await rest(); !ended; await rest()) {
        const next = waiting.sort((a, b) => a.at - b.at).shift();
        if (!next) continue;
        now = Math.max(now, next.at);
        next.wake();
      }
      await end;
    },
  };
}

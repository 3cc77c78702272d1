import { slotsTable } from '../../../functions/outbox/slots-table.ts';
import { memoryDatabase } from './memory-database.ts';

/** The table of the slots on the database in memory. */
export function memorySlots() {
  const memory = memoryDatabase({ quick: true });
  let calls = 0;
  const table = slotsTable(memory.db, 'pace');
  return {
    table: {
      ...table,
      book: (...given: Parameters<typeof table.book>) => {
        calls += 1;
        return table.book(...given);
      },
    },
    /** How often a moment was asked for. */
    calls: () => calls,
  };
}

/** Time that passes only if somebody sleeps, for all of them together. */
export function sleepers(begin: number) {
  let now = begin;
  const waiting: { readonly at: number; readonly wake: () => void }[] = [];
  /** Lets everything that is awake come to rest. */
  const rest = () => new Promise<void>((resolve) => setImmediate(resolve));
  const add = (one: { readonly at: number; readonly wake: () => void }): void => {
    const after = waiting.findIndex(({ at }) => at > one.at);
    waiting.splice(after === -1 ? waiting.length : after, 0, one);
  };
  return {
    clock: () => now,
    sleep: (milliseconds: number) => new Promise<void>((wake) => add({ at: now + milliseconds, wake })),
    /** Wakes one after the other, until all that was begun has ended. */
    until: async (all: Promise<unknown>): Promise<void> => {
      let ended = false;
      const end = all.finally(() => {
        ended = true;
      });
      for (await rest(); !ended; await rest()) {
        const next = waiting.shift();
        if (!next) continue;
        now = Math.max(now, next.at);
        next.wake();
      }
      await end;
    },
  };
}

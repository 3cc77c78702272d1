import { mock } from 'node:test';

/** Milliseconds since 1970, and what happens then. */
interface Due {
  readonly at: number;
  readonly number: number;
  readonly act: () => void;
}

const before = (one: Due, other: Due): boolean =>
  one.at < other.at || (one.at === other.at && one.number < other.number);

/** What is due next comes first: a binary heap, since hundreds of thousands wait. */
class Agenda {
  readonly #heap: Due[] = [];

  get next(): Due | undefined {
    return this.#heap[0];
  }

  add(due: Due): void {
    const heap = this.#heap;
    let at = heap.push(due) - 1;
    for (let parent = (at - 1) >> 1; at > 0; at = parent, parent = (at - 1) >> 1) {
      const above = heap[parent];
      if (!above || before(above, due)) break;
      heap[at] = above;
      heap[parent] = due;
    }
  }

  take(): Due | undefined {
    const heap = this.#heap;
    const [first] = heap;
    const last = heap.pop();
    if (!last || heap.length === 0) return first;
    let at = 0;
    for (;;) {
      const [left, right] = [heap[2 * at + 1], heap[2 * at + 2]];
      const below = right && left && before(right, left) ? right : left;
      if (!below || before(last, below)) break;
      heap[at] = below;
      at = below === left ? 2 * at + 1 : 2 * at + 2;
    }
    heap[at] = last;
    return first;
  }
}

/** Time that passes only if nothing is left to do at a moment; `setTimeout` goes by it too. */
export function virtualClock(begin: number) {
  const agenda = new Agenda();
  let now = begin;
  let number = 0;
  const later = (act: () => void, milliseconds = 0): void => {
    number += 1;
    agenda.add({ at: now + Math.max(0, milliseconds), number, act });
  };
  mock.method(globalThis, 'setTimeout', later);
  /** Until all that is awake has come to rest. */
  const rest = () => new Promise<void>((resolve) => setImmediate(resolve));

  return {
    now: () => now,
    sleep: (milliseconds: number) => new Promise<void>((wake) => later(wake, milliseconds)),
    /** Lets time pass until something has ended. */
    until: async (all: Promise<unknown>): Promise<void> => {
      let ended = false;
      const end = all.finally(() => {
        ended = true;
      });
      for (await rest(); !ended; await rest()) {
        const moment = agenda.next?.at;
        if (moment === undefined) throw new Error('everything waits for something that never comes');
        now = moment;
        while (agenda.next?.at === moment) agenda.take()?.act();
      }
      await end;
    },
    restore: () => mock.restoreAll(),
  };
}
export type VirtualClock = ReturnType<typeof virtualClock>;

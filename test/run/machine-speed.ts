import { createHash } from 'node:crypto';

/*
 * A CPU second is no measure by itself: the same file takes half as much again on another machine, and on the same one
 * beside other work, when two programs share a core's caches. So the same piece of work is done at the end of each test
 * file, and the seconds of a run are told beside what it took.
 */

/** What an item looks like that is written and read: large enough together to be thrown out of a cache. */
const items = Array.from({ length: 300 }, (_, index) => ({
  pk: `application#A-27H1-${index}`,
  answers: { name: '김하늘', motivation: 'Payments that a shop of one person can take. '.repeat(8) },
  history: Array.from({ length: 12 }, (_turn, turn) => ({
    at: 1_700_000_000_000 + turn * index,
    by: `person-${turn}`,
  })),
}));

function work(): number {
  const text = JSON.stringify(items);
  const hash = createHash('sha256').update(text).digest('hex');
  const words = new Map<string, number>();
  for (const [word] of text.matchAll(/[\w-]{3,}/gu)) words.set(word, (words.get(word) ?? 0) + 1);
  const read: unknown = JSON.parse(text);
  return Array.isArray(read) ? words.size + hash.length + read.length : 0;
}

/** CPU seconds of this process for a fixed piece of work, the better of two: the first may have to be compiled. */
export function workSeconds(): number {
  const took = [1, 2].map(() => {
    const before = process.cpuUsage();
    if (work() < 1) throw new Error('nothing was done');
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1e6;
  });
  return Math.min(...took);
}

/**
 * What the work takes on the machine on which test/budgets.ts was last measured (2 cores of a Xeon, in the workers of Vitest).
 * Whoever measures the budgets anew on another machine replaces it with what `npm test` prints there.
 */
export const usualWorkSeconds = 0.006;

/** How much dearer a CPU second's work is here than there, in the middle of all measurements; 1 if there are none. */
export function slownessOf(measured: readonly number[]): number {
  const sorted = measured.toSorted((a, b) => a - b);
  const middle = sorted[Math.floor(sorted.length / 2)];
  return middle === undefined ? 1 : middle / usualWorkSeconds;
}

/** For people: the sum as it was counted, and as it would have been on the machine of the budgets. */
export const comparable = (cpu: number, slowness: number): string =>
  `${cpu.toFixed(0)} CPU seconds (a fixed piece of work takes ${slowness.toFixed(2)} times what it takes on the machine ` +
  `of the budgets: ${(cpu / slowness).toFixed(0)} there)`;

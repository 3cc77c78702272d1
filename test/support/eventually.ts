import { setTimeout as sleep } from 'node:timers/promises';

/** Asks again until there is an answer; a run on the local cloud takes tenths of a second, never this long. */
export async function eventually<Value>(
  what: string,
  ask: () => Promise<Value | undefined | false>,
  { seconds = 30, every = 60 }: { readonly seconds?: number; readonly every?: number } = {},
): Promise<Value> {
  const end = Date.now() + seconds * 1000;
  let problem: unknown;
  while (Date.now() < end) {
    try {
      const answer = await ask();
      if (answer !== undefined && answer !== false) return answer;
    } catch (error) {
      problem = error;
    }
    await sleep(every);
  }
  throw new Error(`waited ${seconds} s in vain: ${what}`, { cause: problem });
}

import { availableParallelism, loadavg } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { countBytes, maxBytes } from './answered-bytes.ts';

/** Why what is waited for cannot come any more; nothing, as long as it can. */
type Hopeless = (what: string) => Promise<string | undefined>;

const reasons = new Set<Hopeless>();

/** Ends every wait at once, with the cause, as soon as there is one; until the function takes it away. */
export function endWaitsBy(reason: Hopeless): () => void {
  reasons.add(reason);
  return () => void reasons.delete(reason);
}

async function hopeless(what: string): Promise<string | undefined> {
  for (const reason of reasons) {
    const found = await reason(what);
    if (found) return found;
  }
  return undefined;
}

const long = 10;
let waits: string[] = [];

/** The waits of more than ten seconds since it was last asked, as they passed on the clock. */
export function longWaits(): string[] {
  const found = waits;
  waits = [];
  return found;
}

/** How often more processes want a core than there are cores, up to three times: then everything takes that much longer. */
const slowness = (): number => Math.min(3, Math.max(1, (loadavg()[0] ?? 0) / availableParallelism()));

/**
 * Asks again until there is an answer; a run on the local cloud takes tenths of a second, and on a slow machine seconds.
 * The limit is far from both, and below the five minutes after which the sweep would mend what was lost. Ends at once if
 * the answer cannot come any more, and if a round of asking moves more than is allowed.
 * @param given.seconds how long it may take on a machine that does nothing else
 */
export async function eventually<Value>(
  what: string,
  ask: () => Promise<Value | undefined | false>,
  { seconds = 90, every = 60 }: { readonly seconds?: number; readonly every?: number } = {},
): Promise<Value> {
  const began = Date.now();
  let [waited, at] = [0, began];
  let problem: unknown;
  while (waited < seconds) {
    // Found before it is asked once more: what came together with the cause still counts.
    const reason = await hopeless(what);
    const round = await countBytes(async () => {
      try {
        return await ask();
      } catch (error) {
        problem = error;
        return undefined;
      }
    });
    if (round.bytes > maxBytes) {
      throw new Error(`asking once for "${what}" moves ${round.bytes} bytes: more than ${maxBytes}`);
    }
    if (round.value !== undefined && round.value !== false) {
      const passed = Math.round((Date.now() - began) / 1000);
      if (passed > long) waits.push(`${passed} s for "${what}"`);
      return round.value;
    }
    if (reason) throw new Error(`"${what}" cannot come any more: ${reason}`, { cause: problem });
    // What has taken long may as well take a tenth longer, and each time it is asked costs all of us a little.
    await sleep(Math.max(every, Math.min(250, (Date.now() - began) / 10)));
    const since = Date.now() - at;
    at += since;
    waited += since / 1000 / slowness();
  }
  throw new Error(`waited ${seconds} s in vain: ${what}`, { cause: problem });
}

import type { Context } from 'aws-lambda';
import { deliverAll } from '../outbox/deliver.ts';
import { minutesATry } from '../outbox/entry.ts';
import { addMinutes, type Instant } from '../shared/time.ts';
import { wordless } from '../shared/wordless.ts';
import { openDelivery } from './open-delivery.ts';

const { dependencies, outbox, logger, fellBehind, flush } = openDelivery();

/** Whatever is due, batch after batch, until the time is up; each entry once. */
const sweep = wordless(logger, async (end: Instant): Promise<{ due: number; behind: boolean }> => {
  const seen = new Set<string>();
  let behind = false;
  while (!behind) {
    const ids = (await outbox.due(dependencies.clock())).filter((id) => !seen.has(id));
    if (ids.length === 0) break;
    for (const id of ids) seen.add(id);
    behind = !(await deliverAll(dependencies, ids, { lanes: 16, waitUntil: end, beginUntil: end }));
    if (behind) fellBehind();
    flush();
  }
  return { due: seen.size, behind };
});

/** The guarantee, on the clock. */
export const handler = (_event: unknown, context: Pick<Context, 'getRemainingTimeInMillis'>) =>
  sweep(addMinutes(dependencies.clock(), context.getRemainingTimeInMillis() / 60_000 - minutesATry));

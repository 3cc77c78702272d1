import { wordless } from '../shared/wordless.ts';
import { deliverAll } from './deliver.ts';
import { openDelivery } from './wiring.ts';

const { dependencies, outbox, logger, flush } = openDelivery();

/** Milliseconds after which no further batch is begun: the function may run for four minutes. */
const timeToSpend = 150_000;

/** The guarantee: whatever is due, on the clock, batch after batch while there is time. */
export const handler = wordless(logger, async (): Promise<{ due: number }> => {
  const begun = performance.now();
  const seen = new Set<string>();
  while (performance.now() - begun < timeToSpend) {
    const ids = (await outbox.due(dependencies.clock())).filter((id) => !seen.has(id));
    if (ids.length === 0) break;
    for (const id of ids) seen.add(id);
    await deliverAll(dependencies, ids, 8);
  }
  flush();
  return { due: seen.size };
});

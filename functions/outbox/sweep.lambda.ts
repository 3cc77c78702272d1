import { wordless } from '../shared/wordless.ts';
import { deliverAll } from './deliver.ts';
import { openDelivery } from './wiring.ts';

const { dependencies, outbox, logger, flush } = openDelivery();

/** The guarantee: whatever is due, on the clock. */
export const handler = wordless(logger, async (): Promise<{ due: number }> => {
  const ids = await outbox.due(dependencies.clock());
  await deliverAll(dependencies, ids);
  flush();
  return { due: ids.length };
});

import { deliverAll } from './deliver.ts';
import { openDelivery } from './wiring.ts';

const { dependencies, outbox, flush } = openDelivery();

/** The guarantee: whatever is due, on the clock. */
export const handler = async (): Promise<{ due: number }> => {
  const ids = await outbox.due(dependencies.clock());
  await deliverAll(dependencies, ids);
  flush();
  return { due: ids.length };
};

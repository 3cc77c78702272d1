import * as z from 'zod';
import { deliverAll } from './deliver.ts';
import { openDelivery } from './wiring.ts';

const { dependencies, flush } = openDelivery();

/** DynamoDB stream records of new entries; only the id is needed. */
const eventSchema = z.object({
  Records: z.array(z.object({ dynamodb: z.object({ Keys: z.object({ id: z.object({ S: z.string() }) }) }) })),
});

/** The fast path: entries as they are stored. Never throws: what goes wrong is the sweep's. */
export const handler = async (event: unknown): Promise<void> => {
  const records = eventSchema.safeParse(event);
  const ids = records.success ? records.data.Records.map((record) => record.dynamodb.Keys.id.S) : [];
  await deliverAll(dependencies, ids);
  flush();
};

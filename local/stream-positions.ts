import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';

/** The part of MiniStack's saved Lambda state that says how far each function has read which stream. */
const savedSchema = z.looseObject({
  payload: z.looseObject({
    dynamodb_stream_positions: z.looseObject({ data: z.record(z.string(), z.number()) }),
  }),
});

/**
 * MiniStack 1.5.33 saves how far each Lambda has read a DynamoDB stream, but not the stream: after a start it would
 * skip as many new records as there were before, and mails would leave by the clock only. Reading begins at the
 * beginning of the new, empty stream instead.
 */
export function rewindStreams(servicesDirectory: string): void {
  const file = join(servicesDirectory, 'lambda.json');
  if (!existsSync(file)) return;
  const saved = savedSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!saved.success) return;
  const { data } = saved.data.payload.dynamodb_stream_positions;
  for (const stream of Object.keys(data)) data[stream] = 0;
  writeFileSync(file, JSON.stringify(saved.data));
}

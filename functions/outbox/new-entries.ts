import * as z from 'zod';
import { type Instant, toInstant } from '../shared/time.ts';

/** DynamoDB stream records of new entries: id, kind and template, and when DynamoDB stored them, in seconds. */
const recordSchema = z.object({
  dynamodb: z.object({
    ApproximateCreationDateTime: z.number().optional(),
    NewImage: z.object({
      id: z.object({ S: z.string() }),
      errand: z.object({
        M: z.object({ kind: z.object({ S: z.string() }), template: z.object({ S: z.string() }).optional() }),
      }),
      heldUntil: z.unknown().optional(),
    }),
  }),
});
const eventSchema = z.object({ Records: z.array(z.unknown()) });

export interface NewEntry {
  readonly id: string;
  readonly template?: string;
  /** By DynamoDB's clock, which no worker's can put wrong. */
  readonly storedAt?: Instant;
}

/**
 * The new entries; mails last, which may have to wait for a slot longest. What cannot be read and what is held back are
 * the sweep's.
 */
export function newEntries(event: unknown): NewEntry[] {
  const records = eventSchema.safeParse(event).data?.Records ?? [];
  const entries = records.flatMap((record): { readonly isMail: boolean; readonly entry: NewEntry }[] => {
    const found = recordSchema.safeParse(record).data?.dynamodb;
    if (!found || found.NewImage.heldUntil !== undefined) return [];
    const { id, errand } = found.NewImage;
    const seconds = found.ApproximateCreationDateTime;
    const storedAt = seconds === undefined ? undefined : toInstant(new Date(seconds * 1000));
    return [{ isMail: errand.M.kind.S === 'mail', entry: { id: id.S, template: errand.M.template?.S, storedAt } }];
  });
  const kept = (mails: boolean) => entries.filter(({ isMail }) => isMail === mails).map(({ entry }) => entry);
  return [...kept(false), ...kept(true)];
}

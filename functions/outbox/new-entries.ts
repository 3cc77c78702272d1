import * as z from 'zod';

/** DynamoDB stream records of new entries: id and kind. */
const eventSchema = z.object({
  Records: z.array(
    z.object({
      dynamodb: z.object({
        NewImage: z.object({
          id: z.object({ S: z.string() }),
          errand: z.object({ M: z.object({ kind: z.object({ S: z.string() }) }) }),
        }),
      }),
    }),
  ),
});

/** The ids of new entries; mails last, which may have to wait for a turn longest. */
export function newEntries(event: unknown): string[] {
  const parsed = eventSchema.safeParse(event);
  if (!parsed.success) return [];
  const entries = parsed.data.Records.map(({ dynamodb: { NewImage } }) => ({
    id: NewImage.id.S,
    isMail: NewImage.errand.M.kind.S === 'mail',
  }));
  return [...entries.filter(({ isMail }) => !isMail), ...entries.filter(({ isMail }) => isMail)].map(({ id }) => id);
}

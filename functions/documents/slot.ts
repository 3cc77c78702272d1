import * as z from 'zod';
import type { Text } from '../shared/i18n.ts';
import { addDays, type Instant, type LocalDate, seoulDateOf } from '../shared/time.ts';
import { formatNames } from './formats.ts';

/** What one file may have at most: 20 MB, as people and their file managers count. */
export const mostBytes = 20 * 1024 * 1024;
export const mostMegabytes = mostBytes / 1024 / 1024;

/** Files that one slot takes, whatever became of them: whoever needs more has to ask. */
export const mostFiles = 30;

const text: z.ZodType<Text> = z.object({ ko: z.string().min(1), en: z.string().min(1) });

/** A document that somebody is asked for, as whoever asks says it; plain data. */
export const slotSchema = z.object({
  id: z.string().regex(/^[a-z][a-z0-9-]{0,39}$/u),
  label: text,
  hint: text.optional(),
  required: z.boolean(),
  formats: z.array(z.enum(formatNames)).min(1),
  /** It counts only if it was issued so many days before it is sent, at most; the day itself is 0. */
  issuedWithinDays: z.number().int().positive().optional(),
});
export type Slot = z.infer<typeof slotSchema>;

/** The first day of issue that still counts on a day. */
export const oldestIssue = (within: number, on: LocalDate): LocalDate => addDays(on, -within);

export type IssueFault = 'too-old' | 'not-yet';

/** What is wrong with the day on which a document was issued, if it is sent now. */
export function issueFault(
  { issuedWithinDays }: Pick<Slot, 'issuedWithinDays'>,
  issuedOn: LocalDate | undefined,
  now: Instant,
): IssueFault | undefined {
  if (issuedWithinDays === undefined || issuedOn === undefined) return undefined;
  const today = seoulDateOf(now);
  if (issuedOn > today) return 'not-yet';
  return issuedOn < oldestIssue(issuedWithinDays, today) ? 'too-old' : undefined;
}

import * as z from 'zod';
import { idSchema } from '../rounds/round-parts.ts';
import { type CheckedFile, checkYaml } from '../shared/files/check-yaml.ts';
import { localDateSchema } from '../shared/time.ts';

const days = z.int().min(1).max(60).describe('Business days.');
const person = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/);

/** Who is asked first, in how long, and by whom next. */
const officer = z.strictObject({
  first: person.describe('By the id of the people file.'),
  deputy: person.optional(),
  escalation: person.optional(),
  within: days,
  remindAfter: z.array(days).max(5),
});

const claimsFileSchema = z.strictObject({
  kind: z.literal('claims'),
  id: idSchema,
  example: z.boolean().describe('An example that finance has not confirmed.'),
  lecturer: z.strictObject({
    within: days.describe('What a lecturer has to answer.'),
    remindAfter: z.array(days).length(2).describe('Two reminders; then the manager decides.'),
  }),
  manager: officer,
  finance: officer,
  payDay: z.int().min(1).max(28).describe('The day of the month from which on wages of the month before are paid.'),
  leastDays: days.describe('What a claim takes at least from its draft to its payment.'),
  closings: z
    .array(
      z.strictObject({
        year: z.int().min(2000).max(2999),
        day: localDateSchema.describe('The last day on which the year’s lines pay without a decision.'),
      }),
    )
    .default([]),
  muchMorePercent: z.int().min(101).max(1000).describe('Of last month: what is more is told.'),
  longDayMinutes: z.int().min(60).max(1440).describe('What is longer in one day is told.'),
  secondOfficerAbove: z.int().min(0).optional().describe('Won: a larger claim is approved by two of finance.'),
  settleWithin: days
    .default(20)
    .describe('How long a correction waits for a further claim, before it is paid by itself or asked back.'),
  repayWithin: days.describe('What a lecturer has to pay back what was too much.'),
  repayRemind: z
    .strictObject({
      before: days.describe('So long before the day on which it is due.'),
      after: days.describe('So long after it.'),
      finance: days.describe('So long after it finance is told.'),
    })
    .default({ before: 3, after: 3, finance: 10 })
    .describe('When a lecturer is reminded of it, and finance is told.'),
  spotCheck: z
    .strictObject({
      percent: z.int().min(0).max(100).describe('Of the approved claims, as they are drawn.'),
      within: days.describe('What the one of finance has who looks.'),
    })
    .optional()
    .describe('The share of approved claims that a third person of finance looks at again.'),
});
export type ClaimsFile = z.output<typeof claimsFileSchema>;

/** The JSON schema by which editors check and complete `rules/claims/*.yaml`. */
export const claimsJsonSchema = () => z.toJSONSchema(claimsFileSchema, { io: 'input' });

/** Reads how claims are asked about, and when they are paid. */
export const checkClaimsFile = (yaml: string): CheckedFile<ClaimsFile> =>
  checkYaml(yaml, claimsFileSchema, 'such a file', ({ closings }) =>
    closings.flatMap(({ year, day }, index) =>
      day.startsWith(`${year}-`)
        ? []
        : [{ path: ['closings', index, 'day'], reason: `is ${day}, and should be in ${year}` }],
    ),
  );

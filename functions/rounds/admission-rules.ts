import * as z from 'zod';
import { localDateSchema } from '../shared/time.ts';
import { businessDays, consentSchema, count, idSchema, personIdSchema, textSchema } from './round-parts.ts';

/** The scale of every criterion: whole numbers from 1 to 5. */
export const lowestScore = 1;
export const highestScore = 5;

const criterionSchema = z.strictObject({
  id: idSchema.describe('Stays the same for ever: scores, tie-breaks and explanations name it.'),
  title: textSchema,
  lookFor: textSchema.describe('What a reviewer looks for.'),
  weight: count.max(100).describe('Its share of the score, beside the weights of the others.'),
  anchors: z
    .strictObject({ 1: textSchema, 3: textSchema, 5: textSchema })
    .describe('What the lowest, the middle and the highest score mean; 2 and 4 lie between.'),
});
export type Criterion = z.output<typeof criterionSchema>;

const reviewSchema = z.strictObject({
  reviewers: count.max(5).describe('Reviews of each application.'),
  within: businessDays,
  remindAfter: z.array(businessDays),
  blind: z.boolean().describe('Whether reviewers are shown nothing that tells who applied.'),
  shows: z.array(z.string()).min(1).describe("The form's fields that reviewers are shown, in this order."),
  departmentsApart: z
    .boolean()
    .optional()
    .describe(
      'Whether two departments of one university count as two houses, if both are named. Usually one is a conflict with the other.',
    ),
  divergence: z
    .number()
    .positive()
    .max(4)
    .describe('How far apart two scores of 1 to 5 may be before a further reviewer is asked, who knows of neither.'),
  criteria: z.array(criterionSchema).min(1).max(10),
});

const tieBreakSchema = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('criterion'), criterion: idSchema }),
  z.strictObject({ by: z.literal('median') }),
  z.strictObject({ by: z.literal('mean') }),
]);
export type TieBreak = z.output<typeof tieBreakSchema>;

const quotaParts = {
  id: idSchema,
  title: textSchema,
  seats: count.describe('Seats kept for those to whom it applies.'),
  field: z.string().describe("The form's field that tells to whom it applies."),
};
const quotaSchema = z.discriminatedUnion('rule', [
  /** At least one of the answers in `field` is among the values. */
  z.strictObject({ ...quotaParts, rule: z.literal('any-of'), values: z.array(z.string()).min(1) }),
  /** The number in `field` is at most so large. */
  z.strictObject({ ...quotaParts, rule: z.literal('at-most'), most: z.number() }),
]);
export type Quota = z.output<typeof quotaSchema>;

const rankingSchema = z.strictObject({
  by: z
    .enum(['adjusted', 'mean', 'median'])
    .describe(
      "Which score ranks: adjusted for reviewers' severity (the mean if there is too little data for it), or raw.",
    ),
  tieBreaks: z.array(tieBreakSchema).describe('In this order; what is still equal is drawn by lot.'),
  minimum: z.number().min(lowestScore).max(highestScore).optional().describe('Below this mean nobody is placed.'),
  nearCut: count.describe(
    'How many places above and below a cut, in the line that it cuts, count as near it, for conflicts in the committee.',
  ),
  quotas: z.array(quotaSchema).default([]),
  fill: z
    .enum(['quotas-first', 'open-first'])
    .default('quotas-first')
    .describe(
      'quotas-first: the best of each quota take its seats, then the open seats go by rank. open-first: the open seats go by rank, then the best of each quota among the rest take its seats. A quota seat that nobody is left for is filled by rank.',
    ),
});

const committeeSchema = z.strictObject({
  approvals: count.max(9).describe('How many members have to approve the same ranking.'),
  within: businessDays,
  remindAfter: z.array(businessDays),
});

const offerSchema = z.strictObject({
  answerWithin: businessDays,
  shorten: z
    .array(z.strictObject({ lastDays: businessDays, answerWithin: businessDays }))
    .default([])
    .describe('In the last so many business days of the waitlist an offer has this shorter time.'),
  waitlist: z.strictObject({
    length: z.number().int().nonnegative().describe('How many wait for a seat at most when the results are out.'),
    lastDay: localDateSchema.describe('Until 18:00 in Seoul on this day an offer may be answered.'),
  }),
  leastHours: count
    .max(48)
    .default(3)
    .describe('With less time than this before the end of the waitlist no seat is offered any more.'),
  attendance: textSchema.describe('What who accepts promises about attending, as they would say it.'),
  consents: z.array(consentSchema).default([]).describe('What who accepts a seat agrees to, beside attending.'),
});

const reconsiderationSchema = z.strictObject({
  within: businessDays.describe('How long after the results an applicant may ask a person to look again.'),
  officer: personIdSchema,
  deputy: personIdSchema,
  decideWithin: businessDays,
  remindAfter: z.array(businessDays),
});

const years = count.max(10);
const retentionSchema = z.strictObject({
  refusedYears: years.describe('From the results on, for everybody who does not take part.'),
  enrolledYears: years.describe('From the end of the course on, for those who take part.'),
});

/** How a round goes on after its closing, from the reviews to the last seat. Fixed when the round opens. */
export const admissionRulesSchema = z.strictObject({
  review: reviewSchema,
  ranking: rankingSchema,
  committee: committeeSchema,
  offer: offerSchema,
  lookAgain: reconsiderationSchema,
  retention: retentionSchema.describe('How long what tells who applied is kept; as the consents promise it.'),
});
export type AdmissionRules = z.output<typeof admissionRulesSchema>;

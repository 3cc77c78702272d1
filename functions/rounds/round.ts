import * as z from 'zod';
import { roundCodeSchema } from '../shared/references.ts';
import { type Instant, instantSchema, localDateSchema } from '../shared/time.ts';

const words = z.string().regex(/\S/);
const textSchema = z
  .strictObject({ ko: words, en: words })
  .meta({ id: 'Text', description: 'The same words in Korean and in English.' });

const idSchema = z.string().regex(/^[a-z0-9-]+$/);
/** The id of a member of staff, as loaded from the people file. */
const personIdSchema = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const count = z.number().int().positive();
const businessDays = count.max(60).describe('Business days in Korea.');

/** Forms are code, because their fields are; a round names one of them. */
const formIds = ['academy-v1'] as const;

const ruleParts = {
  id: idSchema.describe('Stays the same for ever: decisions and audit events name it.'),
  field: z.string().describe("The form's field that the rule reads."),
  title: textSchema.describe('The condition, as it stands on the start page.'),
  unmet: textSchema.describe('What an applicant is told who does not meet it, and why.'),
  remedy: textSchema.describe('What the applicant can do about it.'),
};

const ruleSchema = z.discriminatedUnion('rule', [
  /** The birth date in `field` makes the applicant at least so many full years old (만 나이) on the first day. */
  z.strictObject({ ...ruleParts, rule: z.literal('minimum-age'), years: count.max(120), on: z.literal('first-day') }),
  /** At least one of the answers in `field` is among the values. */
  z.strictObject({ ...ruleParts, rule: z.literal('any-of'), values: z.array(z.string()).min(1) }),
  /** The one answer in `field` is the value. */
  z.strictObject({ ...ruleParts, rule: z.literal('equals'), value: z.string() }),
]);
export type EligibilityRule = z.output<typeof ruleSchema>;

/** What the Personal Information Protection Act (art. 15, 17 and 22) wants told, for each consent by itself. */
const consentSchema = z.strictObject({
  id: idSchema,
  required: z.boolean().describe('Only where the programme cannot be run without it.'),
  title: textSchema,
  recipient: textSchema.optional().describe('Who is given the data, where it leaves the academy (art. 17).'),
  purpose: textSchema,
  items: textSchema,
  retention: textSchema,
  refusal: textSchema.describe('The right to refuse, and what follows from it.'),
});

const intakeSchema = z.strictObject({
  officer: personIdSchema,
  deputy: personIdSchema,
  escalation: personIdSchema.describe('Who is told when the deputy has not decided either.'),
  decideWithin: businessDays,
  remindAfter: z.array(businessDays),
  deputyWithin: businessDays.describe('What the deputy has, from the day it passes to them.'),
  question: z
    .strictObject({ answerWithin: businessDays, remindAfter: z.tuple([businessDays, businessDays]) })
    .describe('A question to the applicant: it lapses after two reminders, and the officer decides on what there is.'),
});

/** A round as its file states it; loading gives it its version. */
export const roundDraftSchema = z.strictObject({
  id: idSchema.describe('The name of the file, and part of addresses: academy-2027h1.'),
  code: roundCodeSchema.describe('The first part of every reference: A-27H1.'),
  programme: z.enum(['academy', 'lab', 'pilot']),
  form: z.enum(formIds).describe('The form that applicants fill in: academy-v1.'),
  title: textSchema,
  summary: textSchema,
  whoCanApply: z.array(textSchema).min(1),
  whatHappens: z.array(z.strictObject({ text: textSchema, date: localDateSchema.optional() })).min(1),
  whatIsNeeded: z.array(textSchema).min(1),
  minutes: count.describe('How long it takes to fill in the form.'),
  opensAt: instantSchema.describe('With its offset: 2026-11-02T09:00+09:00.'),
  closesAt: instantSchema.describe('The first moment at which nothing is taken any more: 2027-01-29T18:00+09:00.'),
  resultsOn: localDateSchema.describe('The day by which every applicant has an answer.'),
  firstDay: localDateSchema,
  capacity: count.describe('Seats.'),
  schedule: z.strictObject({ weeks: count, hoursPerWeek: count, days: textSchema }),
  sites: textSchema,
  contact: z.strictObject({
    email: z.email(),
    phone: z.string().regex(/^0\d{1,2}-\d{3,4}-\d{4}$/),
    hours: textSchema,
  }),
  eligibility: z.array(ruleSchema),
  consents: z.array(consentSchema).min(1),
  intake: intakeSchema,
});
export type RoundDraft = z.output<typeof roundDraftSchema>;

/** A loaded round. The version counts the loads; an application records the one that it was made under. */
export const roundSchema = roundDraftSchema.extend({ version: count });
export type Round = z.output<typeof roundSchema>;

export type RoundPhase = 'BEFORE' | 'OPEN' | 'CLOSED';

/** A round is open from the moment it opens until just before the moment it closes. */
export function roundPhase(round: Pick<Round, 'opensAt' | 'closesAt'>, now: Instant): RoundPhase {
  if (now < round.opensAt) return 'BEFORE';
  return now < round.closesAt ? 'OPEN' : 'CLOSED';
}

/** The JSON schema by which editors check and complete `rounds/*.yaml`; kept as `rounds/round.schema.json`. */
export const roundJsonSchema = () => z.toJSONSchema(roundDraftSchema, { io: 'input' });

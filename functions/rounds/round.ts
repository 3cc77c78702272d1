import * as z from 'zod';
import { roundCodeSchema } from '../shared/references.ts';
import { shaped } from '../shared/text/shaped.ts';
import { endSchema, type Instant, instantSchema, localDateSchema } from '../shared/time.ts';
import { admissionRulesSchema } from './admission-rules.ts';
import { moments, placeholderNames } from './moments.ts';
import { renewalForm, renewsSchema } from './renews.ts';
import { residencySchema } from './residency.ts';
import { roundDocumentSchema } from './round-documents.ts';
import { businessDays, consentSchema, count, idSchema, personIdSchema, textSchema } from './round-parts.ts';

/** Forms are code, because their fields are; a round names one of them. */
const formIds = ['academy-v1', 'lab-v1', renewalForm] as const;

/** As calendars name them. */
export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

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
  /** The day in `field` is at most so many full years before the first day; who is not asked for it meets it. */
  z.strictObject({ ...ruleParts, rule: z.literal('at-most-years'), years: count.max(120), on: z.literal('first-day') }),
  /** The one answer in `field` is the value. */
  z.strictObject({ ...ruleParts, rule: z.literal('equals'), value: z.string() }),
]);
export type EligibilityRule = z.output<typeof ruleSchema>;

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

const timeOfDay = shaped(/^([01]\d|2[0-3]):[0-5]\d$/, '19:00');

/** A lesson of every week, at times in Seoul; on public holidays there is none. */
const lessonSchema = z.strictObject({
  weekday: z.enum(weekdays),
  from: timeOfDay.describe('In Seoul: 19:00.'),
  to: timeOfDay,
});

/** A round as its file states it; loading gives it its version. */
export const roundDraftSchema = z.strictObject({
  id: idSchema.describe('The name of the file, and part of addresses: academy-2027h1.'),
  code: roundCodeSchema.describe('The first part of every reference: A-27H1.'),
  programme: z.enum(['academy', 'lab', 'pilot']),
  form: z.enum(formIds).describe(`The form that applicants fill in: ${formIds.join(', ')}.`),
  title: textSchema,
  summary: textSchema,
  whoCanApply: z.array(textSchema).min(1),
  whatHappens: z
    .array(
      z.strictObject({
        text: textSchema.describe(
          'What it is, in a word or two: results. The hour is told with it, if its moment has one.',
        ),
        detail: textSchema.optional().describe('In a sentence.'),
        when: z.enum(moments).optional().describe('The moment of the round at which it happens: its day is told.'),
        date: localDateSchema.optional().describe('A day that the round does not know otherwise.'),
      }),
    )
    .min(1),
  whatIsNeeded: z.array(textSchema).min(1),
  minutes: count.describe('How long it takes to fill in the form.'),
  opensAt: instantSchema.describe('With its offset: 2026-11-02T09:00+09:00.'),
  closesAt: endSchema.describe(
    'The first moment at which nothing is taken any more: 2027-01-29T18:00+09:00, or at the end of the day 2027-01-29T24:00+09:00.',
  ),
  resultsOn: localDateSchema.describe('The day by which every applicant has an answer.'),
  firstDay: localDateSchema,
  capacity: count.describe('Seats.'),
  schedule: z.strictObject({
    weeks: count,
    hoursPerWeek: count,
    days: textSchema,
    sessions: z.array(lessonSchema).default([]),
  }),
  sites: textSchema,
  contact: z.strictObject({
    email: z.email(),
    phone: shaped(/^0\d{1,2}-\d{3,4}-\d{4}$/, '02-1234-5678'),
    hours: textSchema,
  }),
  eligibility: z.array(ruleSchema),
  appeal: textSchema
    .optional()
    .describe(
      'What a refusal says of how it can be appealed against, where lawyers say that it is an administrative disposition (처분): within 90 days, by 행정심판법 art. 27.',
    ),
  documents: z
    .array(roundDocumentSchema)
    .optional()
    .describe('What applicants send as files beside their answers, before the round closes.'),
  residency: residencySchema.optional().describe('Of the Lab: terms, services, agreement.'),
  renews: renewsSchema.optional(),
  consents: z.array(consentSchema).min(1),
  intake: intakeSchema,
  admission: admissionRulesSchema
    .optional()
    .describe('Reviews, ranking, seats and waitlist; a round without it ends with the check of the conditions.'),
});
export type RoundDraft = z.output<typeof roundDraftSchema>;

/** A round as its file states it, and not as it is told: only that is stored. */
export const writtenDraftSchema = roundDraftSchema.brand<'WrittenRound'>();
export type WrittenDraft = z.output<typeof writtenDraftSchema>;

/** A loaded round. The version counts the loads; an application records the one that it was made under. */
export const roundSchema = roundDraftSchema.extend({
  version: count,
  /** For ever, whatever is loaded afterwards; the reason is what everybody is told. */
  cancelled: z.object({ at: instantSchema, reason: z.string() }).optional(),
});
export type Round = z.output<typeof roundSchema>;

/** A loaded round as its file states it. */
export const writtenRoundSchema = roundSchema.brand<'WrittenRound'>();
export type WrittenRound = z.output<typeof writtenRoundSchema>;

export type RoundPhase = 'BEFORE' | 'OPEN' | 'CLOSED';

/** A round is open from the moment it opens until just before the moment it closes; a cancelled one is closed. */
export function roundPhase(
  round: Pick<Round, 'opensAt' | 'closesAt'> & Partial<Pick<Round, 'cancelled'>>,
  now: Instant,
): RoundPhase {
  if (round.cancelled) return 'CLOSED';
  if (now < round.opensAt) return 'BEFORE';
  return now < round.closesAt ? 'OPEN' : 'CLOSED';
}

/** The JSON schema by which editors check and complete `rounds/*.yaml`; kept as `rounds/round.schema.json`. */
export const roundJsonSchema = () =>
  z.toJSONSchema(
    roundDraftSchema.describe(
      `A date or number of the round stands in its texts as a name in braces, told in the form of each language: {firstDay}. There are ${placeholderNames.join(', ')}.`,
    ),
    { io: 'input' },
  );

import * as z from 'zod';
import { idSchema } from '../rounds/round-parts.ts';
import { type LocalDate, localDateSchema } from '../shared/time.ts';
import { endTimeSchema, startTimeSchema } from '../shared/time-of-day.ts';
import { capClasses, extraKinds, wonSchema } from './wages-parts.ts';

/** A lecture is for one audience about one subject: the cohort and the course. */
const lecture = {
  date: localDateSchema,
  cohort: idSchema,
  course: idSchema,
};

const sumSchema = z.int().min(0).max(10_000_000_000).describe('Won.');

export const payeeKinds = ['resident', 'non-resident', 'institution', 'business-with-invoice'] as const;

export const payeeSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('resident'),
    taxClass: z
      .array(z.strictObject({ since: localDateSchema, class: z.enum(['other-income', 'business-income']) }))
      .min(1)
      .describe('By engagement, as finance recorded it, from a day on.'),
  }),
  z.strictObject({
    kind: z.literal('non-resident'),
    treatyPaper: z.string().optional().describe('The paper by which a treaty exempts; without it the tax is withheld.'),
  }),
  z.strictObject({ kind: z.literal('institution'), document: z.string().optional() }),
  z.strictObject({
    kind: z.literal('business-with-invoice'),
    document: z.string().optional().describe('The number of the invoice.'),
  }),
]);
export type Payee = z.output<typeof payeeSchema>;

const standing = { grade: idSchema, cap: z.enum(['none', ...capClasses]) };

/** What one lecturer is paid for at once, and what of the lecturer decides how much. */
export const claimSchema = z.strictObject({
  kind: z.literal('claim'),
  lecturer: z.strictObject({
    ...standing,
    payee: payeeSchema,
    former: z
      .array(z.strictObject({ until: localDateSchema.describe('The last day on which it held.'), ...standing }))
      .optional()
      .describe('Grade and cap of the days before the present ones, the oldest first.'),
  }),
  paidOn: localDateSchema,
  lessons: z
    .array(
      z.strictObject({
        ...lecture,
        start: startTimeSchema,
        end: endTimeSchema.describe('Before the start: on the next day.'),
      }),
    )
    .max(1000),
  extras: z
    .array(z.strictObject({ kind: z.enum(extraKinds), ...lecture, amount: wonSchema }))
    .max(100)
    .default([]),
  cases: z
    .array(
      z.strictObject({
        course: idSchema,
        planned: sumSchema.describe('The taxable gross of the whole case, lecturer and course, as it is planned.'),
        earlier: z
          .array(
            z.strictObject({
              claim: z.string().optional().describe('By which it was paid: what is caught up is remembered by it.'),
              paidOn: localDateSchema,
              gross: sumSchema,
              taxed: z.boolean(),
            }),
          )
          .max(100)
          .default([])
          .describe('What was paid in this case before, and whether tax was withheld from it.'),
        elsewhere: z
          .strictObject({ incomeTax: sumSchema, localTax: sumSchema })
          .optional()
          .describe('What other claims have withheld already for what this one pays in the case.'),
      }),
    )
    .default([]),
});
export type Claim = z.output<typeof claimSchema>;

/** What hours are priced by: the lessons of a claim, or those that a timetable plans for a lecturer. */
export interface Taught {
  readonly lecturer: Pick<Claim['lecturer'], 'grade' | 'cap' | 'former'>;
  readonly lessons: Claim['lessons'];
}

/** Grade and cap of a lecturer on a day. */
export const standingOn = (lecturer: Taught['lecturer'], day: LocalDate): Pick<Taught['lecturer'], 'grade' | 'cap'> =>
  lecturer.former?.find(({ until }) => day <= until) ?? lecturer;

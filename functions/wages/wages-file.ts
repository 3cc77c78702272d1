import * as z from 'zod';
import { idSchema, textSchema } from '../rounds/round-parts.ts';
import { type CheckedFile, checkYaml, type Finding, type Path } from '../shared/files/check-yaml.ts';
import { minutesBetween } from '../shared/time-of-day.ts';
import { claimSchema } from './claim.ts';
import { dated, outOfOrder } from './dated.ts';
import { capClasses, extraKinds, wonSchema } from './wages-parts.ts';

const percentSchema = z.int().min(0).max(100).describe('Per cent, a whole number.');
/** With a local tax of as much again, no more is withheld than is paid. */
const rateSchema = percentSchema.max(50);

const head = {
  id: idSchema,
  title: textSchema,
  example: z
    .boolean()
    .describe(
      'Amounts and rules are examples that finance has not confirmed; every calculation made with them says so.',
    ),
};

export const rateCardSchema = z.strictObject({
  kind: z.literal('rate-card'),
  ...head,
  budgetLine: z.string().regex(/\S/).describe('The line of the budget that hours are paid from.'),
  counting: dated({
    firstHour: z.enum(['a-day', 'a-lesson']).describe('Whether the first hour is paid once a day or once a lesson.'),
    parts: z
      .enum(['minute', 'half-hour', 'full-hour'])
      .describe('What counts of an hour: every minute, or only complete half or full hours.'),
    overMidnight: z
      .enum(['day-it-begins', 'split'])
      .describe(
        'To which day a lesson over midnight belongs: the one on which it begins, or to both with their parts.',
      ),
  }),
  grades: z
    .record(
      idSchema,
      z.strictObject({
        title: textSchema,
        rates: dated({
          first: wonSchema.describe('Won for the first hour.'),
          further: wonSchema.describe('Won for each further hour.'),
        }),
      }),
    )
    .refine((grades) => Object.keys(grades).length > 0, 'should have at least one grade'),
  caps: z.record(
    z.enum(capClasses),
    z.strictObject({
      title: textSchema,
      limits: dated({
        hour: wonSchema.describe('The most for a lecture of up to one hour, manuscript included.'),
        longer: z
          .union([z.literal('each-hour'), z.strictObject({ allPercent: z.int().min(100).max(1000) })])
          .describe('The most for a longer one: so much for each hour, or so many per cent of one hour in all.'),
      }),
    }),
  ),
  extras: z.record(
    z.enum(extraKinds),
    z.strictObject({
      title: textSchema,
      rules: dated({
        capped: z.boolean().describe('Whether the cap of the lecture counts it with the fee.'),
        taxable: z.boolean(),
        budgetLine: z.string().regex(/\S/),
      }),
    }),
  ),
});
export type RateCard = z.output<typeof rateCardSchema>;

export const taxRulesSchema = z.strictObject({
  kind: z.literal('tax'),
  ...head,
  basis: z.literal('paid').describe('The rules in force on the day of payment apply.'),
  otherIncome: z.strictObject({
    deemedExpense: dated({ percent: percentSchema }),
    untaxed: dated({ upTo: wonSchema.describe('Nothing is withheld where the income of a case is at most this.') }),
    rate: dated({ percent: rateSchema }),
  }),
  businessIncome: z.strictObject({ rate: dated({ percent: rateSchema }) }),
  nonResident: z.strictObject({ rate: dated({ percent: rateSchema }) }),
  localTax: dated({ percent: percentSchema.describe('Of the income tax.') }),
  cutting: dated({ below: z.int().min(1).max(1000).describe('Each tax is cut to a multiple of so many won.') }),
});
export type TaxRules = z.output<typeof taxRulesSchema>;

/** What of each lecturer decides how much a timetable will cost, by the ids of the timetable. */
const lecturersSchema = z.strictObject({
  kind: z.literal('lecturers'),
  lecturers: z.record(idSchema, claimSchema.shape.lecturer.pick({ grade: true, cap: true })),
});
export type Lecturers = z.output<typeof lecturersSchema>['lecturers'];

const wagesFileSchema = z.discriminatedUnion('kind', [rateCardSchema, taxRulesSchema, claimSchema, lecturersSchema]);
export type WagesFile = z.output<typeof wagesFileSchema>;

/** The JSON schema by which editors check and complete `rules/wages/*.yaml`. */
export const wagesJsonSchema = () => z.toJSONSchema(wagesFileSchema, { io: 'input' });

/** Reads a rate card, tax rules or an example of a claim. */
export const checkWagesFile = (yaml: string): CheckedFile<WagesFile> =>
  checkYaml(yaml, wagesFileSchema, 'such a file', contradictions);

function contradictions(file: WagesFile): Finding[] {
  switch (file.kind) {
    case 'rate-card':
      return [
        ...outOfOrder(file.counting, ['counting']),
        ...Object.entries(file.grades).flatMap(([id, { rates }]) => outOfOrder(rates, ['grades', id, 'rates'])),
        ...Object.entries(file.caps).flatMap(([id, { limits }]) => outOfOrder(limits, ['caps', id, 'limits'])),
        ...Object.entries(file.extras).flatMap(([id, { rules }]) => [
          ...outOfOrder(rules, ['extras', id, 'rules']),
          ...cappedAndUntaxed(rules, ['extras', id, 'rules']),
        ]),
      ];
    case 'tax': {
      const { deemedExpense, untaxed, rate } = file.otherIncome;
      return [
        ...outOfOrder(deemedExpense, ['otherIncome', 'deemedExpense']),
        ...outOfOrder(untaxed, ['otherIncome', 'untaxed']),
        ...outOfOrder(rate, ['otherIncome', 'rate']),
        ...outOfOrder(file.businessIncome.rate, ['businessIncome', 'rate']),
        ...outOfOrder(file.nonResident.rate, ['nonResident', 'rate']),
        ...outOfOrder(file.localTax, ['localTax']),
        ...outOfOrder(file.cutting, ['cutting']),
      ];
    }
    case 'lecturers':
      return [];
    case 'claim': {
      const { payee } = file.lecturer;
      return [
        ...file.cases.flatMap(({ course }, index) =>
          file.cases.findIndex((other) => other.course === course) < index
            ? [{ path: ['cases', index, 'course'], reason: `is ${course}, and so is another one` }]
            : [],
        ),
        ...(payee.kind === 'resident' ? outOfOrder(payee.taxClass, ['lecturer', 'payee', 'taxClass']) : []),
        ...file.lessons.flatMap(({ start, end }, index) =>
          minutesBetween(start, end) === 0
            ? [{ path: ['lessons', index, 'end'], reason: 'is the time at which it begins: a whole day ends at 24:00' }]
            : [],
        ),
      ];
    }
  }
}

/** A cap lowers the fee, which is taxed: what is not taxed cannot be lowered with it. */
const cappedAndUntaxed = (rules: readonly { readonly capped: boolean; readonly taxable: boolean }[], path: Path) =>
  rules.flatMap(({ capped, taxable }, index) =>
    capped && !taxable
      ? [{ path: [...path, index, 'taxable'], reason: 'should be true of what counts under the cap' }]
      : [],
  );

/** The rate card in a file; nothing if it is another one, or wrong. */
export function rateCardIn(yaml: string): RateCard | undefined {
  const checked = checkWagesFile(yaml);
  return checked.ok && checked.value.kind === 'rate-card' ? checked.value : undefined;
}

/** The tax rules in a file; nothing if it is another one, or wrong. */
export function taxRulesIn(yaml: string): TaxRules | undefined {
  const checked = checkWagesFile(yaml);
  return checked.ok && checked.value.kind === 'tax' ? checked.value : undefined;
}

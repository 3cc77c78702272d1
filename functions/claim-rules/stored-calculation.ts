import * as z from 'zod';
import { storedObject } from '../shared/database/stored.ts';
import { localDateSchema } from '../shared/time.ts';
import type { Calculation } from '../wages/calculate.ts';
import { extraKinds } from '../wages/wages-parts.ts';

const text = storedObject({ ko: z.string(), en: z.string() });
const lecture = { date: localDateSchema, cohort: z.string(), course: z.string(), amount: z.int() };
const withheld = {
  taxable: z.int(),
  deemedExpensePercent: z.int(),
  percent: z.int(),
  localPercent: z.int(),
  incomeTax: z.int(),
  localTax: z.int(),
};
/** By the claim; in calculations of before it was kept, by its day of payment only. */
const earlierPayment = { claim: z.string().optional(), course: z.string(), paidOn: localDateSchema, ...withheld };

/** A calculation as it was shown, whatever the rules say later. */
export const calculationSchema = storedObject({
  kind: z.literal('calculated'),
  lessons: z.array(
    storedObject({
      ...lecture,
      start: z.string(),
      minutes: z.int(),
      firstMinutes: z.int(),
      furtherMinutes: z.int(),
      first: z.int(),
      further: z.int(),
    }),
  ),
  extras: z.array(
    storedObject({
      ...lecture,
      kind: z.enum(extraKinds),
      capped: z.boolean(),
      taxable: z.boolean(),
      budgetLine: z.string(),
    }),
  ),
  lowered: z.array(storedObject({ ...lecture, minutes: z.int(), before: z.int(), limit: z.int() })),
  taxes: z.array(
    z.discriminatedUnion('kind', [
      storedObject({
        kind: z.literal('withheld'),
        income: z.enum(['other-income', 'business-income', 'non-resident']),
        ...withheld,
      }),
      storedObject({ kind: z.literal('caught-up'), ...earlierPayment }),
      storedObject({ kind: z.literal('carried'), ...earlierPayment }),
      storedObject({
        kind: z.literal('withheld-elsewhere'),
        course: z.string(),
        incomeTax: z.int(),
        localTax: z.int(),
      }),
      storedObject({ kind: z.literal('untaxed-case'), course: z.string(), total: z.int(), upTo: z.int() }),
      storedObject({
        kind: z.literal('nothing-withheld'),
        why: z.enum(['treaty', 'institution', 'business-with-invoice']),
        document: z.string(),
      }),
    ]),
  ),
  gross: z.int(),
  incomeTax: z.int(),
  localTax: z.int(),
  paid: z.int(),
  by: z.array(text),
  example: z.boolean(),
  /** The titles of its courses by their ids, as the timetable had them; none of before they were kept. */
  courses: z.record(z.string(), text).optional(),
});
export type StoredCalculation = z.infer<typeof calculationSchema>;

/** What the rules of wages have calculated, to be stored with the titles of its courses. */
export const toStore = (
  calculation: Calculation,
  courses: NonNullable<StoredCalculation['courses']>,
): StoredCalculation => calculationSchema.parse({ ...calculation, courses });

/** Whether two calculations come to the same, line by line, whatever their courses are called. */
export const isSameCalculation = (a: StoredCalculation | undefined, b: StoredCalculation | undefined): boolean =>
  JSON.stringify(comparable(a && { ...a, courses: undefined })) ===
  JSON.stringify(comparable(b && { ...b, courses: undefined }));

/** Without the order in which a store gives the keys. */
const comparable = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(comparable);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, part]) => [key, comparable(part)]);
};

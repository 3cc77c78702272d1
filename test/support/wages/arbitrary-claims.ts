import fc from 'fast-check';
import { type LocalDate, localDateSchema } from '../../../functions/shared/time.ts';
import { minuteOfDay } from '../../../functions/shared/time-of-day.ts';
import type { Claim } from '../../../functions/wages/claim.ts';
import type { RateCard, TaxRules } from '../../../functions/wages/wages-file.ts';
import { exampleCard, exampleTax } from './rules.ts';

const card = exampleCard();
const rules = exampleTax();

const day = (text: string): LocalDate => localDateSchema.parse(text);

/** Days on both sides of those on which rules change. */
const days = ['2026-12-31', '2027-03-14', '2027-03-15', '2027-03-16', '2027-07-01'].map(day);
const changes = ['2000-01-01', '2027-01-01', '2027-03-15', '2027-03-16'].map(day);
const source = 'made up';

const one = <const Value>(...values: [Value, ...Value[]]): fc.Arbitrary<Value> => fc.constantFrom(...values);
const won = fc.oneof(one(0, 30_000, 80_000, 120_000, 250_000, 333_330, 400_000, 1_000_000), fc.nat(1_000_000));

/** Rows with several first days, the first of them before all others. */
const rows = <Row extends object>(
  row: fc.Arbitrary<Row>,
): fc.Arbitrary<(Row & { since: LocalDate; source: string })[]> =>
  fc
    .tuple(fc.subarray(changes.slice(1), { minLength: 0 }), fc.array(row, { minLength: 4, maxLength: 4 }))
    .map(([later, found]) =>
      [...changes.slice(0, 1), ...later].flatMap((since, index) => {
        const values = found[index];
        return values ? [{ since, source, ...values }] : [];
      }),
    );

const percent = fc.record({ percent: one(0, 7, 33, 60, 80, 100) });
const rate = fc.record({ percent: one(0, 1, 3, 20, 33, 50) });

/** Rate cards like the example, with other numbers, days and ways of counting. */
export const cards: fc.Arbitrary<RateCard> = fc
  .record({
    counting: rows(
      fc.record({
        firstHour: one('a-day', 'a-lesson'),
        parts: one('minute', 'half-hour', 'full-hour'),
        overMidnight: one('day-it-begins', 'split'),
      }),
    ),
    rates: rows(fc.record({ first: won, further: won })),
    limits: fc.array(
      rows(
        fc.record({
          hour: won,
          longer: fc.oneof(one('each-hour'), fc.record({ allPercent: one(100, 133, 150, 200) })),
        }),
      ),
      { minLength: 3, maxLength: 3 },
    ),
    manuscript: rows(
      one(
        { capped: true, taxable: true, budgetLine: 'a' },
        { capped: false, taxable: true, budgetLine: 'a' },
        { capped: false, taxable: false, budgetLine: 'b' },
      ),
    ),
  })
  .map(({ counting, rates, limits: [officials = [], schools = [], own = []], manuscript }) => {
    const { caps, extras } = card;
    return {
      ...card,
      counting,
      grades: { 'grade-1': { title: card.title, rates } },
      caps: {
        'class-40': { ...caps['class-40'], limits: officials },
        'class-100': { ...caps['class-100'], limits: schools },
        'own-staff': { ...caps['own-staff'], limits: own },
      },
      extras: {
        manuscript: { ...extras.manuscript, rules: manuscript },
        travel: {
          ...extras.travel,
          rules: [{ since: day('2000-01-01'), source, capped: false, taxable: false, budgetLine: 'travel' }],
        },
      },
    };
  });

export const taxRules: fc.Arbitrary<TaxRules> = fc
  .record({
    otherIncome: fc.record({
      deemedExpense: rows(percent),
      untaxed: rows(fc.record({ upTo: one(0, 50_000, 200_000) })),
      rate: rows(rate),
    }),
    businessIncome: fc.record({ rate: rows(rate) }),
    nonResident: fc.record({ rate: rows(rate) }),
    localTax: rows(fc.record({ percent: one(0, 10, 100) })),
    cutting: rows(fc.record({ below: one(1, 10, 100) })),
  })
  .map((parts) => ({ ...rules, ...parts }));

const courses = ['payments', 'risk'];
const lecture = fc.record({
  date: one('2026-12-31', '2027-03-14', '2027-03-15', '2027-03-16').map(day),
  cohort: one('academy-2027h1', 'lab-2027h1'),
  course: fc.constantFrom(...courses),
});

const timeOf = (minute: number): string =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;

/** Mostly evening lessons, some of a minute, of a whole day, or over midnight. */
const times = fc
  .oneof(
    { weight: 4, arbitrary: fc.tuple(one(540, 840, 1140), one(30, 50, 60, 90, 120, 180, 300)) },
    { weight: 1, arbitrary: fc.tuple(fc.nat(1439), fc.integer({ min: 1, max: 300 })) },
    { weight: 1, arbitrary: one([0, 1440] as const, [1380, 120] as const, [0, 1] as const) },
  )
  .map(([start, minutes]) => {
    const end = start + minutes;
    return { start: timeOf(start), end: timeOf(end === 1440 ? 1440 : end % 1440) };
  })
  .filter(({ start, end }) => minuteOfDay(start) !== minuteOfDay(end));

const payees: fc.Arbitrary<Claim['lecturer']['payee']> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.array(one('other-income', 'business-income'), { minLength: 1, maxLength: 2 }).map((classes) => ({
      kind: 'resident' as const,
      taxClass: classes.map((name, index) => ({
        since: day(index === 0 ? '2000-01-01' : '2027-03-16'),
        class: name,
      })),
    })),
  },
  {
    weight: 1,
    arbitrary: one({ kind: 'non-resident' as const }, { kind: 'non-resident' as const, treatyPaper: 'T-1' }),
  },
  { weight: 1, arbitrary: one('institution', 'business-with-invoice').map((kind) => ({ kind, document: 'D-1' })) },
);

const sums = fc.oneof(one(0, 100_000, 125_000, 125_010), fc.nat(400_000));

export const claims: fc.Arbitrary<Claim> = fc.record({
  kind: fc.constant('claim' as const),
  lecturer: fc.record({
    grade: fc.constant('grade-1'),
    cap: one('none', 'none', 'class-40', 'class-100', 'own-staff'),
    payee: payees,
  }),
  paidOn: fc.constantFrom(...days),
  lessons: fc.array(
    fc.tuple(lecture, times).map(([where, when]) => ({ ...where, ...when })),
    { maxLength: 5 },
  ),
  extras: fc.array(
    fc.tuple(lecture, one('manuscript', 'travel'), sums).map(([where, kind, amount]) => ({ ...where, kind, amount })),
    { maxLength: 2 },
  ),
  cases: fc.subarray(courses).chain((some) =>
    fc.tuple(
      ...some.map((course) =>
        fc.record({
          course: fc.constant(course),
          planned: sums,
          earlier: fc.array(fc.record({ paidOn: fc.constantFrom(...days), gross: sums, taxed: fc.boolean() }), {
            maxLength: 2,
          }),
        }),
      ),
    ),
  ),
});

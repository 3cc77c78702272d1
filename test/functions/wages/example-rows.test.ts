import { describe, expect, it } from 'vitest';
import { localDateSchema } from '../../../functions/shared/time.ts';
import { calculate } from '../../../functions/wages/calculate.ts';
import type { Claim } from '../../../functions/wages/claim.ts';
import type { RateCard } from '../../../functions/wages/wages-file.ts';
import { calculated, exampleCard, exampleTax } from '../../support/wages/rules.ts';
import { calculateAgain } from '../../support/wages/second-calculation.ts';

const day = (text: string) => localDateSchema.parse(text);
const where = { date: day('2027-03-08'), cohort: 'academy-2027h1', course: 'digital-payments' };

const lesson = (start: string, end: string, date = '2027-03-08') => ({ ...where, date: day(date), start, end });
const manuscript = (amount: number, date = '2027-03-08') => ({
  kind: 'manuscript' as const,
  ...where,
  date: day(date),
  amount,
});

type TaxClass = 'other-income' | 'business-income';
const resident = (name: TaxClass): Claim['lecturer']['payee'] => ({
  kind: 'resident',
  taxClass: [{ since: day('2027-01-01'), class: name }],
});

interface Given {
  readonly grade?: string;
  readonly cap?: Claim['lecturer']['cap'];
  readonly payee: Claim['lecturer']['payee'];
  readonly lessons?: Claim['lessons'];
  readonly extras?: Claim['extras'];
  readonly cases?: Claim['cases'];
}

const claimOf = ({ grade = 'grade-1', cap = 'none', payee, lessons = [], extras = [], cases = [] }: Given): Claim => ({
  kind: 'claim',
  lecturer: { grade, cap, payee },
  paidOn: day('2027-04-26'),
  lessons,
  extras,
  cases,
});

const other = resident('other-income');
const business = resident('business-income');
const threeHours = [lesson('09:00', '12:00')];
const aLesson = (card: RateCard): RateCard => ({
  ...card,
  counting: card.counting.map((row) => ({ ...row, firstHour: 'a-lesson' })),
});
const risen = (card: RateCard): RateCard => {
  const grade = card.grades['grade-1'];
  if (!grade) throw new Error('no grade');
  const rates = [...grade.rates, { since: day('2027-03-16'), source: 'made up', first: 270_000, further: 130_000 }];
  return { ...card, grades: { ...card.grades, 'grade-1': { ...grade, rates } } };
};

/** Gross, income tax, local tax, paid. */
type Won = readonly [number, number, number, number];
const rows: readonly {
  readonly title: string;
  readonly given: Given;
  readonly won: Won;
  readonly card?: (card: RateCard) => RateCard;
}[] = [
  {
    title: 'grade-1, 3 h, other',
    given: { payee: other, lessons: threeHours },
    won: [490_000, 39_200, 3_920, 446_880],
  },
  {
    title: 'the same, business',
    given: { payee: business, lessons: threeHours },
    won: [490_000, 14_700, 1_470, 473_830],
  },
  {
    title: 'grade-1, two lessons of 2 h on one day, counted a day',
    given: { payee: business, lessons: [lesson('09:00', '11:00'), lesson('14:00', '16:00')] },
    won: [610_000, 18_300, 1_830, 589_870],
  },
  {
    title: 'the same, counted a lesson',
    given: { payee: business, lessons: [lesson('09:00', '11:00'), lesson('14:00', '16:00')] },
    card: aLesson,
    won: [740_000, 22_200, 2_220, 715_580],
  },
  {
    title: 'special-1, 3 h, class 40: card 1,000,000, cap 600,000',
    given: { grade: 'special-1', cap: 'class-40', payee: business, lessons: threeHours },
    won: [600_000, 18_000, 1_800, 580_200],
  },
  {
    title: 'special-1, 1 h and a manuscript, class 40: together 400,000',
    given: {
      grade: 'special-1',
      cap: 'class-40',
      payee: business,
      lessons: [lesson('09:00', '10:00')],
      extras: [manuscript(100_000)],
    },
    won: [400_000, 12_000, 1_200, 386_800],
  },
  {
    title: 'special-2, 3 h, class 40, other',
    given: { grade: 'special-2', cap: 'class-40', payee: other, lessons: threeHours },
    won: [600_000, 48_000, 4_800, 547_200],
  },
  {
    title: 'special-1, 2 h on each of two days, class 40, other',
    given: {
      grade: 'special-1',
      cap: 'class-40',
      payee: other,
      lessons: [lesson('09:00', '11:00'), lesson('09:00', '11:00', '2027-03-09')],
    },
    won: [1_200_000, 96_000, 9_600, 1_094_400],
  },
  {
    title: 'special-1, 5 h, class 100, business',
    given: { grade: 'special-1', cap: 'class-100', payee: business, lessons: [lesson('09:00', '14:00')] },
    won: [1_600_000, 48_000, 4_800, 1_547_200],
  },
  {
    title: 'other, planned 125,000 in a case',
    given: { payee: other, extras: [manuscript(125_000)] },
    won: [125_000, 0, 0, 125_000],
  },
  {
    title: 'other, planned 125,010 in a case',
    given: { payee: other, extras: [manuscript(125_010)] },
    won: [125_010, 10_000, 1_000, 114_010],
  },
  {
    title: 'other, planned 125,100 in a case',
    given: { payee: other, extras: [manuscript(125_100)] },
    won: [125_100, 10_000, 1_000, 114_100],
  },
  {
    title: 'other, one course, planned 2 × 100,000 in two months: the first',
    given: {
      payee: other,
      extras: [manuscript(100_000)],
      cases: [{ course: where.course, planned: 200_000, earlier: [] }],
    },
    won: [100_000, 8_000, 800, 91_200],
  },
  {
    title: 'other, one course, planned 2 × 100,000 in two months: the second',
    given: {
      payee: other,
      extras: [manuscript(100_000)],
      cases: [
        {
          course: where.course,
          planned: 200_000,
          earlier: [{ paidOn: day('2027-03-26'), gross: 100_000, taxed: true }],
        },
      ],
    },
    won: [100_000, 8_000, 800, 91_200],
  },
  {
    title: 'grade-1, 3 h, non-resident',
    given: { payee: { kind: 'non-resident' }, lessons: threeHours },
    won: [490_000, 98_000, 9_800, 382_200],
  },
  {
    title: 'business, 30,000',
    given: { payee: business, extras: [manuscript(30_000)] },
    won: [30_000, 900, 90, 29_010],
  },
  {
    title: 'business, 333,330',
    given: { payee: business, extras: [manuscript(333_330)] },
    won: [333_330, 9_990, 990, 322_350],
  },
  {
    title: 'rate changes: 2 h on the 15th at 250/120, 2 h on the 16th at 270/130, business',
    given: {
      payee: business,
      lessons: [lesson('09:00', '11:00', '2027-03-15'), lesson('09:00', '11:00', '2027-03-16')],
    },
    card: risen,
    won: [770_000, 23_100, 2_310, 744_590],
  },
  {
    title: 'grade-1, 380 minutes, by the minute',
    given: { payee: business, lessons: [lesson('09:00', '15:20')] },
    won: [890_000, 26_700, 2_670, 860_630],
  },
];

describe('a claim by the example card comes to', () => {
  it.each(rows)('$won: $title', ({ given, won: [gross, incomeTax, localTax, paid], card = (same) => same }) => {
    const [claim, rates, rules] = [claimOf(given), card(exampleCard()), exampleTax()];
    expect(calculated(claim, rates, rules)).toMatchObject({ gross, incomeTax, localTax, paid });
    const again = calculateAgain(claim, rates, rules);
    expect(Object.values(again).map(Number)).toEqual([gross, incomeTax, localTax, paid]);
  });
});

it('each of three payees of a batch has taxes of their own, so that the batch is their sum: 29,970 + 2,970', () => {
  const claim = claimOf({ payee: business, extras: [manuscript(333_330)] });
  const batch = Array.from({ length: 3 }, () => calculated(claim, exampleCard(), exampleTax()));
  const sum = (pick: (one: (typeof batch)[number]) => number) => batch.reduce((all, one) => all + pick(one), 0);
  expect(sum(({ incomeTax }) => incomeTax)).toBe(29_970);
  expect(sum(({ localTax }) => localTax)).toBe(2_970);
  expect(sum(({ paid }) => paid)).toBe(967_050);
});

describe('a case of other income', () => {
  const earlier = [{ paidOn: day('2027-03-26'), gross: 100_000, taxed: false }];

  it('that a change lifts above the threshold is caught up with lines of their own', () => {
    const cases = [{ course: where.course, planned: 125_000, earlier }];
    const claim = claimOf({ payee: other, extras: [manuscript(100_000)], cases });
    const result = calculated(claim, exampleCard(), exampleTax());
    expect(result.taxes.map(({ kind }) => kind)).toEqual(['withheld', 'caught-up']);
    expect(result).toMatchObject({ gross: 100_000, incomeTax: 16_000, localTax: 1_600, paid: 82_400 });
  });

  it('takes no more from a claim than it pays: what does not fit follows with the next', () => {
    const cases = [
      {
        course: where.course,
        planned: 125_000,
        earlier: [{ ...earlier[0], gross: 124_000, paidOn: day('2027-03-26'), taxed: false }],
      },
    ];
    const claim = claimOf({ payee: other, extras: [manuscript(5_000)], cases });
    const result = calculated(claim, exampleCard(), exampleTax());
    expect(result.taxes.map(({ kind }) => kind)).toEqual(['withheld', 'carried']);
    expect(result).toMatchObject({ gross: 5_000, incomeTax: 400, localTax: 40, paid: 4_560 });
  });

  it('is caught up when another course is paid', () => {
    const cases = [{ course: 'another', planned: 200_000, earlier }];
    const result = calculated(
      claimOf({ payee: other, extras: [manuscript(100_000)], cases }),
      exampleCard(),
      exampleTax(),
    );
    expect(result).toMatchObject({ gross: 100_000, incomeTax: 8_000, localTax: 800, paid: 91_200 });
    expect(result.taxes.map(({ kind }) => kind)).toContain('untaxed-case');
  });
});

describe('hours', () => {
  const parts = (name: 'minute' | 'half-hour' | 'full-hour'): RateCard => {
    const card = exampleCard();
    return { ...card, counting: card.counting.map((row) => ({ ...row, parts: name })) };
  };
  const gross = (card: RateCard, lessons: Claim['lessons']) =>
    calculated(claimOf({ payee: business, lessons }), card, exampleTax()).gross;

  it.each([
    ['minute', 250_000 + 70 * 2_000],
    ['half-hour', 250_000 + 60 * 2_000],
    ['full-hour', 250_000 + 120_000],
  ] as const)('of 130 minutes by the %s make %i won', (name, won) => {
    expect(gross(parts(name), [lesson('09:00', '11:10')])).toBe(won);
  });

  it('of two short lessons on a day add up to the first hour, and minutes left over wait for the next lesson', () => {
    const two = [lesson('09:00', '09:40'), lesson('14:00', '14:40')];
    expect(gross(parts('minute'), two)).toBe(250_000 + 40_000);
    expect(gross(parts('full-hour'), two)).toBe(250_000);
  });

  it('over midnight belong to the day on which the lesson begins, or to both as the card says', () => {
    const card = risen(exampleCard());
    const split: RateCard = { ...card, counting: card.counting.map((row) => ({ ...row, overMidnight: 'split' })) };
    const night = [lesson('23:00', '01:00', '2027-03-15')];
    expect(gross(card, night)).toBe(250_000 + 120_000);
    expect(gross(split, night)).toBe(250_000 + 270_000);
  });

  it('that are split at midnight are counted as the card says on each of the two days', () => {
    const card = exampleCard();
    const [row] = card.counting;
    if (!row) throw new Error('no way of counting');
    const counting: RateCard['counting'] = [
      { ...row, overMidnight: 'split', parts: 'full-hour' },
      { ...row, since: day('2027-03-16'), parts: 'half-hour' },
    ];
    const won = gross({ ...card, counting }, [lesson('22:30', '01:30', '2027-03-15')]);
    expect(won).toBe(250_000 + 250_000 + 60_000);
  });

  it('are 24 from 00:00 to 24:00, and none make nothing', () => {
    expect(gross(exampleCard(), [lesson('00:00', '24:00')])).toBe(250_000 + 23 * 120_000);
    expect(gross(exampleCard(), [])).toBe(0);
  });
});

describe('a lecture', () => {
  const lectures = (first: Partial<Claim['lessons'][number]>) =>
    calculated(
      claimOf({
        grade: 'special-1',
        cap: 'class-40',
        payee: business,
        lessons: [lesson('09:00', '11:00'), { ...lesson('14:00', '16:00'), ...first }],
      }),
      exampleCard(),
      exampleTax(),
    ).gross;

  it('is one with another of the same day, cohort and course, and its cap is counted once', () => {
    expect(lectures({})).toBe(600_000);
  });

  it('is another for another audience or about another subject', () => {
    expect(lectures({ cohort: 'lab-2027h1' })).toBe(1_200_000);
    expect(lectures({ course: 'risk' })).toBe(1_200_000);
  });

  it("costs nothing when it is held by the city's own staff", () => {
    const claim = claimOf({
      grade: 'special-1',
      cap: 'own-staff',
      payee: business,
      lessons: threeHours,
      extras: [manuscript(50_000)],
    });
    expect(calculated(claim, exampleCard(), exampleTax())).toMatchObject({ gross: 0, paid: 0 });
  });
});

describe('nothing is withheld', () => {
  const paidTo = (payee: Claim['lecturer']['payee']) =>
    calculate(claimOf({ payee, lessons: threeHours }), exampleCard(), exampleTax());

  it('from a non-resident once a treaty paper is recorded', () => {
    expect(paidTo({ kind: 'non-resident', treatyPaper: 'T-2027-3' })).toMatchObject({ paid: 490_000, incomeTax: 0 });
  });

  it.each(['institution', 'business-with-invoice'] as const)(
    'from a payee of the kind %s, whose document is required',
    (kind) => {
      expect(paidTo({ kind, document: 'D-1' })).toMatchObject({ paid: 490_000, incomeTax: 0, localTax: 0 });
      expect(paidTo({ kind })).toEqual({ kind: 'impossible', missing: [{ what: `document number of the ${kind}` }] });
    },
  );

  it('from travel, which no cap counts either', () => {
    const claim = claimOf({
      cap: 'class-40',
      payee: other,
      lessons: threeHours,
      extras: [{ ...manuscript(20_000), kind: 'travel' }],
    });
    expect(calculated(claim, exampleCard(), exampleTax())).toMatchObject({ gross: 510_000, incomeTax: 39_200 });
  });
});

it('what the rules do not say is named, all of it, and nothing is calculated', () => {
  const claim = claimOf({ payee: other, lessons: [lesson('09:00', '12:00', '2026-12-31'), lesson('09:00', '12:00')] });
  expect(
    calculate({ ...claim, lecturer: { ...claim.lecturer, grade: 'special-9' } }, exampleCard(), exampleTax()),
  ).toEqual({
    kind: 'impossible',
    missing: [{ what: 'grade special-9' }],
  });
  expect(calculate({ ...claim, paidOn: day('2018-12-31') }, exampleCard(), exampleTax())).toEqual({
    kind: 'impossible',
    missing: [
      { what: 'way of counting hours', on: '2026-12-31' },
      { what: 'tax class of the lecturer', on: '2018-12-31' },
    ],
  });
});

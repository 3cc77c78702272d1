import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { grossParts, inYear, partsOf, yearsToDecide } from '../../../functions/claim-rules/budget-parts.ts';
import { calculateClaim, rulesClaimOf } from '../../../functions/claim-rules/calculate-claim.ts';
import { claimIdOf, isClaimId } from '../../../functions/claim-rules/claim.ts';
import { totalsOf } from '../../../functions/claim-rules/claim-sums.ts';
import { checkClaimsFile } from '../../../functions/claim-rules/claims-file.ts';
import { differenceOf, settleIn } from '../../../functions/claim-rules/correction.ts';
import { isClosed, monthAfter, monthBefore, promisedDay } from '../../../functions/claim-rules/pay-day.ts';
import { isSameCalculation } from '../../../functions/claim-rules/stored-calculation.ts';
import {
  at,
  basisWith,
  claimWith,
  cohort,
  day,
  exampleSettings,
  lessonOf,
  otherIncome,
} from '../../support/claims/made-up.ts';
import { testSeed } from '../../support/seed.ts';
import { exampleCard } from '../../support/wages/rules.ts';

const own = (lessons: ReturnType<typeof lessonOf>[], change = {}) => ({
  cohort,
  lessons,
  said: [],
  extras: [],
  promisedPayDate: day('2027-04-20'),
  ...change,
});
const atRate = (first: number) => {
  const card = exampleCard();
  const grade = card.grades['grade-1'];
  if (!grade) throw new Error('no grade');
  const rates = [{ since: day('2027-01-01'), source: 'made up', first, further: first }];
  return { ...card, grades: { 'grade-1': { ...grade, rates } } };
};
const anHour = (id: string, date: string) => lessonOf(id, { date: day(date), start: '09:00', end: '10:00' });

describe('what a claim comes to', () => {
  it('is the calculation of the rules for the lessons as the lecturer says they were taught', () => {
    const lessons = [lessonOf('L01'), lessonOf('L02', { date: day('2027-03-10') })];
    const said = [
      {
        lesson: 'L01',
        said: { kind: 'hours' as const, start: '19:00', end: '20:00' },
        reason: 'short',
        at: at('2027-04-02 09:00'),
      },
      { lesson: 'L02', said: { kind: 'not-taught' as const }, reason: 'ill', at: at('2027-04-02 09:00') },
    ];
    expect(claimWith(lessons).calculation).toMatchObject({ gross: 980_000, paid: 947_660 });
    expect(claimWith(lessons, { said }).calculation).toMatchObject({ gross: 250_000, incomeTax: 7_500, localTax: 750 });
  });

  it('of no lesson is nothing', () => {
    expect(claimWith([]).calculation).toMatchObject({ gross: 0, incomeTax: 0, localTax: 0, paid: 0 });
  });

  it('has manuscript and travel as lines of their own, each with its own line of the budget', () => {
    const extras = [
      { kind: 'manuscript' as const, lesson: 'L01', amount: 100_000 },
      { kind: 'travel' as const, lesson: 'L01', amount: 20_000 },
    ];
    const claim = claimWith([lessonOf('L01')], { extras });
    expect(claim.calculation.extras.map(({ kind, taxable }) => [kind, taxable])).toEqual([
      ['manuscript', true],
      ['travel', false],
    ]);
    expect(partsOf(claim, 'lecturers')).toEqual([
      { year: 2027, line: 'lecturers', amount: 590_000 },
      { year: 2027, line: 'travel', amount: 20_000 },
    ]);
  });

  it('judges a case by what the timetable plans in all, so that two payments of 100,000 are both taxed', () => {
    const planned = [anHour('L01', '2027-03-08'), anHour('L02', '2027-04-05')];
    const basis = basisWith({ timetable: planned, lecturer: otherIncome(), card: atRate(100_000) });
    const first = claimWith(planned.slice(0, 1), { basis });
    expect(first.calculation).toMatchObject({ gross: 100_000, incomeTax: 8_000, localTax: 800, paid: 91_200 });
    const claims = [{ ...first, state: 'PAID' as const, paidOn: day('2027-04-20') }];
    const second = claimWith(planned.slice(1), {
      month: '2027-04',
      promisedPayDate: day('2027-05-20'),
      basis: { ...basis, claims },
    });
    expect(second.calculation).toMatchObject({ gross: 100_000, paid: 91_200 });
  });

  it('catches up what was paid untaxed, once, in the claim in which a change lifts the case above the threshold', () => {
    const timetable = [anHour('L01', '2027-03-08')];
    const basis = basisWith({ timetable, lecturer: otherIncome(), card: atRate(100_000) });
    const first = claimWith(timetable, { basis });
    expect(first.calculation).toMatchObject({ gross: 100_000, incomeTax: 0, paid: 100_000 });
    const paid = { ...first, state: 'PAID' as const, paidOn: day('2027-04-20') };
    const more = [...timetable, anHour('L02', '2027-04-05'), anHour('L03', '2027-05-03')];
    const later = { ...basis, timetable: more };
    const second = claimWith(more.slice(1, 2), {
      month: '2027-04',
      promisedPayDate: day('2027-05-20'),
      basis: { ...later, claims: [paid] },
    });
    expect(second.calculation.taxes.map(({ kind }) => kind)).toEqual(['withheld', 'caught-up']);
    expect(second.calculation).toMatchObject({ incomeTax: 16_000, localTax: 1_600, paid: 82_400 });
    const third = claimWith(more.slice(2), {
      month: '2027-05',
      promisedPayDate: day('2027-06-21'),
      basis: { ...later, claims: [paid, { ...second, state: 'CHECKED' as const }] },
    });
    expect(third.calculation).toMatchObject({ incomeTax: 8_000, localTax: 800 });
  });

  it('catches up what was approved and not paid yet once, though it is paid on another day than was promised', () => {
    const timetable = [anHour('L01', '2027-03-08')];
    const basis = basisWith({ timetable, lecturer: otherIncome(), card: atRate(100_000) });
    const first = { ...claimWith(timetable, { basis }), state: 'APPROVED' as const };
    const more = [...timetable, anHour('L02', '2027-04-05'), anHour('L03', '2027-05-03')];
    const later = { ...basis, timetable: more };
    const second = claimWith(more.slice(1, 2), { month: '2027-04', basis: { ...later, claims: [first] } });
    expect(second.calculation.taxes.map(({ kind }) => kind)).toEqual(['withheld', 'caught-up']);
    const paid = { ...first, state: 'PAID' as const, paidOn: day('2027-04-22') };
    const third = claimWith(more.slice(2), {
      month: '2027-05',
      basis: { ...later, claims: [paid, { ...second, state: 'APPROVED' as const }] },
    });
    expect(third.calculation).toMatchObject({ incomeTax: 8_000, localTax: 800, paid: 91_200 });
  });

  it('counts nothing of claims that were cancelled or refused', () => {
    const timetable = [anHour('L01', '2027-03-08')];
    const basis = basisWith({ timetable, lecturer: otherIncome(), card: atRate(100_000) });
    const gone = { ...claimWith(timetable, { basis }), id: 'W-2703-AAAA-AAAA', state: 'REFUSED' as const };
    expect(rulesClaimOf(own(timetable), { ...basis, claims: [gone] }).cases).toEqual([
      { course: 'digital-payments', planned: 100_000, earlier: [] },
    ]);
  });

  it('is not known while the card lacks the grade, and says what is missing', () => {
    const card = { ...exampleCard(), grades: {} };
    expect(calculateClaim(own([lessonOf('L01')]), basisWith({ card }))).toEqual({
      kind: 'impossible',
      missing: [{ what: 'grade grade-1' }],
    });
  });

  it('is the same whatever order a store gives the keys in', () => {
    const { calculation } = claimWith([lessonOf('L01')]);
    const turned = Object.fromEntries(Object.entries(calculation).reverse());
    expect(isSameCalculation(calculation, { ...calculation, ...turned })).toBe(true);
    expect(isSameCalculation(calculation, { ...calculation, gross: 1 })).toBe(false);
  });
});

describe('the id of a claim', () => {
  it('is the same for the same, and can be read out', () => {
    const given = { lecturer: 'kim-haon', cohort, month: '2027-03', number: 1 };
    const id = claimIdOf(given);
    expect(id).toMatch(/^W-2703-/u);
    expect(isClaimId(id)).toBe(true);
    expect(claimIdOf(given)).toBe(id);
    expect(claimIdOf({ ...given, number: 2 })).not.toBe(id);
    expect(isClaimId('A-27H1-7K3Q-9MX4')).toBe(false);
  });
});

describe('the promised pay day', () => {
  it.each([
    ['2027-03', '2027-04-01 09:00', '2027-04-20'],
    ['2027-03', '2027-04-10 09:00', '2027-05-20'],
    ['2027-02', '2027-03-02 09:00', '2027-03-22'],
    ['2027-12', '2027-12-21 09:00', '2028-01-20'],
  ])('of %s, drafted at %s, is %s: a business day, and far enough off', (month, now, expected) => {
    expect(promisedDay(exampleSettings(), month, at(now))).toBe(expected);
  });

  it('knows the months around the turn of the year', () => {
    expect([monthAfter('2027-12'), monthBefore('2028-01'), monthAfter('2027-03'), monthBefore('2027-03')]).toEqual([
      '2028-01',
      '2027-12',
      '2027-04',
      '2027-02',
    ]);
  });
});

describe('the line of the budget that pays', () => {
  it('is that of the year in which a lesson is counted: on 1 January the new one’s, over midnight as the card says', () => {
    const lessons = [
      lessonOf('L01', { date: day('2027-12-31'), start: '23:00', end: '01:00' }),
      lessonOf('L02', { date: day('2028-01-01') }),
    ];
    expect(grossParts(claimWith(lessons).calculation, 'lecturers')).toEqual([
      { year: 2027, line: 'lecturers', amount: 370_000 },
      { year: 2028, line: 'lecturers', amount: 490_000 },
    ]);
    const card = exampleCard();
    const split = { ...card, counting: card.counting.map((row) => ({ ...row, overMidnight: 'split' as const })) };
    const parts = grossParts(claimWith(lessons, { basis: basisWith({ card: split }) }).calculation, 'lecturers');
    expect(parts.map(({ year }) => year)).toEqual([2027, 2028]);
    expect(parts[0]?.amount).toBe(250_000);
  });

  it('is for finance to say once the year is closed: taught on 30 December, closed on the 24th', () => {
    const settings = exampleSettings();
    const parts = partsOf(claimWith([lessonOf('L01', { date: day('2027-12-30') })]), 'lecturers');
    expect(yearsToDecide(parts, settings, day('2027-12-24'))).toEqual([]);
    expect(yearsToDecide(parts, settings, day('2027-12-31'))).toEqual([2027]);
    expect(inYear(parts, [2027], 2027)).toEqual([{ year: 2027, line: 'lecturers', amount: 490_000 }]);
    expect(inYear(parts, [2027], 2028)).toEqual([{ year: 2028, line: 'lecturers', amount: 490_000 }]);
    expect(isClosed(settings, 2028, day('2028-12-31'))).toBe(false);
    expect(isClosed(settings, 2028, day('2029-01-01'))).toBe(true);
  });

  it('never gets less than nothing of a limit, and all parts are the gross', () => {
    fc.assert(
      fc.property(fc.nat(900_000), fc.constantFrom('class-40', 'own-staff', 'none'), (amount, cap) => {
        const lesson = lessonOf('L01');
        const lecturer = { ...otherIncome(), cap: { ...otherIncome().cap, class: cap } } as const;
        const extras = [
          { kind: 'manuscript' as const, lesson: 'L01', amount },
          { kind: 'travel' as const, lesson: 'L01', amount: 7_000 },
        ];
        const said = [
          { lesson: 'L01', said: { kind: 'not-taught' as const }, reason: 'x', at: at('2027-04-02 09:00') },
        ];
        const { calculation } = claimWith([lesson], {
          extras,
          said,
          basis: basisWith({ timetable: [lesson], lecturer }),
        });
        const parts = grossParts(calculation, 'lecturers');
        expect(parts.every((part) => part.amount > 0)).toBe(true);
        expect(parts.reduce((sum, part) => sum + part.amount, 0)).toBe(calculation.gross);
      }),
      { seed: testSeed(), numRuns: 50 },
    );
  });
});

describe('a correction of what was paid', () => {
  const sums = (gross: number, tax: number) => ({ gross, incomeTax: tax, localTax: 0, paid: gross - tax });
  const correction = (id: string, gross: number, tax: number, minute = 0) => ({
    id,
    at: at(`2027-04-21 09:0${minute}`),
    ...sums(gross, tax),
  });

  it('is a line of the next claim, more or less', () => {
    expect(differenceOf(sums(250, 7), sums(490, 14))).toEqual(sums(-240, -7));
    const less = correction('a', -240, -7);
    expect(settleIn(sums(490, 14), [less])).toEqual({ taken: [less], askedBack: [] });
  });

  it('is asked back if it is more than the claim comes to', () => {
    const less = correction('a', -491, 0);
    expect(settleIn(sums(490, 14), [less])).toEqual({ taken: [], askedBack: [less] });
  });

  it('never makes a claim, or its tax, less than nothing, and each is settled once', () => {
    const some = fc.array(
      fc
        .record({ gross: fc.integer({ min: -900, max: 900 }), share: fc.nat(20) })
        .map(({ gross, share }) => ({ gross, tax: Math.trunc((gross * share) / 100) })),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(fc.nat(1_000), some, (gross, list) => {
        const open = list.map(({ gross: by, tax }, index) => correction(`c${index}`, by, tax, index));
        const claim = sums(gross, Math.trunc(gross / 10));
        const { taken, askedBack } = settleIn(claim, open);
        expect([...taken, ...askedBack].map(({ id }) => id).sort()).toEqual(open.map(({ id }) => id).sort());
        expect(askedBack.every(({ paid }) => paid < 0)).toBe(true);
        const total = taken.reduce((sum, one) => sum + one.paid, claim.paid);
        expect(total).toBeGreaterThanOrEqual(0);
      }),
      { seed: testSeed(), numRuns: 300 },
    );
  });

  it('counts in what a claim comes to', () => {
    const line = {
      id: 'a',
      of: 'W',
      reason: 'x',
      by: 'operator:test',
      at: at('2027-04-21 09:00'),
      parts: [],
      caughtUp: [],
      gross: -240_000,
      incomeTax: -7_200,
      localTax: -720,
      paid: -232_080,
    };
    expect(totalsOf(claimWith([lessonOf('L01')], { corrections: [line] }))).toEqual({
      gross: 250_000,
      incomeTax: 7_500,
      localTax: 750,
      paid: 241_750,
    });
  });
});

describe('the file of how claims are asked about', () => {
  it('refuses a closing day of another year, at its line', () => {
    const { lecturer, manager, finance } = exampleSettings();
    const yaml = JSON.stringify({
      ...exampleSettings(),
      lecturer,
      manager,
      finance,
      closings: [{ year: 2027, day: '2028-01-03' }],
    });
    const checked = checkClaimsFile(yaml);
    expect(checked.ok ? [] : checked.problems.map(({ reason }) => reason)).toEqual([
      'is 2028-01-03, and should be in 2027',
    ]);
  });
});

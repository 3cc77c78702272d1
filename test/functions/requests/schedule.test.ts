import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dateOf, occurrenceAfter, type Schedule } from '../../../functions/requests/schedule.ts';
import { localDateSchema } from '../../../functions/shared/time.ts';

const schedule = (first: string, every: Schedule['every']): Schedule => ({
  first: localDateSchema.parse(first),
  every,
});
const datesOf = (of: Schedule, count: number) =>
  Array.from({ length: count }, (_, occurrence) => dateOf(of, occurrence));

describe('a schedule', () => {
  it.each([
    ['2027-08-31', 'quarter', ['2027-08-31', '2027-11-30', '2028-02-29', '2028-05-31', '2028-08-31']],
    ['2027-11-30', 'quarter', ['2027-11-30', '2028-02-29', '2028-05-30', '2028-08-30']],
    ['2027-01-15', 'quarter', ['2027-01-15', '2027-04-15', '2027-07-15', '2027-10-15', '2028-01-15']],
    ['2028-02-29', 'year', ['2028-02-29', '2029-02-28', '2030-02-28', '2031-02-28', '2032-02-29']],
    ['2027-01-31', 'month', ['2027-01-31', '2027-02-28', '2027-03-31', '2027-04-30']],
    ['2027-12-31', 'month', ['2027-12-31', '2028-01-31', '2028-02-29']],
  ] as const)(
    'that begins on %s comes each %s on its day, or on the last that the month has',
    (first, every, dates) => {
      expect(datesOf(schedule(first, every), dates.length)).toEqual(dates);
    },
  );

  it.each([
    ['2027-08-30', 0, '2027-08-31'],
    ['2027-08-31', 1, '2027-11-30'],
    ['2027-12-24', 2, '2028-02-29'],
    ['2028-02-29', 3, '2028-05-31'],
  ])('goes on after %s with occurrence %i, on %s: an answer moves nothing', (day, occurrence, date) => {
    const quarterly = schedule('2027-08-31', 'quarter');
    expect(occurrenceAfter(quarterly, localDateSchema.parse(day))).toBe(occurrence);
    expect(dateOf(quarterly, occurrence)).toBe(date);
  });

  const anySchedule = fc.record({
    first: fc
      .date({ min: new Date('2000-01-01'), max: new Date('2100-12-31'), noInvalidDate: true })
      .map((date) => localDateSchema.parse(date.toISOString().slice(0, 10))),
    every: fc.constantFrom('month' as const, 'quarter' as const, 'year' as const),
  });
  const months = (date: string) => Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));

  it('is as many months apart as it says, never later in the month than it began, and never a month off', () => {
    fc.assert(
      fc.property(anySchedule, fc.nat({ max: 400 }), (given, occurrence) => {
        const date = dateOf(given, occurrence);
        expect(months(date) - months(given.first)).toBe(occurrence * { month: 1, quarter: 3, year: 12 }[given.every]);
        const day = Number(date.slice(8));
        expect(day).toBeLessThanOrEqual(Number(given.first.slice(8)));
        const next = new Date(Date.parse(date) + 86_400_000).toISOString().slice(8, 10);
        expect(day === Number(given.first.slice(8)) || next === '01').toBe(true);
      }),
    );
  });

  it('goes on with the next date after a day, the one before being over', () => {
    fc.assert(
      fc.property(anySchedule, fc.nat({ max: 40 }), fc.integer({ min: -20, max: 20 }), (given, near, off) => {
        const around = new Date(Date.parse(dateOf(given, near)) + off * 86_400_000).toISOString().slice(0, 10);
        const day = localDateSchema.parse(around);
        const occurrence = occurrenceAfter(given, day);
        expect(dateOf(given, occurrence) > day).toBe(true);
        expect(occurrence === 0 || dateOf(given, occurrence - 1) <= day).toBe(true);
      }),
    );
  });
});

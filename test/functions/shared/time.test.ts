import * as holidays from '@hyunbinseo/holidays-kr/all';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMinutes,
  ageOn,
  businessDayEnd,
  daysBetween,
  endSchema,
  formatDate,
  formatEnd,
  formatInstant,
  instantSchema,
  isBusinessDay,
  lastDayOf,
  localDateSchema,
  parseLocalDate,
  seoulDateOf,
  toInstant,
} from '../../../functions/shared/time.ts';

const instant = (written: string) => instantSchema.parse(written);
const date = (written: string) => localDateSchema.parse(written);
const between = (first: string, last: string) =>
  fc.date({ min: new Date(first), max: new Date(last), noInvalidDate: true });

describe('an instant', () => {
  it.each([
    ['2027-01-29T18:00+09:00', '2027-01-29T09:00:00.000Z'],
    ['2027-01-29T18:00:30+09:00', '2027-01-29T09:00:30.000Z'],
    ['2027-01-29T09:00:00Z', '2027-01-29T09:00:00.000Z'],
    ['2027-01-01T00:00:00.5+09:00', '2026-12-31T15:00:00.500Z'],
  ])('written %s is kept as %s', (written, kept) => {
    expect(instant(written)).toBe(kept);
  });

  it.each(['2027-01-29T18:00', '2027-01-29', '2027-02-30T09:00Z', '2027-01-29T24:00Z', '0000-01-01T00:00+09:00', ''])(
    'is refused when written "%s"',
    (written) => {
      expect(instantSchema.safeParse(written).success).toBe(false);
    },
  );

  it('keeps its form when it is read again, and sorts as a string', () => {
    fc.assert(
      fc.property(between('1990-01-01', '2100-01-01'), between('1990-01-01', '2100-01-01'), (a, b) => {
        expect(instant(toInstant(a))).toBe(toInstant(a));
        expect(toInstant(a) < toInstant(b)).toBe(a < b);
      }),
    );
  });

  it('moves by minutes, also over midnight', () => {
    expect(addMinutes(instant('2026-12-31T23:50:00Z'), 15)).toBe('2027-01-01T00:05:00.000Z');
    expect(addMinutes(instant('2027-01-01T00:05:00Z'), -15)).toBe('2026-12-31T23:50:00.000Z');
  });

  it('falls on the day that it is in Seoul', () => {
    expect(seoulDateOf(instant('2027-01-28T14:59:59.999Z'))).toBe('2027-01-28');
    expect(seoulDateOf(instant('2027-01-28T15:00:00Z'))).toBe('2027-01-29');
  });

  it('is shown in Korean time with its weekday, in both languages', () => {
    const closing = instant('2027-01-29T09:00:00Z');
    expect(formatInstant(closing, 'ko')).toBe('2027년 1월 29일(금) 18:00');
    expect(formatInstant(closing, 'en')).toBe('Friday, 29 January 2027, 18:00 KST');
    expect(formatInstant(instant('2027-01-29T00:05+09:00'), 'ko')).toBe('2027년 1월 29일(금) 00:05');
  });
});

describe('an end', () => {
  const end = (written: string) => endSchema.parse(written);

  it.each([
    ['2027-01-29T24:00+09:00', '2027-01-29T15:00:00.000Z'],
    ['2027-01-29T24:00:00+09:00', '2027-01-29T15:00:00.000Z'],
    ['2027-12-31T24:00:00.000+09:00', '2027-12-31T15:00:00.000Z'],
    ['2027-02-28T24:00Z', '2027-03-01T00:00:00.000Z'],
    ['2027-01-29T18:00+09:00', '2027-01-29T09:00:00.000Z'],
  ])('may be written %s, and is kept as %s', (written, kept) => {
    expect(end(written)).toBe(kept);
    expect(end(kept)).toBe(kept);
  });

  it.each(['2027-01-29T24:01+09:00', '2027-02-30T24:00+09:00', '2027-01-29T24:00', '2027-01-29T25:00Z'])(
    'is refused when written %s',
    (written) => {
      expect(endSchema.safeParse(written).success).toBe(false);
    },
  );

  it('at midnight is said with the day that it ends, so that nobody counts a day more', () => {
    for (const written of ['2027-01-29T24:00+09:00', '2027-01-30T00:00+09:00']) {
      expect(formatEnd(end(written), 'ko')).toBe('2027년 1월 29일(금) 자정(24:00)');
      expect(formatEnd(end(written), 'en')).toBe('Friday, 29 January 2027, midnight (24:00 KST)');
      expect(lastDayOf(end(written))).toBe('2027-01-29');
    }
    expect(formatInstant(end('2027-01-29T24:00+09:00'), 'ko')).toBe('2027년 1월 30일(토) 00:00');
  });

  it.each(['2027-01-29T18:00+09:00', '2027-01-29T23:59+09:00', '2027-01-30T00:01+09:00'])(
    'at any other time is said as any instant: %s',
    (written) => {
      expect(formatEnd(end(written), 'ko')).toBe(formatInstant(end(written), 'ko'));
      expect(lastDayOf(end(written))).toBe(seoulDateOf(end(written)));
    },
  );
});

describe('a day', () => {
  it('is shown with its weekday, in both languages', () => {
    expect(formatDate(date('2027-03-08'), 'ko')).toBe('2027년 3월 8일(월)');
    expect(formatDate(date('2027-03-08'), 'en')).toBe('Monday, 8 March 2027');
  });

  it('is read from the three fields of a date as people fill them in', () => {
    expect(parseLocalDate('1999', '3', '8')).toBe('1999-03-08');
    expect(parseLocalDate(' １９９９ ', '０３', '０８')).toBe('1999-03-08');
    expect(parseLocalDate(2000, 2, 29)).toBe('2000-02-29');
  });

  it.each([
    ['1999', '2', '29'],
    ['1999', '13', '1'],
    ['1999', '4', '31'],
    ['99', '4', '3'],
    ['1999', '0', '3'],
    ['1999', '', '3'],
    ['1999', '4', '3.5'],
    ['1999', '4', '1²'],
    ['199①', '4', '1'],
    ['1999', '¹', '1'],
    ['1999', '-4', '3'],
    ['1e3', '4', '3'],
  ])('is refused when the calendar has no %s-%s-%s', (year, month, day) => {
    expect(parseLocalDate(year, month, day)).toBeUndefined();
  });
});

describe('age', () => {
  it.each([
    ['2008-03-08', '2027-03-08', 19],
    ['2008-03-09', '2027-03-08', 18],
    ['2008-02-29', '2027-02-28', 18],
    ['2008-02-29', '2027-03-01', 19],
    ['2008-02-29', '2028-02-29', 20],
    ['2027-03-08', '2027-03-08', 0],
  ])('of somebody born on %s is counted in full years: on %s it is %i', (birth, on, age) => {
    expect(ageOn(date(birth), date(on))).toBe(age);
  });
});

/** Counted the slow way: midnight by midnight in UTC, with the library's own lists. */
const listed = new Set(Object.values(holidays).flatMap((year) => Object.keys(year)));
const plainBusinessDay = (day: Date): boolean => {
  const weekday = day.toUTCString().slice(0, 3);
  return weekday !== 'Sat' && weekday !== 'Sun' && !listed.has(day.toISOString().slice(0, 10));
};

describe('business days', () => {
  it('end at 18:00 in Seoul on the day that a plain count from day to day finds', () => {
    fc.assert(
      fc.property(between('2018-01-01', '2027-09-01'), fc.integer({ min: 1, max: 60 }), (from, days) => {
        const due = businessDayEnd(toInstant(from), days);
        const day = new Date(from.getTime() + 9 * 3_600_000);
        day.setUTCHours(0, 0, 0, 0);
        for (let counted = 0; counted < days; ) {
          day.setUTCDate(day.getUTCDate() + 1);
          if (plainBusinessDay(day)) counted += 1;
        }
        expect(due).toBe(`${day.toISOString().slice(0, 10)}T09:00:00.000Z`);
      }),
      { numRuns: 500 },
    );
  });

  it('add up: n of them and then m are n + m', () => {
    const days = fc.integer({ min: 1, max: 20 });
    fc.assert(
      fc.property(between('2018-01-01', '2027-09-01'), days, days, (from, n, m) => {
        const start = toInstant(from);
        expect(businessDayEnd(businessDayEnd(start, n), m)).toBe(businessDayEnd(start, n + m));
      }),
    );
  });

  it('leave out Seollal and its substitute holiday', () => {
    expect(businessDayEnd(instant('2027-02-05T09:00+09:00'), 1)).toBe('2027-02-10T09:00:00.000Z');
  });

  it.each([
    ['2027-02-09', 'the substitute for Seollal'],
    ['2027-05-03', 'the substitute for Labour Day'],
    ['2027-12-27', 'the substitute for Christmas'],
    ['2026-06-03', 'the day of local elections'],
    ['2026-07-17', 'Constitution Day'],
  ])('do not include %s, %s', (day) => {
    expect(isBusinessDay(date(day))).toBe(false);
  });

  it('do not count the day on which they start, early or late on it', () => {
    expect(businessDayEnd(instant('2027-03-08T00:00+09:00'), 1)).toBe('2027-03-09T09:00:00.000Z');
    expect(businessDayEnd(instant('2027-03-08T23:59+09:00'), 1)).toBe('2027-03-09T09:00:00.000Z');
  });

  it('know only weekends and holidays with a fixed date in years that are not gazetted', () => {
    expect(isBusinessDay(date('2035-10-03'))).toBe(false);
    expect(isBusinessDay(date('2035-10-06'))).toBe(false);
    expect(isBusinessDay(date('2035-02-08')), 'Seollal').toBe(true);
  });

  it.each([0, -1, 1.5, Number.NaN])('cannot be %d', (days) => {
    expect(() => businessDayEnd(instant('2027-03-08T00:00+09:00'), days)).toThrow(
      expect.objectContaining({ name: 'DaysImpossible' }),
    );
  });
});

describe('the days between two', () => {
  it('are counted over the end of a month and in a leap year', () => {
    expect(daysBetween(date('2028-05-09'), date('2028-05-11'))).toBe(2);
    expect(daysBetween(date('2028-02-28'), date('2028-03-01'))).toBe(2);
  });

  it('are what leads from the one to the other, backwards too', () => {
    const days = fc.integer({ min: -2000, max: 2000 });
    fc.assert(
      fc.property(between('2020-01-01', '2040-01-01'), days, (first, count) => {
        const from = date(first.toISOString().slice(0, 10));
        expect(daysBetween(from, addDays(from, count))).toBe(count);
      }),
    );
  });
});

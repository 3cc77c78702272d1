import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { datePartIn } from '../../../../functions/shared/pages/date-parts.ts';
import { check, formPage } from '../../../../functions/shared/pages/form.ts';

const page = formPage({
  id: 'born',
  title: { ko: '생일', en: 'Birthday' },
  fields: { born: { widget: 'date', label: { ko: '생일', en: 'Birthday' }, schema: z.iso.date() } },
});
const read = (year: string, month: string, day: string) => {
  const typed = { 'born.year': [year], 'born.month': [month], 'born.day': [day] };
  const checked = check(page, typed, 'en');
  return checked.ok ? checked.values.born : checked.errors[0].message;
};

describe('a date in three fields', () => {
  it.each([
    ['1995', '3', '2'],
    ['1995년', '3월', '2일'],
    ['1995 년', '03 월', '02 일'],
    ['1995.', '3.', '2.'],
    ['１９９５년', '３월', '２일'],
    ['1995년생', '3월', '2일생'],
    ['1995年', '3月', '2日'],
    ['1995', 'Mar', '2'],
    ['1995', 'March', '2nd'],
    ['1995', 'MAR.', '2'],
    ['1995-', '3/', '2,'],
    ['19\u200d95\ufe0f', '\u00ad3', '2\u3164'],
  ])('is understood as %s %s %s', (year, month, day) => {
    expect(read(year, month, day)).toBe('1995-03-02');
  });

  it.each([
    ['Sept', '9'],
    ['may', '5'],
    ['JUNE', '6'],
    ['Dec.', '12'],
  ])('may have its month as %s', (name, month) => {
    expect(datePartIn('month', name)).toBe(month);
  });

  it.each([
    ['95', '3', '2', 'Birthday: enter the year in four digits, for example 1995.'],
    ['95년', '3월', '2일', 'Birthday: enter the year in four digits, for example 1995.'],
    ['1995', 'Ma', '2', 'Birthday: there is no such date'],
    ['1995', 'Marz', '2', 'Birthday: there is no such date'],
    ['1995', '2월', '30일', 'Birthday: there is no such date'],
    ['1995', '월', '2', 'Birthday: enter the month, for example 3.'],
  ])('is asked about as %s %s %s', (year, month, day, words) => {
    expect(read(year, month, day)).toContain(words);
  });

  it('has parts that stay the same when they are read again', () => {
    fc.assert(
      fc.property(fc.constantFrom('year', 'month', 'day'), fc.string(), (part, typed) => {
        const once = datePartIn(part, typed);
        fc.pre(/^\d*$/.test(once));
        expect(datePartIn(part, once)).toBe(once);
      }),
    );
  });
});

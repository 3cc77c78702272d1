import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correctableUntil, isLate, reportsUntil, withVersion } from '../../../functions/reports/report.ts';
import { usualConduct } from '../../../functions/residency-rules/conduct.ts';
import {
  daysOfQuarter,
  type Quarter,
  quarterAfter,
  quarterBefore,
  quarterOf,
  reportDue,
} from '../../../functions/residency-rules/reports.ts';
import { addDays, type LocalDate, localDateSchema, seoulDateOf } from '../../../functions/shared/time.ts';
import { moment } from '../../support/moment.ts';
import { figures } from '../../support/reports/said-figures.ts';

const day = (written: string): LocalDate => localDateSchema.parse(written);
const contract = (from: string, to: string, number = 1) => ({ number, from: day(from), to: day(to) });
const days = fc.integer({ min: 0, max: 2000 }).map((count) => addDays(day('2026-01-01'), count));

const quartersOn = (contracts: readonly ReturnType<typeof contract>[], today: string) =>
  reportsUntil({ contracts: [...contracts] }, usualConduct, day(today)).map(({ quarter }) => quarter);

describe('the reports of a residency', () => {
  const year = [contract('2027-05-10', '2028-05-09')];

  it.each([
    ['2027-06-30', []],
    ['2027-07-01', ['2027-Q2']],
    ['2027-09-30', ['2027-Q2']],
    ['2027-10-01', ['2027-Q2', '2027-Q3']],
    ['2028-04-01', ['2027-Q2', '2027-Q3', '2027-Q4', '2028-Q1']],
    ['2030-01-01', ['2027-Q2', '2027-Q3', '2027-Q4', '2028-Q1']],
  ])('on %s are those of the quarters that are over', (today, quarters) => {
    expect(quartersOn(year, today)).toEqual(quarters);
  });

  it('of a founder who stays six months are two, and of nobody who leaves before a quarter ends one more', () => {
    expect(quartersOn([contract('2027-05-10', '2027-11-09')], '2028-01-01')).toEqual(['2027-Q2', '2027-Q3']);
    expect(quartersOn([contract('2027-05-10', '2027-06-29')], '2028-01-01')).toEqual([]);
  });

  it.each([
    ['2027-06-30', []],
    ['2027-07-13', []],
    ['2027-07-14', ['2027-Q2']],
    ['2027-10-02', ['2027-Q2']],
    ['2027-10-17', ['2027-Q2']],
    ['2027-10-18', ['2027-Q2', '2027-Q3']],
  ])('are those that are due by the last day, %s: what is left is told in the exit', (to, quarters) => {
    expect(quartersOn([contract('2027-05-10', to)], '2028-01-01')).toEqual(quarters);
  });

  it('that would be due after the last day are asked for once an extension is in force', () => {
    const first = contract('2027-10-10', '2028-04-09');
    expect(quartersOn([first], '2028-04-05')).toEqual(['2027-Q4']);
    expect(quartersOn([first, contract('2028-04-10', '2028-10-09', 2)], '2028-04-05')).toEqual(['2027-Q4', '2028-Q1']);
  });

  it('go on with an extension, and end with an early end', () => {
    const extended = [...year, contract('2028-05-10', '2029-05-09', 2)];
    expect(quartersOn(extended, '2029-12-31')).toHaveLength(8);
    expect(quartersOn([contract('2027-05-10', '2027-09-29')], '2029-12-31')).toEqual(['2027-Q2']);
  });

  it('are each of a quarter that is over and covered and due by the last day, none left out and none twice', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 1200 }), days, (from, length, today) => {
        const to = addDays(from, length);
        const reports = reportsUntil({ contracts: [{ number: 1, from, to }] }, usualConduct, today);
        const quarters = reports.map(({ quarter }) => quarter);
        expect(new Set(quarters).size).toBe(quarters.length);
        for (const quarter of quarters) {
          const last = daysOfQuarter(quarter).to;
          expect(last >= from && last <= to && last < today, quarter).toBe(true);
        }
        const isDue = (quarter: Quarter) => seoulDateOf(reportDue(quarter, usualConduct)) <= to;
        for (let quarter = quarterOf(from); isDue(quarter); quarter = quarterAfter(quarter)) {
          expect(quarters.includes(quarter), quarter).toBe(daysOfQuarter(quarter).to < today);
        }
      }),
    );
  });

  it('are due on the tenth business day after the quarter, and corrected until the next one is due', () => {
    const quarter = quarterOf(day('2027-09-30'));
    expect(reportDue(quarter, usualConduct)).toBe(moment('2027-10-18T18:00+09:00'));
    expect(correctableUntil(quarter, usualConduct)).toBe(reportDue(quarterAfter(quarter), usualConduct));
    fc.assert(
      fc.property(days, (date) => {
        const one = quarterOf(date);
        expect(quarterBefore(quarterAfter(one))).toBe(one);
        expect(daysOfQuarter(one).from).toBe(addDays(daysOfQuarter(quarterBefore(one)).to, 1));
        expect(correctableUntil(one, usualConduct) > reportDue(one, usualConduct)).toBe(true);
      }),
    );
  });

  it('stay late once they were sent late, however they are corrected, and keep their dates', () => {
    const dueAt = moment('2027-10-18T18:00+09:00');
    const [before, after] = [moment('2027-10-18T18:00+09:00'), moment('2027-10-25T09:00+09:00')];
    const onTime = withVersion({ dueAt, versions: [] }, figures(), 'applicant:x', before);
    expect(isLate(onTime, after)).toBe(false);
    const corrected = withVersion(onTime, figures({ staff: 8 }), 'applicant:x', after);
    expect([corrected.dueAt, corrected.sentAt, isLate(corrected, after)]).toEqual([dueAt, before, false]);
    expect(corrected.versions.map(({ number, staff }) => [number, staff])).toEqual([
      [1, 7],
      [2, 8],
    ]);
    expect(isLate(withVersion({ dueAt, versions: [] }, figures(), 'applicant:x', after), after)).toBe(true);
    expect(isLate({ dueAt }, after)).toBe(true);
  });
});

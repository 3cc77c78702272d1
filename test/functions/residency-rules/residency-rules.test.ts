import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { issueFault } from '../../../functions/documents/slot.ts';
import { conductSchema, usualConduct } from '../../../functions/residency-rules/conduct.ts';
import { earliestEnd, endEarly } from '../../../functions/residency-rules/early-end.ts';
import { judgedTogether, renewalWindow, windowOn } from '../../../functions/residency-rules/renewal.ts';
import {
  daysOfQuarter,
  lateReports,
  nextReport,
  quarterOf,
  quarterSchema,
  reportDue,
  reportsOf,
  wasLate,
} from '../../../functions/residency-rules/reports.ts';
import {
  allContracts,
  firstContract,
  lastDayAfter,
  nextContract,
  type Terms,
} from '../../../functions/residency-rules/terms.ts';
import { addDays, businessDayEnd, instantSchema, seoulDateOf, seoulTime } from '../../../functions/shared/time.ts';
import { day } from '../../support/spaces/made-up.ts';

/** As the Lab's round has them. */
const firms: Terms = { months: 12, extendedBy: 12, mostMonths: 36 };
const founders: Terms = { months: 6, extendedBy: 12, mostMonths: 36 };
const q = (written: string) => quarterSchema.parse(written);

describe('the worked example of a residency', () => {
  const accepted = seoulTime(day('2027-04-16'), '14:00');
  const [contract] = allContracts(firms, day('2027-05-10'));
  const reports = contract ? reportsOf(contract, usualConduct) : [];

  it.each([
    ['the offer is accepted on a Friday', new Date('2027-04-16').getUTCDay(), 5],
    ['the documents are due 5 business days later', seoulDateOf(businessDayEnd(accepted, 5)), '2027-04-23'],
    ['the contract begins', contract?.from, '2027-05-10'],
    ['and ends', contract?.to, '2028-05-09'],
    ['the renewal is asked for by', renewalWindow(usualConduct, day('2028-05-09')).closes, '2028-03-10'],
    ['reports are sent', reports.map(({ quarter }) => quarter).join(), '2027-Q2,2027-Q3,2027-Q4,2028-Q1'],
    ['that of Q3 2027 is due, after two holidays', seoulDateOf(reportDue(q('2027-Q3'), usualConduct)), '2027-10-18'],
    ['until the close of business', reportDue(q('2027-Q3'), usualConduct), '2027-10-18T09:00:00.000Z'],
  ])('%s: %s', (_, got, expected) => {
    expect(got).toBe(expected);
  });

  it.each([
    ['2027-01-21', 'too-old', 91],
    ['2027-01-22', undefined, 90],
    ['2027-04-22', undefined, 0],
    ['2027-04-23', 'not-yet', -1],
  ])('an extract issued on %s, under a rule of 90 days, is %s', (issued, fault, old) => {
    const sent = seoulTime(day('2027-04-22'), '10:00');
    expect(addDays(day(issued), old)).toBe('2027-04-22');
    expect(issueFault({ issuedWithinDays: 90 }, day(issued), sent)).toBe(fault);
  });

  it('has the same due dates, those to come too, though the report of Q3 is sent on the 25th', () => {
    const sentAt = seoulTime(day('2027-10-25'), '09:00');
    const earlier = new Map([[q('2027-Q2'), seoulTime(day('2027-07-01'), '09:00')]]);
    const sent = new Map([...earlier, [q('2027-Q3'), sentAt] as const]);
    const third = reports.find(({ quarter }) => quarter === '2027-Q3');
    expect(lateReports(reports, earlier, sentAt)).toEqual([third]);
    expect(lateReports(reports, sent, sentAt)).toEqual([]);
    expect(third && wasLate(third, sentAt)).toBe(true);
    expect(nextReport(reports, sent)).toEqual({ quarter: '2027-Q4', dueAt: '2028-01-14T09:00:00.000Z' });
    expect(reportsOf({ from: day('2027-05-10'), to: day('2028-05-09') }, usualConduct)).toEqual(reports);
  });
});

describe('a contract', () => {
  it.each([
    ['2027-05-10', 12, '2028-05-09'],
    ['2027-05-10', 6, '2027-11-09'],
    ['2027-03-01', 12, '2028-02-29'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2027-08-31', 6, '2028-02-29'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2027-08-30', 6, '2028-02-29'],
    ['2027-12-31', 2, '2028-02-29'],
    ['2027-01-01', 12, '2027-12-31'],
  ])('from %s for %i months has its last day on %s', (first, months, last) => {
    expect(lastDayAfter(day(first), months)).toBe(last);
  });

  it('is extended yearly up to three years, each year counted from the first day', () => {
    expect(allContracts(firms, day('2027-05-10'))).toEqual([
      { from: '2027-05-10', to: '2028-05-09' },
      { from: '2028-05-10', to: '2029-05-09' },
      { from: '2029-05-10', to: '2030-05-09' },
    ]);
    expect(nextContract(firms, { first: day('2027-05-10'), months: 36 })).toEqual({ kind: 'at-most', mostMonths: 36 });
  });

  it('of a founder is for six months, and the last extension is what is left of the longest residency', () => {
    expect(allContracts(founders, day('2027-05-10')).map(({ to }) => to)).toEqual([
      '2027-11-09',
      '2028-11-09',
      '2029-11-09',
      '2030-05-09',
    ]);
    expect(nextContract({ months: 6, mostMonths: 6 }, { first: day('2027-05-10'), months: 6 })).toEqual({
      kind: 'not-extended',
    });
  });

  it('follows the one before without a gap, wherever it begins and however long it is', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 2_000 }),
        fc.record({ months: fc.integer({ min: 1, max: 18 }), extendedBy: fc.integer({ min: 1, max: 18 }) }),
        (offset, { months, extendedBy }) => {
          const first = addDays(day('2027-01-01'), offset);
          const contracts = allContracts({ months, extendedBy, mostMonths: 36 }, first);
          for (const [index, { from, to }] of contracts.entries()) {
            expect(from <= to).toBe(true);
            const next = contracts[index + 1];
            if (next) expect(next.from).toBe(addDays(to, 1));
          }
          expect(contracts.at(-1)?.to).toBe(lastDayAfter(first, 36));
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('reports', () => {
  it.each([
    ['2027-01-01', '2027-Q1'],
    ['2027-03-31', '2027-Q1'],
    ['2027-04-01', '2027-Q2'],
    ['2027-12-31', '2027-Q4'],
  ])('of %s are those of %s', (date, quarter) => {
    expect(quarterOf(day(date))).toBe(quarter);
  });

  it.each([
    ['2027-Q1', '2027-01-01', '2027-03-31', '2027-04-14'],
    ['2027-Q2', '2027-04-01', '2027-06-30', '2027-07-14'],
    ['2027-Q4', '2027-10-01', '2027-12-31', '2028-01-14'],
  ])('of %s cover %s to %s and are due on %s', (quarter, from, to, due) => {
    expect(daysOfQuarter(q(quarter))).toEqual({ from, to });
    expect(seoulDateOf(reportDue(q(quarter), usualConduct))).toBe(due);
  });

  it('are due at the same times after an extension, with those of the further year behind them', () => {
    const [first, ...more] = allContracts(firms, day('2027-05-10'));
    const last = more.at(-1);
    if (!first || !last) throw new Error('no contracts');
    const one = reportsOf(first, usualConduct);
    const all = reportsOf({ from: first.from, to: last.to }, usualConduct);
    expect(all.slice(0, one.length)).toEqual(one);
    expect(all).toHaveLength(12);
    expect(new Set(all.map(({ quarter }) => quarter)).size).toBe(12);
  });

  it('are not late on the last minute, and are a minute later', () => {
    const reports = reportsOf({ from: day('2027-07-01'), to: day('2027-10-18') }, usualConduct);
    const at = (written: string) => instantSchema.parse(written);
    expect(lateReports(reports, new Map(), at('2027-10-18T18:00+09:00'))).toEqual([]);
    expect(lateReports(reports, new Map(), at('2027-10-18T18:01+09:00'))).toHaveLength(1);
    expect(reportsOf({ from: day('2027-07-02'), to: day('2027-09-29') }, usualConduct)).toEqual([]);
  });
});

describe('a renewal', () => {
  const window = renewalWindow(usualConduct, day('2028-05-09'));

  it.each([
    ['2028-01-09', 'not-open'],
    ['2028-01-10', 'open'],
    ['2028-03-10', 'open'],
    ['2028-03-11', 'closed'],
    ['2028-05-09', 'closed'],
  ] as const)('asked for on %s finds its window %s: sixty days and more before the end', (date, state) => {
    expect(windowOn(window, day(date))).toBe(state);
  });

  it('is judged together with those whose windows close in the same month', () => {
    const ends = ['2028-05-09', '2028-05-16', '2028-05-31', '2028-11-09'].map((lastDay) => ({ lastDay: day(lastDay) }));
    expect([...judgedTogether(usualConduct, ends)].map(([month, some]) => [month, some.length])).toEqual([
      ['2028-03', 2],
      ['2028-04', 1],
      ['2028-09', 1],
    ]);
  });
});

describe('an early end', () => {
  const contract = firstContract(firms, day('2027-05-10'));
  const end = (by: 'startup' | 'management', noticedOn: string, lastDay: string) =>
    endEarly({ notice: { startupDays: 30, managementDays: 60 } }, contract, {
      by,
      noticedOn: day(noticedOn),
      lastDay: day(lastDay),
    });

  it.each([
    ['startup', '2027-09-01', '2027-10-01', { kind: 'ends', lastDay: '2027-10-01' }],
    ['startup', '2027-09-01', '2027-09-30', { kind: 'too-soon', earliest: '2027-10-01' }],
    ['management', '2027-09-01', '2027-10-30', { kind: 'too-soon', earliest: '2027-10-31' }],
    ['management', '2027-09-01', '2027-10-31', { kind: 'ends', lastDay: '2027-10-31' }],
    ['startup', '2027-04-01', '2027-05-09', { kind: 'before-begin', from: '2027-05-10' }],
    ['startup', '2028-04-20', '2028-05-09', { kind: 'not-early', to: '2028-05-09' }],
    ['startup', '2028-06-01', '2028-07-09', { kind: 'not-early', to: '2028-05-09' }],
  ] as const)('by the %s with notice on %s for %s: %o', (by, noticedOn, lastDay, outcome) => {
    expect(end(by, noticedOn, lastDay)).toEqual(outcome);
  });

  it('is possible at the earliest after the notice of whoever gives it', () => {
    expect(earliestEnd(usualConduct, 'management', day('2027-09-01'))).toBe('2027-10-01');
  });
});

it('the conduct of a round is checked: a window does not close before it opens, and nothing else is in it', () => {
  expect(conductSchema.parse(usualConduct)).toEqual(usualConduct);
  const wrong = conductSchema.safeParse({ ...usualConduct, renewal: { opensDays: 30, closesDays: 60 } });
  expect(wrong.error?.issues.map(({ path }) => path)).toEqual([['renewal', 'closesDays']]);
  expect(conductSchema.safeParse({ ...usualConduct, fee: 1 }).success).toBe(false);
});

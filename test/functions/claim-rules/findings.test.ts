import { describe, expect, it } from 'vitest';
import type { WageClaim } from '../../../functions/claim-rules/claim.ts';
import { type ClaimFinding, findingsOf } from '../../../functions/claim-rules/findings.ts';
import {
  at,
  basisWith,
  claimWith,
  cohort,
  day,
  exampleSettings,
  lecturerOf,
  lessonOf,
} from '../../support/claims/made-up.ts';
import { exampleCard } from '../../support/wages/rules.ts';

const real = () => ({ ...exampleCard(), example: false });
const lesson = lessonOf('L01');
const calm = claimWith([lesson]);
const quiet = { ...calm, calculation: { ...calm.calculation, example: false } };

type Look = Parameters<typeof findingsOf>[1];
const look = (change: Partial<Look> = {}): Look => ({
  timetable: [lesson],
  claimed: { L01: calm.id },
  claims: [quiet],
  last: undefined,
  hasAccount: true,
  versions: calm.versions,
  settings: exampleSettings(),
  today: day('2027-04-05'),
  ...change,
});
const said = (kind: 'not-taught'): WageClaim['said'] => [
  { lesson: 'L01', said: { kind }, reason: 'ill', at: at('2027-04-02 09:00') },
];
const other = (change: Partial<WageClaim>): WageClaim => ({ ...quiet, id: 'W-2703-AAAA-AAAA', ...change });

const rows: readonly [string, WageClaim, Partial<Look>, readonly ClaimFinding[]][] = [
  ['nothing about a claim as the timetable has it', quiet, {}, []],
  ['that the rules are examples', calm, {}, [{ kind: 'example' }]],
  ['that no account can be paid to', quiet, { hasAccount: false }, [{ kind: 'account-missing' }]],
  [
    'that nothing was taught',
    { ...quiet, said: said('not-taught') },
    {},
    [{ kind: 'no-lessons' }, { kind: 'said', lesson: 'L01', how: 'not-taught', reason: 'ill' }],
  ],
  ['that nobody answered', { ...quiet, unanswered: at('2027-04-05 18:00') }, {}, [{ kind: 'unanswered' }]],
  [
    'that another claim has the lesson',
    quiet,
    { claimed: { L01: 'W-2703-AAAA-AAAA' } },
    [{ kind: 'claimed-before', lesson: 'L01', claim: 'W-2703-AAAA-AAAA' }],
  ],
  [
    'that another claim has one at the same time of the same course, under another id',
    quiet,
    { claims: [quiet, other({ lessons: [{ ...lesson, id: 'L99' }] })] },
    [
      { kind: 'claimed-before', lesson: 'L01', claim: 'W-2703-AAAA-AAAA' },
      { kind: 'overlap', lesson: 'L01', other: 'L99', claim: 'W-2703-AAAA-AAAA' },
    ],
  ],
  [
    'that a lesson of another cohort was at the same time',
    quiet,
    {
      claims: [
        quiet,
        other({ cohort: 'academy-2027h2', lessons: [{ ...lesson, id: 'L07', start: '21:59', end: '23:00' }] }),
      ],
    },
    [{ kind: 'overlap', lesson: 'L01', other: 'L07', claim: 'W-2703-AAAA-AAAA' }],
  ],
  [
    'nothing about one that begins when this ends, nor one of a claim that was cancelled',
    quiet,
    {
      claims: [
        quiet,
        other({ lessons: [{ ...lesson, id: 'L07', start: '22:00', end: '23:00' }] }),
        other({ state: 'CANCELLED', lessons: [{ ...lesson, id: 'L08' }] }),
      ],
    },
    [],
  ],
  [
    'that the timetable has moved the lesson',
    quiet,
    { timetable: [{ ...lesson, start: '18:00' }] },
    [{ kind: 'timetable-differs', lesson: 'L01' }],
  ],
  [
    'that the timetable has another lecturer for it',
    quiet,
    { timetable: [{ ...lesson, lecturer: 'lee-sol' }] },
    [{ kind: 'timetable-differs', lesson: 'L01' }],
  ],
  ['that the lesson is gone', quiet, { timetable: [] }, [{ kind: 'timetable-differs', lesson: 'L01' }]],
  [
    'that rules are others than those of last month',
    quiet,
    { last: other({ versions: { ...calm.versions, card: 'lecturers-2026@0' } }) },
    [{ kind: 'rules-changed' }],
  ],
  ['that rules have changed since', quiet, { versions: { ...calm.versions, tax: 'x@1' } }, [{ kind: 'rules-changed' }]],
  [
    'that it is much more than last month',
    quiet,
    { last: other({ calculation: { ...quiet.calculation, gross: 100_000 } }) },
    [{ kind: 'much-more', before: 100_000, now: 490_000 }],
  ],
  [
    'that it is a half more: as much as is told from, and nothing yet',
    { ...quiet, calculation: { ...quiet.calculation, gross: 150_000 } },
    { last: other({ calculation: { ...quiet.calculation, gross: 100_000 } }) },
    [],
  ],
  [
    'that a year is closed',
    quiet,
    { settings: { ...exampleSettings(), closings: [{ year: 2027, day: day('2027-04-04') }] } },
    [{ kind: 'closed-year', lesson: 'L01', date: day('2027-03-08') }],
  ],
];

describe('what is unusual about a claim', () => {
  it.each(rows)('says %s', (_, claim, change, expected) => {
    expect(findingsOf(claim, look(change))).toEqual(expected);
  });

  it('says of 24 hours on a day how long they were, and of an earlier month which', () => {
    const long = lessonOf('L01', { date: day('2027-02-26'), start: '00:00', end: '24:00' });
    const claim = claimWith([long], { basis: basisWith({ timetable: [long], card: real() }) });
    const found = findingsOf(claim, look({ timetable: [long], claimed: { L01: claim.id }, claims: [claim] }));
    expect(found).toContainEqual({ kind: 'long-day', date: '2027-02-26', minutes: 1440 });
    expect(found).toContainEqual({ kind: 'earlier-month', lesson: 'L01', date: '2027-02-26' });
  });

  it('says which lectures the law limits, and by how much', () => {
    const capped = lecturerOf('kim-haon', {
      grade: 'special-1',
      cap: { class: 'class-40', confirmedBy: 'operator:test', confirmedAt: at('2027-01-04 09:00') },
    });
    const claim = claimWith([lesson], { cohort, basis: basisWith({ timetable: [lesson], lecturer: capped }) });
    expect(findingsOf(claim, look())).toContainEqual({
      kind: 'cap',
      date: '2027-03-08',
      course: 'digital-payments',
      amount: -400_000,
    });
  });
});

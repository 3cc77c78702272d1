import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { draftsOf } from '../../../functions/claim-rules/taught-lessons.ts';
import { addDays } from '../../../functions/shared/time.ts';
import { lessonEnds } from '../../../functions/timetable/lesson.ts';
import { at, day, lessonOf } from '../../support/claims/made-up.ts';
import { testSeed } from '../../support/seed.ts';

const draft = (
  lessons: Parameters<typeof draftsOf>[0],
  { month = '2027-03', claimed = {}, now = at('2027-04-01 09:00'), perClaim = 100 } = {},
) => draftsOf(lessons, { month, claimed, now, perClaim });
const ids = (drafts: ReturnType<typeof draftsOf>) =>
  Object.fromEntries(drafts.map(({ lecturer, lessons }) => [lecturer, lessons.map(({ id }) => id)]));

const rows: readonly [string, Parameters<typeof draft>, Readonly<Record<string, readonly string[]>>][] = [
  ['no lesson makes no claim', [[]], {}],
  ['what is still to come is not claimed', [[lessonOf('L01')], { now: at('2027-03-08 21:59') }], {}],
  ['what has just ended is', [[lessonOf('L01')], { now: at('2027-03-08 22:00') }], { 'kim-haon': ['L01'] }],
  ['what was cancelled is not', [[lessonOf('L01', { cancelled: true })]], {}],
  [
    'what another claim has is not',
    [[lessonOf('L01'), lessonOf('L02')], { claimed: { L01: 'W' } }],
    { 'kim-haon': ['L02'] },
  ],
  [
    'a substitute claims what the substitute taught',
    [[lessonOf('L01'), lessonOf('L02', { lecturer: 'lee-sol' })]],
    { 'kim-haon': ['L01'], 'lee-sol': ['L02'] },
  ],
  [
    'a lesson over midnight belongs to the month in which it begins',
    [[lessonOf('L01', { date: day('2027-03-31'), start: '23:00', end: '01:00' })], { now: at('2027-04-01 01:00') }],
    { 'kim-haon': ['L01'] },
  ],
  [
    'one of the next month waits',
    [[lessonOf('L01', { date: day('2027-04-01') })], { now: at('2027-04-02 09:00') }],
    {},
  ],
  [
    'one of an earlier month that nobody claimed is not forgotten',
    [[lessonOf('L01', { date: day('2027-01-01') }), lessonOf('L02')]],
    { 'kim-haon': ['L01', 'L02'] },
  ],
  [
    'a lesson of 24 hours is one lesson',
    [[lessonOf('L01', { start: '00:00', end: '24:00' })]],
    { 'kim-haon': ['L01'] },
  ],
  [
    'before the closing day, what was taught by then',
    [
      [lessonOf('L01', { date: day('2027-12-20') }), lessonOf('L02', { date: day('2027-12-30') })],
      { month: '2027-12', now: at('2027-12-21 09:00') },
    ],
    { 'kim-haon': ['L01'] },
  ],
  [
    'as many as one claim takes; the others follow with the next',
    [[lessonOf('L01'), lessonOf('L02', { date: day('2027-03-09') })], { perClaim: 1 }],
    { 'kim-haon': ['L01'] },
  ],
];

describe('drafting claims of a month', () => {
  it.each(rows)('%s', (_, given, expected) => {
    expect(ids(draft(...given))).toEqual(expected);
  });

  it('claims each lesson that was taught once, whenever and how often drafts are made', () => {
    const lesson = fc
      .record({
        number: fc.nat(30),
        offset: fc.nat(89),
        lecturer: fc.constantFrom('a-a', 'b-b', 'c-c'),
        cancelled: fc.boolean(),
      })
      .map(({ number, offset, ...rest }) =>
        lessonOf(`L${number}`, { date: addDays(day('2027-01-01'), offset), ...rest }),
      );
    fc.assert(
      fc.property(
        fc.uniqueArray(lesson, { selector: ({ id }) => id, maxLength: 20 }),
        fc.array(fc.nat(120), { maxLength: 6 }),
        (lessons, offsets) => {
          const claimed: Record<string, string> = {};
          for (const offset of [...offsets].sort((a, b) => a - b)) {
            const today = addDays(day('2027-01-01'), offset);
            for (const { lessons: own, lecturer } of draft(lessons, {
              month: today.slice(0, 7),
              claimed,
              now: at(`${today} 09:00`),
            })) {
              for (const { id } of own) {
                expect(claimed).not.toHaveProperty(id);
                claimed[id] = lecturer;
              }
            }
          }
          const last = draft(lessons, { month: '2027-12', claimed, now: at('2027-12-31 09:00') });
          const all = [...Object.keys(claimed), ...last.flatMap((one) => one.lessons.map(({ id }) => id))].sort();
          const taught = lessons.filter((one) => !one.cancelled && lessonEnds(one) <= at('2027-12-31 09:00'));
          expect(all).toEqual(taught.map(({ id }) => id).sort());
        },
      ),
      { seed: testSeed(), numRuns: 100 },
    );
  });
});

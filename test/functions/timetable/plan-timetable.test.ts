import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMinutes, instantSchema, localDateSchema } from '../../../functions/shared/time.ts';
import { type Lesson, type LessonRow, lessonEnds } from '../../../functions/timetable/lesson.ts';
import { planTimetable } from '../../../functions/timetable/plan-timetable.ts';
import { lessonRow } from '../../support/timetable/timetable.ts';

const now = instantSchema.parse('2027-03-10T12:00:00Z');
const day = (text: string) => localDateSchema.parse(text);
const row = (id: string, date: string, change: Partial<LessonRow> = {}): LessonRow =>
  lessonRow({ now: () => now }, { id, date: day(date), ...change });
const plan = (rows: readonly LessonRow[], was: readonly Lesson[] = [], correcting = false, at = now) =>
  planTimetable(rows, was, { now: at, correcting });

const early = instantSchema.parse('2027-02-01T00:00:00Z');
const rows = [row('L01', '2027-03-08'), row('L02', '2027-03-15'), row('L03', '2027-03-22')];
const first = plan(rows, [], false, early).lessons;
const by = (lecturer: string) => rows.map((one) => ({ ...one, lecturer, lecturerName: 'Sol' }));

describe('a further file of a timetable', () => {
  it('that is the same changes nothing', () => {
    expect(plan(rows, first)).toMatchObject({ lessons: first, added: [], changed: [], cancelled: [], kept: [] });
  });

  it('gives a substitute what is still to come; what was taught stays with the former lecturer', () => {
    const { lessons, substituted, kept } = plan(by('lee-sol'), first);
    expect(lessons.map(({ id, lecturer, sequence }) => [id, lecturer, sequence])).toEqual([
      ['L01', 'kim-haon', 0],
      ['L02', 'lee-sol', 1],
      ['L03', 'lee-sol', 1],
    ]);
    expect(substituted).toEqual([
      { id: 'L02', from: 'kim-haon', to: 'lee-sol' },
      { id: 'L03', from: 'kim-haon', to: 'lee-sol' },
    ]);
    expect(kept).toEqual(['L01']);
  });

  it('corrects what was taught only if that is asked for', () => {
    const { lessons, kept } = plan(by('lee-sol'), first, true);
    expect(lessons.map(({ lecturer }) => lecturer)).toEqual(['lee-sol', 'lee-sol', 'lee-sol']);
    expect(kept).toEqual([]);
  });

  it('cancels what is not in it, unless it was taught, and a cancelled lesson can come back', () => {
    const cancelled = plan([row('L02', '2027-03-15')], first);
    expect(cancelled.lessons.map(({ id, cancelled: off, sequence }) => [id, off, sequence])).toEqual([
      ['L01', false, 0],
      ['L02', false, 0],
      ['L03', true, 1],
    ]);
    expect(cancelled).toMatchObject({ cancelled: ['L03'], kept: ['L01'] });
    expect(plan([row('L02', '2027-03-15')], cancelled.lessons).cancelled).toEqual([]);
    const back = plan(rows, cancelled.lessons);
    expect(back.lessons.at(-1)).toMatchObject({ id: 'L03', cancelled: false, sequence: 2 });
    expect(back.changed).toEqual([{ id: 'L03', fields: ['cancelled'] }]);
  });

  it('moves a lesson, and says which of its fields change', () => {
    const moved = plan(
      [rows[0], row('L02', '2027-03-16', { site: 'R1' }), rows[2]].filter((one) => !!one),
      first,
    );
    expect(moved.changed).toEqual([{ id: 'L02', fields: ['date', 'site'] }]);
  });

  it('never changes what was taught, nor lets a number of changes fall, whatever follows what', () => {
    const ids = ['A', 'B', 'C', 'D'];
    const file = fc
      .subarray(ids)
      .chain((some) =>
        fc.tuple(
          ...some.map((id) =>
            fc
              .tuple(fc.integer({ min: -4, max: 4 }), fc.constantFrom('kim-haon', 'lee-sol'))
              .map(([days, lecturer]) => row(id, addDays(day('2027-03-10'), days), { lecturer })),
          ),
        ),
      );
    fc.assert(
      fc.property(fc.array(fc.tuple(file, fc.nat(48)), { maxLength: 6 }), (files) => {
        let lessons: readonly Lesson[] = [];
        let at = early;
        for (const [some, hours] of files) {
          at = addMinutes(at < now ? addMinutes(now, -60 * 72) : at, hours * 60);
          const next = plan(some, lessons, false, at);
          for (const was of lessons) {
            const is = next.lessons.find(({ id }) => id === was.id);
            if (!was.cancelled && lessonEnds(was) <= at) expect(is).toEqual(was);
            expect(is?.sequence).toBeGreaterThanOrEqual(was.sequence);
            if (JSON.stringify(is) !== JSON.stringify(was)) expect(is?.sequence).toBe(was.sequence + 1);
          }
          lessons = next.lessons;
        }
      }),
      { numRuns: 500 },
    );
  });
});

import { describe, expect, it } from 'vitest';
import {
  contactErasableFrom,
  dayAfterYears,
  erasableFrom,
  firstErasure,
} from '../../../functions/retention/retention.ts';
import { lastDayOfCourse } from '../../../functions/rounds/lessons.ts';
import { instantSchema, localDateSchema } from '../../../functions/shared/time.ts';
import { academyRound } from '../rounds/academy.ts';

const round = academyRound();
const day = (date: string) => localDateSchema.parse(date);
const at = (instant: string) => instantSchema.parse(instant);
const years = { refusedYears: 1, enrolledYears: 3 };
const released = { releasedAt: at('2027-02-19T10:00+09:00'), since: {} };

describe('how long an application is kept', () => {
  it.each([
    ['2027-02-19', 1, '2028-02-20'],
    ['2028-02-29', 1, '2029-03-01'],
    ['2028-02-29', 4, '2032-03-01'],
    ['2027-12-31', 1, '2029-01-01'],
  ])('%s and %i years: until the day before %s', (event, count, from) => {
    expect(dayAfterYears(day(event), count)).toBe(from);
  });

  it('is a year from the results for everybody who does not take part', () => {
    for (const state of ['NOT_SELECTED', 'DECLINED', 'LAPSED', 'WITHDRAWN', 'ENDED'] as const) {
      expect(erasableFrom({ state }, round, released, years), state).toBe('2028-02-20');
    }
    expect(erasableFrom(undefined, round, released, years)).toBe('2028-02-20');
  });

  it('is three years from the end of the course for who takes part, and for who to call only until its end', () => {
    expect(lastDayOfCourse(round)).toBe('2027-07-11');
    expect(erasableFrom({ state: 'ACCEPTED' }, round, released, years)).toBe('2030-07-12');
    expect(contactErasableFrom(round)).toBe('2027-07-12');
  });

  it('counts from the day of the results as announced if they came earlier, and from the day itself if later', () => {
    const on = (instant: string) => erasableFrom(undefined, round, { releasedAt: at(instant), since: {} }, years);
    expect(on('2027-02-10T10:00+09:00')).toBe('2028-02-20');
    expect(on('2027-02-24T23:30+09:00')).toBe('2028-02-25');
    expect(on('2027-02-24T15:30Z')).toBe('2028-02-26');
  });

  it('counts from the cancellation of a cancelled round, and never ends early for one that ended empty', () => {
    const cancelled = { by: 'operator:x', reason: 'why', at: at('2026-12-01T10:00+09:00') };
    expect(erasableFrom({ state: 'CANCELLED' }, round, { cancelled, since: {} }, years)).toBe('2027-12-02');
    const empty = { since: { EMPTY: at('2027-01-30T10:00+09:00') } };
    expect(erasableFrom(undefined, round, empty, years)).toBe('2028-02-20');
  });

  it('begins with the first of its days', () => {
    expect(firstErasure(round, released, years)).toBe('2027-07-12');
    const soon = { cancelled: { by: 'operator:x', reason: 'why', at: at('2026-05-01T10:00+09:00') }, since: {} };
    expect(firstErasure(round, soon, years)).toBe('2027-05-02');
  });
});

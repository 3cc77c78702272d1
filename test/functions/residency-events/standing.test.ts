import fc from 'fast-check';
import { expect, it } from 'vitest';
import { placesOf, presentPlace } from '../../../functions/residency-events/places.ts';
import { reportingOf, standingOf } from '../../../functions/residency-events/standing.ts';
import { usualConduct } from '../../../functions/residency-rules/conduct.ts';
import { addDays, instantSchema, type LocalDate } from '../../../functions/shared/time.ts';
import { day, holdingOf, residency, spaceOf } from '../../support/spaces/made-up.ts';

const since = instantSchema.parse('2027-05-09T15:00:00.000Z');
const contracts = [{ number: 1, from: day('2027-05-10'), to: day('2028-05-09') }];
const was = { state: 'RESIDENT' as const, contracts, since };

/** Where the residency stands on a day, with the day on which its space came back if that is known. */
function on(today: LocalDate, returnedOn?: LocalDate, state: 'RESIDENT' | 'ENDED' = 'RESIDENT') {
  const holding = holdingOf(1, { holder: residency('S'), ...(returnedOn && { returnedOn }) });
  const place = presentPlace(placesOf([spaceOf('annex-301', [holding])], 'S', today), today);
  return standingOf({ ...was, state }, { events: [], place }, today);
}

it.each([
  ['2028-05-09', undefined, { kind: 'resident', on: '2028-05-09' }],
  ['2028-05-10', undefined, { kind: 'past', on: '2028-05-09', days: 1 }],
  ['2028-05-11', undefined, { kind: 'past', on: '2028-05-09', days: 2 }],
  ['2028-05-12', '2028-05-11', { kind: 'ending', on: '2028-05-09' }],
] as const)('on %s, with the keys back on %s, a residency to 9 May stands so', (today, returned, standing) => {
  expect(on(day(today), returned && day(returned))).toEqual(standing);
});

it('ends by an exit that has begun, and by notice, before its last day', () => {
  const exit = { kind: 'exit', state: 'OPEN', about: '1', since } as const;
  const today = day('2028-05-01');
  expect(standingOf(was, { events: [exit], place: undefined }, today).kind).toBe('ending');
  expect(standingOf(was, { events: [{ ...exit, state: 'DROPPED' }], place: undefined }, today).kind).toBe('resident');
  expect(on(day('2028-06-01'), day('2028-05-09'), 'ENDED').kind).toBe('ended');
});

it('is past its end exactly from the day after it until the return is confirmed', () => {
  fc.assert(
    fc.property(fc.integer({ min: -400, max: 60 }), fc.option(fc.integer({ min: 0, max: 30 })), (offset, back) => {
      const to = day('2028-05-09');
      const today = addDays(to, offset);
      const returned = back === null ? undefined : addDays(to, back);
      const known = returned !== undefined && returned < today ? returned : undefined;
      expect(on(today, known).kind === 'past').toBe(offset > 0 && known === undefined);
    }),
  );
});

it('a report that is sent late moves no date: the next one is due when it would have been', () => {
  const report = { kind: 'report', about: '2027-Q3', since } as const;
  const given = (state: 'OPEN' | 'DONE') => ({ events: [{ ...report, state }], conduct: usualConduct });
  const later = instantSchema.parse('2027-10-20T00:00:00.000Z');
  const q2 = { kind: 'report', state: 'DONE', about: '2027-Q2', since } as const;
  const before = reportingOf(was, { events: [q2], conduct: usualConduct }, later);
  expect(before).toMatchObject({ next: { quarter: '2027-Q3', dueAt: '2027-10-18T09:00:00.000Z' } });
  expect(before.late.map(({ quarter }) => quarter)).toEqual(['2027-Q3']);
  const sent = reportingOf(was, { ...given('DONE'), events: [q2, ...given('DONE').events] }, later);
  expect([sent.next?.quarter, sent.late]).toEqual(['2027-Q4', []]);
});

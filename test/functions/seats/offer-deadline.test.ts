import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chaseAction } from '../../../functions/requests/chase-action.ts';
import { timingOf } from '../../../functions/requests/plan.ts';
import { openedRequest, reminded } from '../../../functions/requests/request.ts';
import { offersEnd, ownDates, waitlistEnd } from '../../../functions/rounds/own-dates.ts';
import { daysLeft, offerPlan } from '../../../functions/seats/offer-deadline.ts';
import {
  addDays,
  addMinutes,
  instantSchema,
  isBusinessDay,
  localDateSchema,
  seoulDateOf,
  seoulTime,
} from '../../../functions/shared/time.ts';
import { academyRound } from '../rounds/academy.ts';

const offer = {
  answerWithin: 5,
  shorten: [
    { lastDays: 2, answerWithin: 1 },
    { lastDays: 5, answerWithin: 2 },
  ],
  waitlist: { length: 30, lastDay: localDateSchema.parse('2027-03-05') },
  leastHours: 3,
};

const at = (seoul: string) => instantSchema.parse(`${seoul}+09:00`);

/** The offer's request as it is opened by the plan. */
const opened = (now: ReturnType<typeof at>, rules: typeof offer = offer) => {
  const plan = offerPlan(rules, now);
  return (
    plan &&
    openedRequest({
      id: 'offer',
      kind: 'seat-offer',
      subject: 'A-27H1-7K3Q-9MX4',
      context: 'academy-2027h1',
      askKey: 'seat-offer/academy-2027h1-seat-01/1',
      outcomes: ['ACCEPT', 'DECLINE'],
      assignee: { applicant: 'A-27H1-7K3Q-9MX4' },
      why: 'asked',
      plan,
      now,
    })
  );
};

describe('the time to answer an offer', () => {
  it.each([
    // Made on, due on, reminders on; 1 March 2027 is a holiday and 5 March the last day of the waitlist.
    ['2027-02-19T10:00', '2027-02-26T18:00', ['2027-02-24T18:00', '2027-02-25T18:00']],
    ['2027-02-21T10:00', '2027-02-26T18:00', ['2027-02-24T18:00', '2027-02-25T18:00']],
    ['2027-02-24T10:00', '2027-03-04T18:00', ['2027-03-02T18:00', '2027-03-03T18:00']],
    ['2027-02-25T10:00', '2027-03-05T18:00', ['2027-03-03T18:00', '2027-03-04T18:00']],
    ['2027-02-26T10:00', '2027-03-03T18:00', ['2027-03-02T18:00']],
    ['2027-03-02T09:00', '2027-03-04T18:00', ['2027-03-03T18:00']],
    ['2027-03-03T09:00', '2027-03-05T18:00', ['2027-03-04T18:00']],
    ['2027-03-04T23:00', '2027-03-05T18:00', []],
    ['2027-03-05T14:59', '2027-03-05T18:00', []],
  ])('of one made on %s ends on %s, with reminders on %j', (made, due, reminders) => {
    const request = opened(at(made));
    expect(request?.dueAt).toBe(at(due));
    expect(request?.reminders).toEqual(reminders.map(at));
  });

  it('is three hours at least: from 15:00 of the last day on no offer is made', () => {
    expect(offerPlan(offer, at('2027-03-05T15:00'))).toBeUndefined();
    expect(offerPlan(offer, at('2027-03-05T17:58'))).toBeUndefined();
    expect(offerPlan(offer, at('2027-03-08T09:00'))).toBeUndefined();
  });

  const moments = fc
    .integer({ min: 0, max: 60 * 24 * 60 })
    .map((minutes) => addMinutes(at('2027-02-01T00:00'), minutes));
  const rules = fc
    .record({
      answerWithin: fc.integer({ min: 1, max: 10 }),
      last: fc.integer({ min: 0, max: 40 }),
      shorten: fc.boolean(),
    })
    .map(({ answerWithin, last, shorten }) => ({
      answerWithin,
      shorten: shorten ? [{ lastDays: 3, answerWithin: 1 }] : [],
      waitlist: { length: 30, lastDay: addDays(localDateSchema.parse('2027-02-15'), last) },
      leastHours: 3,
    }));

  it('never ends beyond the last day, never before it begins, and reminders come in between', () => {
    fc.assert(
      fc.property(rules, moments, (given, now) => {
        const end = waitlistEnd(given);
        const request = opened(now, given);
        expect(request === undefined).toBe(now >= offersEnd(given));
        if (!request) return;
        expect(request.dueAt <= end && request.dueAt > now).toBe(true);
        expect(request.reminders.every((reminder) => reminder > now && reminder < request.dueAt)).toBe(true);
        expect(request.reminders).toHaveLength(request.plan.remindAfter.length);
        expect(isBusinessDay(seoulDateOf(request.dueAt)) || request.dueAt === end).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('never ends earlier for who is offered a seat later, if no rule shortens it', () => {
    fc.assert(
      fc.property(moments, moments, (one, other) => {
        const plain = { ...offer, shorten: [] };
        const [first, second] = [one, other].sort();
        const [early, late] = [first && opened(first, plain), second && opened(second, plain)];
        if (early && late) expect(early.dueAt <= late.dueAt).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the clock of an offer', () => {
  it('gives a day more after a late reminder, but never beyond the last day of the waitlist', () => {
    const request = opened(at('2027-02-25T10:00'));
    if (!request) throw new Error('there is an offer');
    const late = at('2027-03-05T18:05');
    expect(chaseAction(request, late)).toEqual({ kind: 'lapse' });
    const early = opened(at('2027-02-19T10:00'));
    if (!early) throw new Error('there is an offer');
    expect(chaseAction(early, at('2027-02-26T18:05'))).toEqual({ kind: 'remind' });
    expect(reminded(early, at('2027-03-05T10:00')).dueAt).toBe(at('2027-03-05T18:00'));
  });

  it('counts business days for the reminder', () => {
    expect(daysLeft(at('2027-02-26T18:00'), at('2027-02-24T18:00'))).toBe(2);
    expect(daysLeft(at('2027-03-02T18:00'), at('2027-02-26T18:00'))).toBe(1);
    expect(daysLeft(at('2027-03-02T18:00'), at('2027-03-02T09:00'))).toBe(0);
  });
});

it('the deadline that a round tells is the one that an offer of the day of its results has', () => {
  const round = academyRound();
  const { admission } = round;
  if (!admission) throw new Error('the academy has no admission');
  for (
    let resultsOn = localDateSchema.parse('2027-02-08');
    resultsOn <= '2027-03-04';
    resultsOn = addDays(resultsOn, 1)
  ) {
    if (!isBusinessDay(resultsOn)) continue;
    const told = ownDates({ ...round, resultsOn }).find(({ name }) => name === 'answersDue');
    const morning = seoulTime(resultsOn, '09:00');
    const plan = offerPlan(admission.offer, morning);
    expect(told?.at, resultsOn).toBe(plan && timingOf(plan, morning).dueAt);
  }
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chaseAction } from '../../../functions/requests/chase-action.ts';
import type { Plan } from '../../../functions/requests/plan.ts';
import {
  assigneeId,
  chased as chasedOnce,
  handed,
  lapsed,
  type PersonRequest,
  reminded,
  requestSchema,
} from '../../../functions/requests/request.ts';
import { addMinutes, closeOfDay, instantSchema, localDateSchema, seoulDateOf } from '../../../functions/shared/time.ts';
import { openRequest } from '../../support/requests/requests.ts';

const day = (written: string) => localDateSchema.parse(written);
const at = (written: string) => instantSchema.parse(written);
const monday = at('2027-01-11T01:00:00Z');
const minutesOfDay = 24 * 60;

/** Due on Friday, 29 January 2027, with reminders around it. */
const plan: Plan = {
  within: 2,
  remindAfter: [],
  dueOn: day('2027-01-29'),
  remindBefore: [10, 1],
  remindOverdue: [1, 3],
  deputy: 'suho',
  deputyWithin: 2,
  escalation: 'boss',
};

/** What the clock does day by day at 18:01, and the request at the end. */
function chased(
  request: PersonRequest,
  days: number,
  from = monday,
): { readonly seen: string[]; readonly last: PersonRequest } {
  const seen: string[] = [];
  let last = request;
  for (let passed = 0; passed < days && last.state === 'OPEN'; passed += 1) {
    const now = addMinutes(closeOfDay(seoulDateOf(addMinutes(from, passed * minutesOfDay))), 1);
    const action = chaseAction(last, now);
    if (action.kind !== 'none') seen.push(`${seoulDateOf(now)} ${action.kind === 'hand' ? action.why : action.kind}`);
    if (action.kind === 'hand') last = handed(last, action.to, action.why, now);
    else if (action.kind === 'lapse') last = lapsed(last, now);
    else if (action.kind === 'chase') last = chasedOnce(last, now);
    else if (action.kind !== 'none') last = reminded(last, now);
  }
  return { seen, last };
}

describe('a request that is due on a date', () => {
  it('is reminded of before and after it, and then passes on; its date stays', () => {
    const request = openRequest({ plan, now: monday });
    expect(request).toMatchObject({ dueAt: '2027-01-29T09:00:00.000Z', endsAt: '2027-02-04T09:00:00.000Z' });
    const { seen, last } = chased(request, 32);
    expect(seen).toEqual([
      '2027-01-15 remind',
      '2027-01-28 remind',
      '2027-02-01 remind',
      '2027-02-03 remind',
      '2027-02-04 deputy',
      '2027-02-05 remind',
      // Seollal is from the 6th to the 9th.
      '2027-02-10 escalation',
      '2027-02-11 remind',
    ]);
    expect(last).toMatchObject({ dueAt: request.dueAt, assignee: { person: 'boss' } });
  });

  it('on a weekend or a holiday is due on that very day', () => {
    const holiday = openRequest({ plan: { ...plan, dueOn: day('2027-02-07'), remindBefore: [1] }, now: monday });
    expect([holiday.dueAt, holiday.reminders[0]]).toEqual(['2027-02-07T09:00:00.000Z', '2027-02-05T09:00:00.000Z']);
  });

  it('without reminders after it passes on at its time', () => {
    const { remindOverdue: _, ...punctual } = plan;
    expect(openRequest({ plan: punctual, now: monday })).toMatchObject({
      dueAt: '2027-01-29T09:00:00.000Z',
      endsAt: '2027-01-29T09:00:00.000Z',
    });
  });

  it('that is asked when it is over already keeps its date, and leaves whoever has it some time all the same', () => {
    const { remindOverdue: _, ...punctual } = plan;
    const late = openRequest({ plan: punctual, now: at('2027-02-15T01:00:00Z') });
    expect(late).toMatchObject({
      dueAt: '2027-01-29T09:00:00.000Z',
      endsAt: '2027-02-17T09:00:00.000Z',
      reminders: [],
    });
    expect(chaseAction(late, at('2027-02-16T09:00:00Z'))).toEqual({ kind: 'none' });
  });

  it('that may lapse does so after the reminders for which it was early enough, and no others', () => {
    const lapsing: Plan = { within: 1, remindAfter: [], dueOn: day('2027-01-29'), remindBefore: [10, 1], lapses: true };
    expect(chased(openRequest({ plan: lapsing, now: monday }), 30).seen).toEqual([
      '2027-01-15 remind',
      '2027-01-28 remind',
      '2027-01-29 lapse',
    ]);
    const later = at('2027-01-25T01:00:00Z');
    expect(chased(openRequest({ plan: lapsing, now: later }), 30, later).seen).toEqual([
      '2027-01-28 remind',
      '2027-01-29 lapse',
    ]);
  });

  it('gets a business day more if the clock stood still, and its date stays', () => {
    const lapsing: Plan = { within: 1, remindAfter: [], dueOn: day('2027-01-29'), remindBefore: [10, 1], lapses: true };
    const late = at('2027-02-01T01:00:00Z');
    const request = reminded(openRequest({ plan: lapsing, now: monday }), late);
    expect(request).toMatchObject({ dueAt: '2027-01-29T09:00:00.000Z', endsAt: '2027-02-02T09:00:00.000Z' });
    expect(chaseAction(request, at('2027-02-02T09:00:00Z'))).toEqual({ kind: 'remind' });
  });

  it('that is asked for until it is answered is reminded of before its date, and never ends or passes on after it', () => {
    const chasing: Plan = {
      within: 1,
      remindAfter: [],
      dueOn: day('2027-01-29'),
      remindBefore: [1],
      chaseEvery: 5,
      deputy: 'suho',
      escalation: 'boss',
    };
    const request = openRequest({ plan: chasing, now: monday, assignee: { applicant: 'A-27H1-7K3Q-9MX4' } });
    const { seen, last } = chased(request, 45);
    expect(seen).toEqual([
      '2027-01-28 remind',
      '2027-01-29 chase',
      '2027-02-05 chase',
      // Seollal is from the 6th to the 9th.
      '2027-02-16 chase',
      '2027-02-23 chase',
    ]);
    expect(last).toMatchObject({ state: 'OPEN', dueAt: request.dueAt, stage: 'ESCALATED', generation: 1 });
    expect(chased(last, 400, at('2027-03-01T01:00:00Z')).last).toMatchObject({ state: 'OPEN', dueAt: request.dueAt });
  });

  it('handed over in its last hour leaves the other as long as the plan says; earlier, it is as it was', () => {
    const request = openRequest({ plan, now: monday });
    expect(handed(request, 'suho', 'handed over', monday)).toMatchObject({
      dueAt: request.dueAt,
      endsAt: request.endsAt,
      reminders: request.reminders,
    });
    const overdue = handed(request, 'suho', 'handed over', at('2027-02-04T08:00:00Z'));
    expect(overdue).toMatchObject({ dueAt: request.dueAt, endsAt: '2027-02-10T09:00:00.000Z' });
  });

  const days = fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { maxLength: 4 });
  const anyPlan = fc.record({
    within: fc.integer({ min: 1, max: 10 }),
    remindAfter: fc.constant<number[]>([]),
    dueOn: fc.integer({ min: -20, max: 200 }).map((off) => seoulDateOf(addMinutes(monday, off * minutesOfDay))),
    remindBefore: days,
    remindOverdue: days,
    lapses: fc.boolean(),
    deputy: fc.constantFrom(undefined, 'suho'),
    escalation: fc.constantFrom(undefined, 'boss'),
    chaseEvery: fc.option(fc.integer({ min: 1, max: 20 }), { nil: undefined }),
  });

  it('keeps its date whatever the clock does and however late it runs, and is never stuck', () => {
    fc.assert(
      fc.property(anyPlan, fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 30 }), (given, steps) => {
        let request = openRequest({ plan: given, now: monday });
        const due = closeOfDay(given.dueOn);
        let now = monday;
        for (const step of steps) {
          now = addMinutes(now, step * minutesOfDay);
          const action = chaseAction(request, now);
          if (action.kind === 'lapse') break;
          if (action.kind === 'hand') request = handed(request, action.to, action.why, now);
          else if (action.kind === 'chase') request = chasedOnce(request, now);
          else if (action.kind !== 'none') request = reminded(request, now);
          expect(requestSchema.parse(request).dueAt).toBe(due);
          expect(request.nextActionAt > now).toBe(true);
          expect([...request.reminders].sort()).toEqual(request.reminders);
          expect(request.reminders.every((reminder) => reminder <= (request.endsAt ?? ''))).toBe(true);
        }
        expect(['minji', 'suho', 'boss']).toContain(assigneeId(request.assignee));
      }),
    );
  });
});

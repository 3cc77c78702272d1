import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chaseAction } from '../../../functions/requests/chase-action.ts';
import type { Plan } from '../../../functions/requests/plan.ts';
import {
  assigneeId,
  cancelled,
  handed,
  lapsed,
  type PersonRequest,
  reminded,
  requestSchema,
  settled,
} from '../../../functions/requests/request.ts';
import { addMinutes, type Instant, instantSchema, isBusinessDay, seoulDateOf } from '../../../functions/shared/time.ts';
import { openRequest, question } from '../../support/requests/requests.ts';

const monday = instantSchema.parse('2027-01-11T01:00:00Z');
const at = (written: string): Instant => instantSchema.parse(written);

describe('a request’s lifecycle', () => {
  const moves: Readonly<Record<string, (request: PersonRequest) => PersonRequest>> = {
    settle: (request) => settled(request, { outcome: 'ACCEPT', by: 'minji', at: monday }),
    lapse: (request) => lapsed(request, monday),
    cancel: (request) => cancelled(request, 'WITHDRAWN', 'applicant', monday),
    remind: (request) => reminded(request, monday),
    handOver: (request) => handed(request, 'deputy', 'handed over', monday),
  };

  it('settles, lapses or is cancelled once, whatever is tried after and before', () => {
    const ends: Readonly<Record<string, string>> = { settle: 'SETTLED', lapse: 'LAPSED', cancel: 'CANCELLED' };
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...Object.keys(moves)), { maxLength: 12 }), (sequence) => {
        sequence.reduce((was, name) => {
          const move = moves[name];
          if (!move) throw new Error(name);
          if (was.state !== 'OPEN') {
            expect(() => move(was)).toThrow(expect.objectContaining({ name: 'IllegalMove' }));
            return was;
          }
          const next = requestSchema.parse(move(was));
          expect(next.state).toBe(ends[name] ?? 'OPEN');
          expect(next.revision).toBe(was.revision + 1);
          expect(next.generation).toBe(was.generation + (name === 'handOver' ? 1 : 0));
          expect([next.due, next.openFor].every((index) => (index === undefined) === (next.state !== 'OPEN'))).toBe(
            true,
          );
          return next;
        }, openRequest());
      }),
    );
  });

  it('takes only an outcome that was offered', () => {
    expect(() => settled(openRequest(), { outcome: 'GRANT', by: 'minji', at: monday })).toThrow(
      expect.objectContaining({ name: 'OutcomeUnknown' }),
    );
  });

  it('tells who held it when, with a link each', () => {
    const after = handed(handed(openRequest(), 'suho', 'handed over', monday), 'boss', 'escalation', monday);
    expect(after.held.map(({ generation, assignee, why }) => [generation, assignee, why])).toEqual([
      [1, 'minji', 'asked'],
      [2, 'suho', 'handed over'],
      [3, 'boss', 'escalation'],
    ]);
    expect(after).toMatchObject({ generation: 3, assignee: { person: 'boss' }, openFor: 'boss', stage: 'ESCALATED' });
  });
});

describe('a request’s clock', () => {
  it('reminds on the planned business days, passes on to the deputy, escalates, and then tells every business day', () => {
    const seen: string[] = [];
    let request = openRequest();
    for (let day = 0; day < 21; day += 1) {
      const now = addMinutes(monday, day * 24 * 60 + 9 * 60 + 1);
      const action = chaseAction(request, now);
      const said = action.kind === 'hand' ? `${action.why} ${action.to}` : action.kind;
      if (said !== 'none') seen.push(`${seoulDateOf(now)} ${said}`);
      if (action.kind === 'hand') request = handed(request, action.to, action.why, now);
      else if (action.kind !== 'none') request = reminded(request, now);
    }
    expect(seen).toEqual([
      '2027-01-12 remind',
      '2027-01-14 remind',
      '2027-01-18 deputy suho',
      '2027-01-19 remind',
      '2027-01-20 escalation boss',
      '2027-01-21 remind',
      '2027-01-22 overdue',
      '2027-01-25 overdue',
      '2027-01-26 overdue',
      '2027-01-27 overdue',
      '2027-01-28 overdue',
      '2027-01-29 overdue',
    ]);
  });

  it('lets a question to the applicant lapse after two reminders, and only then', () => {
    const first = question();
    expect(first.dueAt).toBe('2027-01-18T09:00:00.000Z');
    const reminders = first.reminders;
    expect(reminders).toEqual(['2027-01-13T09:00:00.000Z', '2027-01-15T09:00:00.000Z']);
    const once = reminded(first, at('2027-01-13T09:00:00Z'));
    const twice = reminded(once, at('2027-01-15T09:00:00Z'));
    expect(chaseAction(twice, at('2027-01-18T08:59:59.999Z'))).toEqual({ kind: 'none' });
    expect(chaseAction(twice, at('2027-01-18T09:00:00Z'))).toEqual({ kind: 'lapse' });
  });

  it('gives an applicant whose reminders came late a business day more after each', () => {
    const late = at('2027-01-25T01:00:00Z');
    let request = question();
    expect(chaseAction(request, late)).toEqual({ kind: 'remind' });
    request = reminded(request, late);
    expect([request.dueAt, request.nextActionAt]).toEqual(['2027-01-26T09:00:00.000Z', '2027-01-26T09:00:00.000Z']);
    expect(chaseAction(request, at('2027-01-26T08:00:00Z'))).toEqual({ kind: 'none' });
    expect(chaseAction(request, at('2027-01-26T09:00:00Z'))).toEqual({ kind: 'remind' });
    request = reminded(request, at('2027-01-26T09:00:00Z'));
    expect(chaseAction(request, at('2027-01-27T09:00:00Z'))).toEqual({ kind: 'lapse' });
  });

  it('reminds once, not twice, if two reminders fell due while it stood still', () => {
    const late = at('2027-01-15T00:00:00Z');
    const after = reminded(openRequest(), late);
    expect([after.remindersSent, after.reminders, after.nextActionAt]).toEqual([1, [], '2027-01-18T09:00:00.000Z']);
  });

  it('gives nobody less time by handing over', () => {
    const soon = handed(openRequest(), 'suho', 'handed over', at('2027-01-11T02:00:00Z'));
    expect(soon.dueAt).toBe('2027-01-18T09:00:00.000Z');
    const late = handed(openRequest(), 'suho', 'handed over', at('2027-01-18T02:00:00Z'));
    expect(late.dueAt).toBe('2027-01-25T09:00:00.000Z');
  });

  it('always has a next moment on a business day at 18:00, later than now, however it is chased', () => {
    const plans = fc.record({
      within: fc.integer({ min: 1, max: 20 }),
      remindAfter: fc
        .array(fc.integer({ min: 1, max: 20 }), { maxLength: 4 })
        .map((days) => days.sort((a, b) => a - b)),
      deputy: fc.option(fc.constant('suho'), { nil: undefined }),
      deputyWithin: fc.integer({ min: 1, max: 5 }),
      escalation: fc.option(fc.constant('boss'), { nil: undefined }),
    });
    fc.assert(
      fc.property(plans, fc.array(fc.integer({ min: 1, max: 6000 }), { maxLength: 25 }), (plan: Plan, steps) => {
        let now = monday;
        let request = openRequest({ plan });
        const holders = [assigneeId(request.assignee)];
        for (const minutes of steps) {
          now = addMinutes(now, minutes);
          const action = chaseAction(request, now);
          if (action.kind === 'none') {
            expect(request.nextActionAt > now).toBe(true);
            continue;
          }
          expect(action.kind).not.toBe('lapse');
          request = action.kind === 'hand' ? handed(request, action.to, action.why, now) : reminded(request, now);
          holders.push(assigneeId(request.assignee));
          expect(request.nextActionAt > now).toBe(true);
          expect(request.nextActionAt).toMatch(/T09:00:00\.000Z$/u);
          expect(isBusinessDay(seoulDateOf(request.nextActionAt))).toBe(true);
        }
        expect([...new Set(holders)]).toEqual(['minji', 'suho', 'boss'].filter((holder) => holders.includes(holder)));
      }),
    );
  });
});

describe('a request that an earlier release stored', () => {
  const { context, ...rest } = openRequest();

  it('belongs to the round whose id it has', () => {
    expect(requestSchema.parse({ ...rest, roundId: context })).toEqual(openRequest());
  });

  it('belongs to what it says if it says both', () => {
    expect(requestSchema.parse({ ...rest, context, roundId: 'another' })).toEqual(openRequest());
  });
});

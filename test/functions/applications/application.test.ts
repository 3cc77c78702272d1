import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Application,
  applicationLifecycle,
  applicationSchema,
  applicationStates,
  changedApplication,
  mayMailAgain,
  needsRun,
  newApplication,
  nextState,
  runName,
} from '../../../functions/applications/application.ts';
import { addMinutes, instantSchema } from '../../../functions/shared/time.ts';

const now = instantSchema.parse('2027-01-11T01:00:00Z');
const closesAt = instantSchema.parse('2027-01-29T09:00:00Z');
const draft = newApplication({
  reference: 'A-27H1-7K3Q-9MX4',
  roundId: 'academy-2027h1',
  roundVersion: 1,
  lang: 'ko',
  email: 'one@example.com',
  now,
  closesAt,
});

/** The lifecycle of docs/lifecycles.md, written down a second time: state, moves that leave it, where they lead. */
const lifecycle = {
  DRAFT: { submit: 'SUBMITTED' },
  SUBMITTED: {
    submit: 'SUBMITTED',
    pass: 'ACCEPTED',
    askOfficer: 'WITH_OFFICER',
    withdraw: 'WITHDRAWN',
    cancel: 'CANCELLED',
  },
  WITH_OFFICER: {
    submit: 'SUBMITTED',
    accept: 'ACCEPTED',
    refuse: 'REFUSED',
    askApplicant: 'WITH_APPLICANT',
    withdraw: 'WITHDRAWN',
    cancel: 'CANCELLED',
  },
  WITH_APPLICANT: {
    submit: 'SUBMITTED',
    answer: 'WITH_OFFICER',
    lapse: 'WITH_OFFICER',
    withdraw: 'WITHDRAWN',
    cancel: 'CANCELLED',
  },
  ACCEPTED: { submit: 'SUBMITTED', withdraw: 'WITHDRAWN', cancel: 'CANCELLED' },
  REFUSED: {},
  WITHDRAWN: {},
  CANCELLED: {},
} as const;

const moves = [...new Set(applicationLifecycle.moves.map(({ move }) => move))];

describe('an application’s lifecycle', () => {
  it('is the documented one, every state with every move', () => {
    for (const state of applicationStates) {
      const leading = moves.flatMap((move) => {
        const next = nextState(state, move);
        return next ? [[move, next]] : [];
      });
      expect(Object.fromEntries(leading), state).toEqual(lifecycle[state]);
    }
  });

  it('admits no path outside its table, however moves follow each other', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...moves), { maxLength: 30 }), (sequence) => {
        sequence.reduce<Application>((was, move) => {
          const leads: Readonly<Record<string, string>> = lifecycle[was.state];
          const expected = leads[move];
          if (!expected) {
            expect(() => changedApplication(was, now, {}, move)).toThrow(
              expect.objectContaining({ name: 'IllegalMove' }),
            );
            return was;
          }
          const next = changedApplication(was, now, {}, move);
          expect(next.state).toBe(expected);
          expect(next.revision).toBe(was.revision + 1);
          expect(next.needsRun?.startsWith('run-') ?? false).toBe(needsRun(next));
          return applicationSchema.parse(next);
        }, draft);
      }),
    );
  });

  it('never comes back from the end', () => {
    for (const state of ['REFUSED', 'WITHDRAWN', 'CANCELLED'] as const) {
      for (const move of moves) expect(nextState(state, move), `${move} from ${state}`).toBeUndefined();
    }
  });
});

describe('an application that needs a run', () => {
  it('is found by the reconciling while it waits, apart if it is stuck, and not once it is decided or withdrawn', () => {
    const submitted = changedApplication(draft, now, { run: 1 }, 'submit');
    expect(submitted.needsRun).toMatch(/^run-[0-7]$/u);
    expect(changedApplication(submitted, now, {}, 'pass').needsRun).toBeUndefined();
    expect(changedApplication(submitted, now, {}, 'withdraw').needsRun).toBeUndefined();
    expect(changedApplication(submitted, now, { stuck: { at: now, step: 'x', error: 'y' } }).needsRun).toBe('stuck');
    expect(draft.needsRun).toBeUndefined();
  });

  it('names its runs by its reference', () => {
    const sent = changedApplication({ ...draft, reference: 'A-27H1-7K3Q-9MX4' }, now, { run: 1 }, 'submit');
    const again = changedApplication(sent, now, { run: 2 });
    const twelfth = changedApplication(again, now, { run: 12 });
    expect([sent, again, changedApplication(again, now, {}), twelfth].map(runName)).toEqual([
      'A-27H1-7K3Q-9MX4',
      'A-27H1-7K3Q-9MX4_2',
      'A-27H1-7K3Q-9MX4_2',
      'A-27H1-7K3Q-9MX4_12',
    ]);
  });
});

describe('a link', () => {
  it('is mailed again after five minutes and not before', () => {
    const mailed = { ...draft, linkMailedAt: now };
    expect(mayMailAgain(draft, now)).toBe(true);
    expect(mayMailAgain(mailed, addMinutes(now, 4))).toBe(false);
    expect(mayMailAgain(mailed, addMinutes(now, 5))).toBe(true);
  });
});

describe('a draft', () => {
  it('outlives the closing of its round by 90 days, so that an extension finds it there', () => {
    expect(draft.expiresAt).toBe(Date.parse('2027-04-29T09:00:00Z') / 1000);
  });
});

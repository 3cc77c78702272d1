import { expect, it } from 'vitest';
import { visitsIn } from '../../../ops/runs/history.ts';
import { triesText, troubleIn } from '../../../ops/runs/trouble.ts';
import { began, type Happening, historyOf, renderedDefinition } from '../../support/runs/histories.ts';

const definition = renderedDefinition('applicant-intake');
const check = 'Check the application';
const mark = 'Mark as stuck and tell the operator';
const clock = (at: number) => `+${(at - began) / 1000} s`;

const troubleOf = (status: string, ...happenings: readonly Happening[]) =>
  troubleIn(visitsIn(historyOf(...happenings)), definition, { status });

const failing = (times: number): Happening[] =>
  Array.from({ length: times }, (): Happening[] => ['tries', { failsBy: 'RoundMissing' }]).flat();

it('names the state, the error and the next try of a step that is being tried again', () => {
  const found = troubleOf('RUNNING', { enters: check }, ...failing(2));
  expect(found).toMatchObject({ state: check, error: 'RoundMissing', failed: 2, tries: 7, over: false });
  expect(found?.function).toMatch(/intake-tasks$/u);
  // Failed at 2 and at 4 seconds; four seconds are between the second try and the third.
  expect(found && triesText(found, clock)).toBe('2 of 7 tries failed, try 3 follows at +8 s');
});

it('says so while the next try is under way, and has nothing to say once it went well', () => {
  const under = troubleOf('RUNNING', { enters: check }, ...failing(1), 'tries');
  expect(under && triesText(under, clock)).toBe('1 of 7 tries failed, try 2 is under way');
  const well = [
    { enters: check },
    ...failing(1),
    'tries',
    { leaves: check },
    { enters: 'Ask the intake officer' },
  ] as const;
  expect(troubleOf('RUNNING', ...well, 'tries')).toBeUndefined();
});

it('names the state before the mark of what is stuck, with its last error, in a run that failed and in one about to', () => {
  const marked = [
    { enters: check },
    ...failing(7),
    { leaves: check },
    { enters: mark, with: { error: 'RoundMissing' } },
  ] as const;
  const failed = [...marked, 'tries', { leaves: mark }, { enters: 'Stuck' }] as const;
  for (const found of [troubleOf('RUNNING', ...marked), troubleOf('FAILED', ...failed)]) {
    expect(found).toMatchObject({ state: check, error: 'RoundMissing', failed: 7, tries: 7, over: true });
    expect(found && triesText(found, clock)).toBe('try 7 of 7, the last');
  }
});

it('keeps to the state that failed if marking it as stuck fails as well', () => {
  const found = troubleOf(
    'FAILED',
    { enters: check },
    ...failing(7),
    { leaves: check },
    { enters: mark, with: { error: 'RoundMissing' } },
    'tries',
    { failsBy: 'AddressMalformed' },
  );
  expect(found).toMatchObject({ state: check, error: 'RoundMissing' });
});

it('names the question whose outcome the definition does not list', () => {
  const question = 'What did the officer decide?';
  const inside = 'Mark the question as stuck and tell the operator';
  const found = troubleOf(
    'FAILED',
    { enters: 'Settle what is in question' },
    { enters: question },
    { leaves: question },
    { enters: inside },
    { leaves: inside },
  );
  expect(found).toMatchObject({ state: question, error: 'OutcomeNotListed', failed: 0, over: true });
  expect(found && triesText(found, clock)).toBe('not tried again: no try would help');
});

it('finds no trouble in a run that ended well or was stopped by somebody', () => {
  expect(troubleOf('SUCCEEDED', { enters: check }, ...failing(1), 'tries', { leaves: check })).toBeUndefined();
  expect(troubleOf('ABORTED', { enters: check }, ...failing(1))).toBeUndefined();
});

it('still names state and error if the definition cannot be read', () => {
  const visits = visitsIn(historyOf({ enters: check }, 'tries', { failsBy: 'RoundMissing' }));
  expect(troubleIn(visits, undefined, { status: 'FAILED' })).toMatchObject({ state: check, error: 'RoundMissing' });
});

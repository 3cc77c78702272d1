import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { findStep as admission } from '../../functions/app/admission-steps.ts';
import { claimsSteps } from '../../functions/claims/joints.ts';
import { claimsDoer } from '../../functions/claims/steps.ts';
import { cohortSteps } from '../../functions/cohort/joints.ts';
import { cohortDoer } from '../../functions/cohort/steps.ts';
import { committeeSteps } from '../../functions/committee/joints.ts';
import { committeeDoer } from '../../functions/committee/steps.ts';
import { contractsSteps } from '../../functions/contracts/joints.ts';
import { exitsSteps } from '../../functions/exits/joints.ts';
import { intakeSteps } from '../../functions/intake/joints.ts';
import { intakeDoer } from '../../functions/intake/steps.ts';
import { onboardingSteps } from '../../functions/onboarding/joints.ts';
import { onboardingDoer } from '../../functions/onboarding/steps.ts';
import { paymentsSteps } from '../../functions/payments/joints.ts';
import { paymentsDoer } from '../../functions/payments/steps.ts';
import { renewalsSteps } from '../../functions/renewals/joints.ts';
import { reportsSteps } from '../../functions/reports/joints.ts';
import { residencyEventsSteps } from '../../functions/residency-events/joints.ts';
import { residencyEventsDoer } from '../../functions/residency-events/steps.ts';
import { screeningSteps } from '../../functions/screening/joints.ts';
import { screeningDoer } from '../../functions/screening/steps.ts';
import { seatsSteps } from '../../functions/seats/joints.ts';
import { seatsDoer } from '../../functions/seats/steps.ts';
import { selectionSteps } from '../../functions/selection/joints.ts';
import { selectionDoer } from '../../functions/selection/steps.ts';
import {
  type Definition,
  functionArn,
  outcomesIn,
  parseDefinition,
  renderDefinition,
  type State,
  statesIn,
} from '../../infra/render-workflow.ts';
import { workflows } from '../../infra/workflows.ts';

/*
 * Definitions as each release deployed them, in a folder by its commit. A run goes on by the definition that it was started
 * with, for as long as a round lasts, and calls the code of today: a step stays as long as a definition of the last year
 * names it, and a new outcome is a new step's.
 */

const folder = join(import.meta.dirname, 'recorded');
/** Whether a function does a step of today, by what a state gives it. */
const does: Readonly<Record<string, (input: unknown) => boolean>> = {
  [functionArn('intake-tasks')]: (input) => intakeDoer.find(input) !== undefined,
  [functionArn('applications-tasks')]: (input) => intakeDoer.find(input) !== undefined,
  [functionArn('screening-tasks')]: (input) => screeningDoer.find(input) !== undefined,
  [functionArn('admission-tasks')]: (input) => admission(input) !== undefined,
  [functionArn('selection-tasks')]: (input) => selectionDoer.find(input) !== undefined,
  [functionArn('committee-tasks')]: (input) => committeeDoer.find(input) !== undefined,
  [functionArn('seats-tasks')]: (input) => seatsDoer.find(input) !== undefined,
  [functionArn('claims-tasks')]: (input) => claimsDoer.find(input) !== undefined,
  [functionArn('onboarding-tasks')]: (input) => onboardingDoer.find(input) !== undefined,
  [functionArn('residency-events-tasks')]: (input) => residencyEventsDoer.find(input) !== undefined,
  [functionArn('payments-tasks')]: (input) => paymentsDoer.find(input) !== undefined,
  [functionArn('cohort-tasks')]: (input) => cohortDoer.find(input) !== undefined,
};
const outcomes = new Map<string, readonly string[]>(
  Object.entries({
    ...intakeSteps,
    ...screeningSteps,
    ...selectionSteps,
    ...committeeSteps,
    ...seatsSteps,
    ...cohortSteps,
    ...claimsSteps,
    ...onboardingSteps,
    ...paymentsSteps,
    ...residencyEventsSteps,
    ...reportsSteps,
    ...contractsSteps,
    ...renewalsSteps,
    ...exitsSteps,
  }),
);

const taskSchema = z.looseObject({
  FunctionName: z.string(),
  Payload: z.looseObject({ step: z.string() }),
});
const listsSchema = z.record(z.string(), z.array(z.string()));

/** What a state gives its step, with values in place of expressions. */
const given = (payload: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(
    Object.entries(payload).map(([name, value]) => [name, name === 'step' ? value : name === 'checks' ? 1 : name]),
  );

/** Every outcome that a state tells from others: a Choice by its conditions, a Map by them and by what it ends after. */
const toldApart = (state: State | undefined): string[] => [
  ...(state?.Choices ?? []).flatMap(({ Condition }) => outcomesIn(Condition)),
  ...(typeof state?.Items === 'string' ? outcomesIn(state.Items) : []),
  ...(state?.ItemProcessor ? toldApart(state.ItemProcessor.States[state.ItemProcessor.StartAt]) : []),
];

const tasksIn = (definition: Definition) => {
  const states = statesIn(definition);
  return Object.values(states)
    .filter(({ Type }) => Type === 'Task')
    .map(({ Next = '', Arguments }) => ({ listed: toldApart(states[Next]), ...taskSchema.parse(Arguments) }));
};

const recorded = readdirSync(folder).flatMap((release) => {
  const byDefault = join(folder, release, 'by-default.json');
  /** Outcomes that Choices of the release did not list, and led on all the same. */
  const unlisted = existsSync(byDefault) ? listsSchema.parse(JSON.parse(readFileSync(byDefault, 'utf8'))) : {};
  return readdirSync(join(folder, release))
    .filter((file) => file.endsWith('.asl.json'))
    .map((file) => {
      const definition = parseDefinition(readFileSync(join(folder, release, file), 'utf8'));
      return { release, machine: file.replace('.asl.json', ''), tasks: tasksIn(definition), unlisted };
    });
});
const today = workflows.map(({ name, define }) => ({
  release: 'this code',
  machine: name,
  tasks: tasksIn(renderDefinition(define)),
  unlisted: listsSchema.parse({}),
}));

it('finds no step that nobody does', () => {
  for (const finds of [
    intakeDoer.find,
    screeningDoer.find,
    selectionDoer.find,
    committeeDoer.find,
    seatsDoer.find,
    cohortDoer.find,
    claimsDoer.find,
    admission,
  ]) {
    expect(finds({ step: 'see-moon', reference: 'R', run: 'R' })).toBeUndefined();
  }
});

describe.each([...recorded, ...today])('a run of $machine that $release started', ({ tasks, unlisted }) => {
  it('finds every step that its definition names', () => {
    expect(tasks.length).toBeGreaterThan(1);
    for (const { FunctionName, Payload } of tasks) {
      expect(Object.keys(does), `who does ${Payload.step}, by a line above`).toContain(FunctionName);
      expect(does[FunctionName]?.(given(Payload)), Payload.step).toBe(true);
    }
  });

  it('is given only outcomes that its definition knows, and each that it lists', () => {
    const branching = tasks.filter(({ listed }) => listed.length > 0);
    expect(branching.length).toBeGreaterThan(0);
    for (const { listed, Payload } of branching) {
      const known = [...listed, ...(unlisted[Payload.step] ?? [])];
      expect(known.sort(), Payload.step).toEqual([...(outcomes.get(Payload.step) ?? [])].sort());
    }
  });
});

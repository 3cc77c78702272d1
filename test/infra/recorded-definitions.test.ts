import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { stepInputSchema as admission } from '../../functions/app/admission-steps.ts';
import { intakeSteps } from '../../functions/applications/joints.ts';
import { stepInputSchema as intake } from '../../functions/applications/steps.ts';
import { cohortSteps } from '../../functions/cohort/joints.ts';
import { committeeSteps } from '../../functions/committee/joints.ts';
import { screeningSteps } from '../../functions/screening/joints.ts';
import { stepInputSchema as screening } from '../../functions/screening/steps.ts';
import { seatsSteps } from '../../functions/seats/joints.ts';
import { selectionSteps } from '../../functions/selection/joints.ts';
import { functionArn, parseDefinition } from '../../infra/render-workflow.ts';

/*
 * Definitions as each release deployed them, in a folder by its commit. A run goes on by the definition that it was started
 * with, for as long as a round lasts, and calls the code of today: a step stays as long as a definition of the last year
 * names it, and a new outcome is a new step's.
 */

const folder = join(import.meta.dirname, 'recorded');
const inputs: Readonly<Record<string, z.ZodType>> = {
  [functionArn('applications-tasks')]: intake,
  [functionArn('screening-tasks')]: screening,
  [functionArn('admission-tasks')]: admission,
};
const outcomes = new Map<string, readonly string[]>(
  Object.entries({
    ...intakeSteps,
    ...screeningSteps,
    ...selectionSteps,
    ...committeeSteps,
    ...seatsSteps,
    ...cohortSteps,
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

const recorded = readdirSync(folder).flatMap((release) => {
  const byDefault = join(folder, release, 'by-default.json');
  /** Outcomes that Choices of the release did not list, and led on all the same. */
  const unlisted = existsSync(byDefault) ? listsSchema.parse(JSON.parse(readFileSync(byDefault, 'utf8'))) : {};
  return readdirSync(join(folder, release))
    .filter((file) => file.endsWith('.asl.json'))
    .map((file) => {
      const { States } = parseDefinition(readFileSync(join(folder, release, file), 'utf8'));
      const tasks = Object.values(States)
        .filter(({ Type }) => Type === 'Task')
        .map((state) => ({ next: States[state.Next ?? ''], ...taskSchema.parse(state.Arguments) }));
      return { release, machine: file.replace('.asl.json', ''), tasks, unlisted };
    });
});

describe.each(recorded)('a run of $machine that $release started', ({ tasks, unlisted }) => {
  it('finds every step that its definition names', () => {
    expect(tasks.length).toBeGreaterThan(1);
    for (const { FunctionName, Payload } of tasks) {
      expect(inputs[FunctionName]?.safeParse(given(Payload)), Payload.step).toMatchObject({ success: true });
    }
  });

  it('is given only outcomes that its definition knows, and each that it lists', () => {
    const branching = tasks.filter(({ next }) => next?.Type === 'Choice');
    expect(branching.length).toBeGreaterThan(0);
    for (const { next, Payload } of branching) {
      const listed = (next?.Choices ?? []).flatMap(({ Condition }) =>
        [...Condition.matchAll(/'([A-Z_]+)'/gu)].map(([, outcome = '']) => outcome),
      );
      const known = [...listed, ...(unlisted[Payload.step] ?? [])];
      expect(known.sort(), Payload.step).toEqual([...(outcomes.get(Payload.step) ?? [])].sort());
    }
  });
});

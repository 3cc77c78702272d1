import { type StepDependencies as Contracts, contractsStepsDone } from '../contracts/steps.ts';
import type { StepDependencies as Exits } from '../exits/dependencies.ts';
import { exitsStepsDone } from '../exits/steps.ts';
import { renewalsStepsDone } from '../renewals/steps.ts';
import { reportsStepsDone } from '../reports/steps.ts';
import { eventRuns } from '../residencies/event-runs.ts';
import { type StepsOf, stepDoer } from '../runs/steps.ts';
import type { residencyEventsSteps as listed } from './joints.ts';
import { seeWhatItIs } from './see-what-it-is.ts';

type Reach = Contracts & Exits;

const ownSteps = { tasks: { 'see-what-it-is': seeWhatItIs } } as const satisfies StepsOf<Reach, typeof listed>;

/** Of each room, one line a kind of step. */
const steps: StepsOf<Reach, Readonly<Record<string, readonly string[]>>> = {
  tasks: { ...ownSteps.tasks, ...contractsStepsDone.tasks, ...exitsStepsDone.tasks },
  asks: { ...reportsStepsDone.asks, ...contractsStepsDone.asks, ...renewalsStepsDone.asks, ...exitsStepsDone.asks },
  counts: { ...exitsStepsDone.counts },
};

/** Does the steps of residency-event: its own, and those of the rooms below. */
export const residencyEventsDoer = stepDoer<Reach>(steps, eventRuns);

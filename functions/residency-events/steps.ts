import type { Dependencies as Agreements } from '../agreements/dependencies.ts';
import { contractsStepsDone } from '../contracts/steps.ts';
import type { Dependencies } from '../onboarding/dependencies.ts';
import { renewalsStepsDone } from '../renewals/steps.ts';
import { reportsStepsDone } from '../reports/steps.ts';
import type { AskDependencies } from '../requests/ask.ts';
import { eventRuns } from '../residencies/event-runs.ts';
import { type StepsOf, stepDoer } from '../runs/steps.ts';
import type { residencyEventsSteps as listed } from './joints.ts';
import { seeWhatItIs } from './see-what-it-is.ts';

type Reach = Dependencies & AskDependencies & Agreements;

const ownSteps = { tasks: { 'see-what-it-is': seeWhatItIs } } as const satisfies StepsOf<Reach, typeof listed>;

/** Of each room, one line a kind of step. */
const steps: StepsOf<Reach, Readonly<Record<string, readonly string[]>>> = {
  tasks: { ...ownSteps.tasks, ...contractsStepsDone.tasks },
  asks: { ...reportsStepsDone.asks, ...contractsStepsDone.asks, ...renewalsStepsDone.asks },
};

/** Does the steps of residency-event: its own, and those of the rooms below. */
export const residencyEventsDoer = stepDoer<Reach>(steps, eventRuns);

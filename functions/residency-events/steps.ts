import type { reportsSteps } from '../reports/joints.ts';
import { reportsStepsDone } from '../reports/steps.ts';
import type { AskDependencies } from '../requests/ask.ts';
import type { Dependencies } from '../residencies/dependencies.ts';
import { eventRuns } from '../residencies/event-runs.ts';
import { type StepsOf, stepDoer } from '../runs/steps.ts';
import type { residencyEventsSteps as listed } from './joints.ts';
import { seeWhatItIs } from './see-what-it-is.ts';

type Reach = Dependencies & AskDependencies;

const ownSteps = {
  tasks: { 'see-what-it-is': seeWhatItIs },
  asks: { ...reportsStepsDone.asks },
} as const satisfies StepsOf<Reach, typeof listed & typeof reportsSteps>;

/** Does the steps of residency-event: its own, and those of the rooms below. */
export const residencyEventsDoer = stepDoer<Reach>(ownSteps, eventRuns);

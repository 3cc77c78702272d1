import type { StepsOf } from '../runs/steps.ts';
import { beginExit } from './begin-exit.ts';
import type { StepDependencies } from './dependencies.ts';
import { endResidency } from './end-residency.ts';
import type { exitsSteps } from './joints.ts';
import { waitForReturn } from './wait-for-return.ts';

/** What does the steps of residency-event that are about an exit. */
export const exitsStepsDone = {
  tasks: { 'begin-exit': beginExit },
  asks: { 'wait-for-the-return': waitForReturn },
  counts: { 'end-residency': endResidency },
} as const satisfies StepsOf<StepDependencies, typeof exitsSteps>;

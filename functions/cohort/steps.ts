import { type StepsOf, stepDoer } from '../runs/steps.ts';
import { confirmCohort } from './confirm-cohort.ts';
import type { Dependencies } from './dependencies.ts';
import type { cohortSteps as steps } from './joints.ts';
import { tellCancelled } from './tell-cancelled.ts';

const cohortSteps = {
  counts: { 'confirm-cohort': confirmCohort, 'tell-cancelled': tellCancelled },
} as const satisfies StepsOf<Dependencies, typeof steps>;

/** Does the steps that the cohort brings. */
export const cohortDoer = stepDoer<Dependencies>(cohortSteps);

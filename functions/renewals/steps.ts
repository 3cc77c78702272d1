import type { AskDependencies } from '../requests/ask.ts';
import type { Dependencies } from '../residencies/dependencies.ts';
import type { StepsOf } from '../runs/steps.ts';
import { askForRenewal } from './ask-for-renewal.ts';
import type { renewalsSteps as listed } from './joints.ts';

/** The steps of residency-event that are about a renewal. */
export const renewalsStepsDone = {
  asks: { 'ask-for-renewal': askForRenewal },
} as const satisfies StepsOf<Dependencies & AskDependencies, typeof listed>;

import type { AskDependencies } from '../requests/ask.ts';
import type { StepsOf } from '../runs/steps.ts';
import { askForReport } from './ask-for-report.ts';
import type { Dependencies } from './dependencies.ts';
import type { reportsSteps } from './joints.ts';

/** The steps of residency-event that are about a report. */
export const reportsStepsDone = {
  asks: { 'ask-for-report': askForReport },
} as const satisfies StepsOf<Dependencies & AskDependencies, typeof reportsSteps>;

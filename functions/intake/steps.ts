import type { Dependencies } from '../applications/dependencies.ts';
import type { AskDependencies } from '../requests/ask.ts';
import { type StepsOf, stepDoer } from '../runs/steps.ts';
import { askApplicant, askOfficer } from './ask-steps.ts';
import { checkApplication } from './check-application.ts';
import { intakeRuns } from './intake-runs.ts';
import type { intakeSteps as listed } from './joints.ts';

type Reach = Dependencies & AskDependencies;

const intakeSteps = {
  tasks: { 'check-application': checkApplication },
  asks: { 'ask-officer': askOfficer, 'ask-applicant': askApplicant },
} as const satisfies StepsOf<Reach, typeof listed>;

/** Does the steps that intake brings. */
export const intakeDoer = stepDoer<Reach>(intakeSteps, intakeRuns);

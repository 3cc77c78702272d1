import type { AskDependencies } from '../requests/ask.ts';
import { type StepsOf, stepDoer } from '../runs/steps.ts';
import { askFinance, askLecturer, askManager } from './ask-steps.ts';
import { checkClaim } from './check-claim.ts';
import type { Dependencies } from './dependencies.ts';
import type { claimsSteps as listed } from './joints.ts';
import { claimRuns } from './ports.ts';

type Reach = Dependencies & AskDependencies;

const claimsSteps = {
  tasks: { 'check-claim': checkClaim },
  asks: { 'ask-lecturer': askLecturer, 'ask-manager': askManager, 'ask-finance': askFinance },
} as const satisfies StepsOf<Reach, typeof listed>;

/** Does the steps that claims bring. */
export const claimsDoer = stepDoer<Reach>(claimsSteps, claimRuns);

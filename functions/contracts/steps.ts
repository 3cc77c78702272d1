import type { Dependencies as Agreements } from '../agreements/dependencies.ts';
import type { AskDependencies } from '../requests/ask.ts';
import type { Extending } from '../residencies/extending.ts';
import type { StepsOf } from '../runs/steps.ts';
import { askForBothSignatures } from './ask-both.ts';
import type { Dependencies } from './dependencies.ts';
import type { contractsSteps } from './joints.ts';
import { putInForce } from './put-in-force.ts';
import { setAside } from './set-aside.ts';

/** What the steps of an extension or an addendum reach. */
export type StepDependencies = Dependencies & AskDependencies & Agreements & { readonly extending: Extending };

/** The steps of residency-event that are about an extension or an addendum. */
export const contractsStepsDone = {
  asks: { 'ask-for-both-signatures': askForBothSignatures },
  tasks: { 'put-in-force': putInForce, 'set-aside': setAside },
} as const satisfies StepsOf<StepDependencies, typeof contractsSteps>;

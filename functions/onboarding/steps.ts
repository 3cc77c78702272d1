import type { Dependencies as Agreements } from '../agreements/dependencies.ts';
import type { StoreReach } from '../checklists/store-list.ts';
import type { AskDependencies } from '../requests/ask.ts';
import { onboardingRuns } from '../residencies/onboarding-runs.ts';
import { type StepsOf, stepDoer } from '../runs/steps.ts';
import { askForDocuments, askToCheck } from './ask-documents.ts';
import { askForSignatures } from './ask-signatures.ts';
import { askForSpace } from './ask-space.ts';
import { beginResidency } from './begin-residency.ts';
import type { Dependencies } from './dependencies.ts';
import type { onboardingSteps as listed } from './joints.ts';
import { letGo } from './let-go.ts';
import { prepareServices } from './prepare-services.ts';

type Reach = Dependencies & AskDependencies & Agreements & StoreReach;

const onboardingSteps = {
  counts: { 'begin-residency': beginResidency },
  tasks: { 'let-go': letGo },
  asks: {
    'ask-for-documents': askForDocuments,
    'check-documents': askToCheck,
    'ask-for-signatures': askForSignatures,
    'ask-for-space': askForSpace,
    'prepare-services': prepareServices,
  },
} as const satisfies StepsOf<Reach, typeof listed>;

/** Does the steps of onboarding. */
export const onboardingDoer = stepDoer<Reach>(onboardingSteps, onboardingRuns);

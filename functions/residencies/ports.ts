import type { Erasing } from '../applications/leaving.ts';
import type { RunsBrought } from '../runs/run.ts';
import type { HolderNames } from '../spaces/holder-names.ts';
import { applicationAbout } from './application-about.ts';
import type { Dependencies } from './dependencies.ts';
import { eventRuns } from './event-runs.ts';
import { onboardingRuns } from './onboarding-runs.ts';
import { residencyKind } from './residency.ts';
import { startupNames } from './startup-names.ts';

/** What residencies do when others tell them something. */
export const residenciesPorts = {
  runs: {
    'startup-lab-onboarding': onboardingRuns,
    'residency-event': eventRuns,
  } satisfies RunsBrought<'residencies', Dependencies>,
  applicationAbout,
  /** What happens in a residency has requests of its own. */
  erasing: (deps: Pick<Dependencies, 'residencyEvents'>): Erasing => ({
    subjects: async (reference) => (await deps.residencyEvents.of(reference)).map(({ id }) => id),
  }),
  holderNames: (deps: Pick<Dependencies, 'residencies'>): HolderNames => ({ [residencyKind]: startupNames(deps) }),
} as const;

import type { RunsBrought } from '../runs/run.ts';
import type { Dependencies } from './dependencies.ts';
import { eventsEnding } from './end-events.ts';
import { eventRuns } from './event-runs.ts';
import { onboardingRuns } from './onboarding-runs.ts';

/** What residencies do when others tell them something. */
export const residenciesPorts = {
  runs: {
    'startup-lab-onboarding': onboardingRuns,
    'residency-event': eventRuns,
  } satisfies RunsBrought<'residencies', Dependencies>,
  ending: eventsEnding,
} as const;

import { type Runs, runsOf } from '../runs/run.ts';
import type { Dependencies } from './dependencies.ts';
import { changedResidency, onboardingInRun } from './residency.ts';

/** What the runs of startup-lab-onboarding are about. */
export const onboardingRuns = ({ residencies }: Pick<Dependencies, 'residencies'>): Runs =>
  runsOf({
    machine: 'startup-lab-onboarding',
    get: residencies.get,
    inRun: onboardingInRun,
    needing: residencies.needing,
    save: (was, change, now) => residencies.save(changedResidency(was, now, change), was),
  });

import { intakeRuns } from '../intake/intake-runs.ts';
import { applicationsLapses } from '../intake/lapses.ts';
import type { RunsBrought } from '../runs/run.ts';
import type { Dependencies } from './dependencies.ts';

/** What applications do when others tell them something. */
export const applicationsPorts = {
  roles: ['intake-officer'],
  lapses: applicationsLapses,
  runs: { 'applicant-intake': intakeRuns } satisfies RunsBrought<'applications', Dependencies>,
} as const;

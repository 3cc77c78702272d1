import type { RunsBrought } from '../runs/run.ts';
import type { Dependencies } from './dependencies.ts';
import { intakeRuns } from './intake-runs.ts';
import { applicationsLapses } from './lapses.ts';

/** What applications do when others tell them something. */
export const applicationsPorts = {
  roles: ['intake-officer'],
  lapses: applicationsLapses,
  runs: { 'applicant-intake': intakeRuns } satisfies RunsBrought<'applications', Dependencies>,
} as const;

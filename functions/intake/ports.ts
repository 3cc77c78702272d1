import type { Dependencies } from '../applications/dependencies.ts';
import type { RunsBrought } from '../runs/run.ts';
import { intakeRuns } from './intake-runs.ts';
import { intakeLapses } from './lapses.ts';

/** What intake does when others tell it something. */
export const intakePorts = {
  roles: ['intake-officer'],
  lapses: intakeLapses,
  runs: { 'applicant-intake': intakeRuns } satisfies RunsBrought<'intake', Dependencies>,
} as const;

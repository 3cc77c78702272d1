import type { RunsBrought } from '../runs/run.ts';
import { admissionRuns } from './admission-runs.ts';
import type { Dependencies } from './dependencies.ts';

/** What the selection does when others tell it something. */
export const selectionPorts = {
  runs: { 'cohort-admission': admissionRuns } satisfies RunsBrought<'selection', Dependencies>,
} as const;

import type { Dependencies } from '../applications/dependencies.ts';
import { helpPath } from '../applications/help.ts';
import type { DeskLink } from '../desk/desk.ts';
import type { RunsBrought } from '../runs/run.ts';
import { intakeRuns } from './intake-runs.ts';
import { intakeLapses } from './lapses.ts';
import { helpLabel } from './pages/help-words.ts';

/** What intake does when others tell it something. */
export const intakePorts = {
  roles: ['intake-officer'],
  deskLinks: [{ href: helpPath, label: helpLabel, roles: ['intake-officer'] }] satisfies readonly DeskLink[],
  lapses: intakeLapses,
  runs: { 'applicant-intake': intakeRuns } satisfies RunsBrought<'intake', Dependencies>,
} as const;

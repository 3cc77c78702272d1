import { intakeRuns } from '../applications/intake-runs.ts';
import type { Runs } from '../runs/run.ts';
import { screeningRuns } from '../screening/screening-runs.ts';
import { seatRuns } from '../seats/seat-runs.ts';
import { admissionRuns } from '../selection/admission-runs.ts';
import type { Dependencies } from './dependencies.ts';

export const machineNames = ['applicant-intake', 'screening', 'cohort-admission', 'seat-offer'] as const;
export type MachineName = (typeof machineNames)[number];

/** What each state machine's runs are about. */
export const machinesOf = (
  deps: Pick<Dependencies, 'applications' | 'screenings' | 'admissions' | 'seats'>,
): Readonly<Record<MachineName, Runs>> => ({
  'applicant-intake': intakeRuns(deps),
  screening: screeningRuns(deps),
  'cohort-admission': admissionRuns(deps),
  'seat-offer': seatRuns(deps),
});

export const isMachine = (name: string): name is MachineName => machineNames.some((known) => known === name);

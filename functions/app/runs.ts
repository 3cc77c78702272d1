/* What the runs of each state machine are about, by the machine's name. */
export { intakeRuns as 'applicant-intake' } from '../applications/intake-runs.ts';
export { screeningRuns as 'screening' } from '../screening/screening-runs.ts';
export { seatRuns as 'seat-offer' } from '../seats/seat-runs.ts';
export { admissionRuns as 'cohort-admission' } from '../selection/admission-runs.ts';

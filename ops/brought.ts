/* What capabilities bring to the command line, in the order in which it is shown. */
export { budgetOps } from './budget/budget-ops.ts';
export { checklistsOps } from './checklists/checklists-ops.ts';
export { claimsOps } from './claims/claims-ops.ts';
export { intakeOps } from './intake/intake-ops.ts';
export { lecturersOps } from './lecturers/lecturers-ops.ts';
export { paymentsOps } from './payments/payments-ops.ts';
export { residenciesOps, residencyEventsOps } from './residencies/residencies-ops.ts';
export { ruleFilesOps } from './rule-files/rule-files-ops.ts';
export { screeningOps } from './screening/screening-ops.ts';
export { seatsOps } from './seats/seats-ops.ts';
export { passkeyOps } from './second-factor/passkey-ops.ts';
export { spacesOps } from './spaces/spaces-ops.ts';
export { timetableOps } from './timetable/timetable-ops.ts';
export { wagesOps } from './wages/wages-ops.ts';

/* What capabilities bring to the command line, in the order in which it is shown. */
export { intakeOps } from './intake/intake-ops.ts';
export { screeningOps } from './screening/screening-ops.ts';
export { seatsOps } from './seats/seats-ops.ts';

/* What the tests of all capabilities bring for those of the whole. */
export { applicationsSupport } from './applications/support.ts';
export { cohortSupport } from './cohort/support.ts';
export { committeeSupport } from './committee/support.ts';
export { resultsSupport } from './results/support.ts';
export { roundsSupport } from './rounds/support.ts';
export { screeningSupport } from './screening/support.ts';
export { seatsSupport } from './seats/support.ts';
export { selectionSupport } from './selection/support.ts';

/* The repositories of all capabilities: each brings those of the ones below it too, so that the highest are enough. */
export { cohortParts } from '../cohort/parts.ts';

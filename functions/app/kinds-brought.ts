/* The kinds of request of all capabilities. */
export { applicationsKinds } from '../applications/request-kinds.ts';
export { committeeKinds } from '../committee/request-kinds.ts';
export { resultsKinds } from '../results/request-kinds.ts';
export { screeningKinds } from '../screening/request-kinds.ts';
export { seatsKinds } from '../seats/request-kinds.ts';

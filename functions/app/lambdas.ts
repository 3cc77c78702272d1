/* The Lambdas of all capabilities, with their grants, routes and machines. Read by infra: no pages. */

export { applicationsLambdas } from '../applications/lambdas.ts';
export { auditLambdas } from '../audit/lambdas.ts';
export { cohortLambdas } from '../cohort/lambdas.ts';
export { committeeLambdas } from '../committee/lambdas.ts';
export { intakeLambdas } from '../intake/lambdas.ts';
export { lettersLambdas } from '../letters/lambdas.ts';
export { outboxLambdas } from '../outbox/lambdas.ts';
export { resultsLambdas } from '../results/lambdas.ts';
export { retentionLambdas } from '../retention/lambdas.ts';
export { screeningLambdas } from '../screening/lambdas.ts';
export { seatsLambdas } from '../seats/lambdas.ts';
export { selectionLambdas } from '../selection/lambdas.ts';
export { appLambdas } from './app-lambdas.ts';

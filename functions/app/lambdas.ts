/* The Lambdas of all capabilities, with their grants, routes and machines. Read by infra: no pages. */

export { applicationsLambdas } from '../applications/lambdas.ts';
export { auditLambdas } from '../audit/lambdas.ts';
export { caseworkLambdas } from '../casework/lambdas.ts';
export { checklistsLambdas } from '../checklists/lambdas.ts';
export { claimsLambdas } from '../claims/lambdas.ts';
export { cohortLambdas } from '../cohort/lambdas.ts';
export { committeeLambdas } from '../committee/lambdas.ts';
export { deskLambdas } from '../desk/lambdas.ts';
export { documentsLambdas } from '../documents/lambdas.ts';
export { intakeLambdas } from '../intake/lambdas.ts';
export { lecturersLambdas } from '../lecturers/lambdas.ts';
export { lettersLambdas } from '../letters/lambdas.ts';
export { outboxLambdas } from '../outbox/lambdas.ts';
export { paymentsLambdas } from '../payments/lambdas.ts';
export { resultsLambdas } from '../results/lambdas.ts';
export { retentionLambdas } from '../retention/lambdas.ts';
export { ruleFilesLambdas } from '../rule-files/lambdas.ts';
export { screeningLambdas } from '../screening/lambdas.ts';
export { seatsLambdas } from '../seats/lambdas.ts';
export { secondFactorLambdas } from '../second-factor/lambdas.ts';
export { selectionLambdas } from '../selection/lambdas.ts';
export { statementsLambdas } from '../statements/lambdas.ts';
export { timetableLambdas } from '../timetable/lambdas.ts';
export { appLambdas } from './app-lambdas.ts';

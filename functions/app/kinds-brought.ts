/* The kinds of request of all capabilities. */
export { agreementsKinds } from '../agreements/request-kinds.ts';
export { checklistsKinds } from '../checklists/request-kinds.ts';
export { claimsKinds } from '../claims/request-kinds.ts';
export { committeeKinds } from '../committee/request-kinds.ts';
export { contractsKinds } from '../contracts/request-kinds.ts';
export { intakeKinds } from '../intake/request-kinds.ts';
export { lecturersKinds } from '../lecturers/request-kinds.ts';
export { onboardingKinds } from '../onboarding/request-kinds.ts';
export { paymentsKinds } from '../payments/request-kinds.ts';
export { renewalsKinds } from '../renewals/request-kinds.ts';
export { reportsKinds } from '../reports/request-kinds.ts';
export { resultsKinds } from '../results/request-kinds.ts';
export { ruleFilesKinds } from '../rule-files/request-kinds.ts';
export { screeningKinds } from '../screening/request-kinds.ts';
export { seatsKinds } from '../seats/request-kinds.ts';
export { spotChecksKinds } from '../spot-checks/request-kinds.ts';
export { taxMonthKinds } from '../tax-month/request-kinds.ts';

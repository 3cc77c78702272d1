/*
 * What capabilities do when others tell them something (a lapse, a withdrawal, an erasing, people that change), the runs
 * of their state machines, their roles, and the kinds of people who are asked or told something.
 */
export { agreementsPorts } from '../agreements/ports.ts';
export { applicationsPorts } from '../applications/ports.ts';
export { attachmentsPorts } from '../attachments/ports.ts';
export { caseworkPorts } from '../casework/ports.ts';
export { checklistsPorts } from '../checklists/ports.ts';
export { claimsPorts } from '../claims/ports.ts';
export { codesPorts } from '../codes/ports.ts';
export { cohortPorts } from '../cohort/ports.ts';
export { committeePorts } from '../committee/ports.ts';
export { contractsPorts } from '../contracts/ports.ts';
export { correctionsPorts } from '../corrections/ports.ts';
export { exitsPorts } from '../exits/ports.ts';
export { intakePorts } from '../intake/ports.ts';
export { lecturersPorts } from '../lecturers/ports.ts';
export { onboardingPorts } from '../onboarding/ports.ts';
export { paymentsPorts } from '../payments/ports.ts';
export { renewalsPorts } from '../renewals/ports.ts';
export { reportsPorts } from '../reports/ports.ts';
export { residenciesPorts } from '../residencies/ports.ts';
export { residencyEventsPorts } from '../residency-events/ports.ts';
export { ruleFilesPorts } from '../rule-files/ports.ts';
export { screeningPorts } from '../screening/ports.ts';
export { seatsPorts } from '../seats/ports.ts';
export { selectionPorts } from '../selection/ports.ts';
export { spacesPorts } from '../spaces/ports.ts';
export { spotChecksPorts } from '../spot-checks/ports.ts';
export { taxMonthPorts } from '../tax-month/ports.ts';
export { timetablePorts } from '../timetable/ports.ts';

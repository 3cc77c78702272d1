/* The definitions of all state machines, by their names. */
export { applicantIntake as 'applicant-intake' } from '../workflows/applicant-intake/definition.ts';
export { cohortAdmission as 'cohort-admission' } from '../workflows/cohort-admission/definition.ts';
export { lecturerWageApproval as 'lecturer-wage-approval' } from '../workflows/lecturer-wage-approval/definition.ts';
export { paymentRun as 'payment-run' } from '../workflows/payment-run/definition.ts';
export { residencyEvent as 'residency-event' } from '../workflows/residency-event/definition.ts';
export { screening } from '../workflows/screening/definition.ts';
export { seatOffer as 'seat-offer' } from '../workflows/seat-offer/definition.ts';
export { startupLabOnboarding as 'startup-lab-onboarding' } from '../workflows/startup-lab-onboarding/definition.ts';

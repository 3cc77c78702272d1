/* The mail templates of all capabilities. */
export { agreementTemplates } from '../agreements/mails/templates.ts';
export { applicantTemplates } from '../applications/mails/templates.ts';
export { attachmentTemplates } from '../attachments/mails/templates.ts';
export { checklistsTemplates } from '../checklists/mails/templates.ts';
export { claimTemplates } from '../claims/mails/templates.ts';
export { endTemplates } from '../cohort/mails/templates.ts';
export { contractTemplates } from '../contracts/mails/templates.ts';
export { exitsTemplates } from '../exits/mails/templates.ts';
export { lecturersTemplates } from '../lecturers/mails/templates.ts';
export { onboardingTemplates } from '../onboarding/mails/templates.ts';
export { renewalTemplates } from '../renewals/mails/templates.ts';
export { reportTemplates } from '../reports/mails/templates.ts';
export { reconsiderationTemplates } from '../results/mails/templates.ts';
export { reviewerTemplates } from '../screening/mails/templates.ts';
export { seatTemplates } from '../seats/mails/templates.ts';
export { statementTemplates } from '../statements/mails/templates.ts';
export { timetableTemplates } from '../timetable/mails/templates.ts';

/* The mail templates of all capabilities. */
export { applicantTemplates } from '../applications/mails/templates.ts';
export { endTemplates } from '../cohort/mails/end-templates.ts';
export { reconsiderationTemplates } from '../results/mails/reconsideration-templates.ts';
export { reviewerTemplates } from '../screening/mails/templates.ts';
export { seatTemplates } from '../seats/mails/seat-templates.ts';

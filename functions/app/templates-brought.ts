/* The mail templates of all capabilities. */
export { applicantTemplates } from '../applications/mails/templates.ts';
export { endTemplates } from '../cohort/mails/templates.ts';
export { reconsiderationTemplates } from '../results/mails/templates.ts';
export { reviewerTemplates } from '../screening/mails/templates.ts';
export { seatTemplates } from '../seats/mails/templates.ts';

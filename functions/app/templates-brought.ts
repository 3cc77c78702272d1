/* The mail templates of all capabilities. */
export { applicantTemplates } from '../applications/mails/templates.ts';
export { endTemplates } from '../cohort/mails/end-templates.ts';
export { lookAgainTemplates } from '../results/mails/look-again-templates.ts';
export { reviewerTemplates } from '../screening/mails/templates.ts';
export { seatTemplates } from '../seats/mails/seat-templates.ts';

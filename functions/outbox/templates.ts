import { admissionTemplates } from '../admission/mails/templates.ts';
import { applicantTemplates, type MailDependencies } from '../applications/mails/templates.ts';
import { staffTemplates } from '../requests/mails/templates.ts';
import { reviewerTemplates } from '../screening/mails/templates.ts';
import type { Template } from './send-mail.ts';

/** Every template of every capability, by the name that an errand says. */
export const mailTemplates = (deps: MailDependencies): Readonly<Record<string, Template>> => ({
  ...applicantTemplates(deps),
  ...staffTemplates(deps),
  ...reviewerTemplates(deps),
  ...admissionTemplates(deps),
});

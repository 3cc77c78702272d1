import type { MailDependencies } from '../applications/mails/templates.ts';
import { endTemplates } from '../cohort/mails/end-templates.ts';
import type { Template } from '../outbox/send-mail.ts';
import { lookAgainTemplates } from '../results/mails/look-again-templates.ts';
import { seatTemplates } from '../seats/mails/seat-templates.ts';
import type { Dependencies } from './dependencies.ts';

export const admissionTemplates = (deps: MailDependencies & Dependencies): Readonly<Record<string, Template>> => ({
  ...endTemplates(deps),
  ...lookAgainTemplates(deps),
  ...seatTemplates(deps),
});

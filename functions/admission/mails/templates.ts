import type { MailDependencies } from '../../applications/mails/templates.ts';
import type { Template } from '../../outbox/send-mail.ts';
import { endTemplates } from './end-templates.ts';
import { lookAgainTemplates } from './look-again-templates.ts';
import { seatTemplates } from './seat-templates.ts';

export const admissionTemplates = (deps: MailDependencies): Readonly<Record<string, Template>> => ({
  ...endTemplates(deps),
  ...lookAgainTemplates(deps),
  ...seatTemplates(deps),
});

import { applicantOf, applicationPath, type MailDependencies } from '../../applications/mails/templates.ts';
import { slotState } from '../../documents/deciding.ts';
import { pointless, type TemplatesOf } from '../../outbox/send-mail.ts';
import { ownerOf } from '../attachments.ts';
import type { Dependencies } from '../dependencies.ts';
import { refusedMail } from './document-mails.tsx';

/** The mails about documents of applications, made of what is there at the moment of sending. */
export const attachmentTemplates = (
  deps: MailDependencies & Pick<Dependencies, 'documents'>,
): TemplatesOf<'attachments'> => ({
  'document-refused': {
    class: 'decision',
    prepare: async (to, ids, now) => {
      const found = await applicantOf(deps, to.applicant);
      if (!found?.to) return pointless('there is nobody to write to');
      const { application, round, made } = found;
      const stored = await deps.documents.slot({ owner: ownerOf(application.reference), slot: String(ids.slot) });
      const file = stored?.files.find(({ id }) => id === ids.file);
      const documents = [...(made.documents ?? []), ...(round.documents ?? [])];
      const document = documents.find(({ id }) => id === ids.slot);
      if (!file?.refusal || !document) return pointless('the document is gone');
      if (slotState(stored?.files ?? []) !== 'refused') return pointless('another file was sent since');
      const link = `${deps.baseUrl}${await applicationPath(deps, application)}`;
      return {
        kind: 'mail',
        to: found.to,
        mail: refusedMail({ ...found, link, now }, { document, refusal: file.refusal, formats: file.formats }),
      };
    },
  },
});

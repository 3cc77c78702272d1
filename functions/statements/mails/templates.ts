import { pointless, type TemplatesOf } from '../../outbox/send-mail.ts';
import { linkPath, type SignLink } from '../../shared/links.ts';
import type { Dependencies } from '../dependencies.ts';
import { statementLink } from '../statement-link.ts';
import { statementMail } from './statement-mail.tsx';

/** What payments tell a lecturer who was paid: the mail with the link to the statement. */
export function statementTemplates(
  deps: Pick<Dependencies, 'claims' | 'lecturers' | 'rounds'> & { readonly baseUrl: string; readonly sign: SignLink },
): TemplatesOf<'payments'> {
  return {
    'wage-statement': {
      class: 'receipt',
      prepare: async (to, ids) => {
        const [claim, lecturer] = await Promise.all([
          deps.claims.get(String(ids.claim)),
          to.lecturer === undefined ? undefined : deps.lecturers.get(to.lecturer),
        ]);
        const round = claim && (await deps.rounds.current(claim.cohort));
        if (!claim || !round || !lecturer || lecturer.erasedAt || claim.lecturer !== lecturer.id) {
          return pointless('there is nobody to write to');
        }
        const { paidOn } = claim;
        if (claim.state !== 'PAID' || !paidOn) return pointless('the claim is not paid');
        const { lang, email } = lecturer;
        const target = statementLink(claim, lecturer);
        const link = `${deps.baseUrl}${linkPath(target, await deps.sign(target))}?lang=${lang}`;
        return { kind: 'mail', to: email, mail: statementMail({ claim, paidOn, round, link, lang }) };
      },
    },
  };
}

import type { ClaimState } from '../../claim-rules/claim.ts';
import { type Prepared, pointless, type Template, type TemplatesOf } from '../../outbox/send-mail.ts';
import type { Kinds } from '../../requests/kind.ts';
import type { PersonRequest } from '../../requests/request.ts';
import { requestPath } from '../../requests/request-link.ts';
import type { SignLink } from '../../shared/links.ts';
import { seoulDateOf } from '../../shared/time.ts';
import type { Dependencies } from '../dependencies.ts';
import { askedMail, type ClaimMail, extrasMail, lateMail, repaymentMail, toldMail } from './claim-mails.tsx';

type MailDependencies = Pick<Dependencies, 'claims' | 'lecturers' | 'requests' | 'rounds'> & {
  readonly kinds: Kinds;
  readonly baseUrl: string;
  readonly sign: SignLink;
};
type Ids = Parameters<Template>[1];

/** The mails to lecturers about their claims, each made of the truth of the moment. */
export function claimTemplates(deps: MailDependencies): TemplatesOf<'claims'> {
  const about = async (to: Parameters<Template>[0], id: string): Promise<(ClaimMail & { to: string }) | undefined> => {
    const [claim, lecturer] = await Promise.all([
      deps.claims.get(id),
      to.lecturer === undefined ? undefined : deps.lecturers.get(to.lecturer),
    ]);
    const round = claim && (await deps.rounds.current(claim.cohort));
    if (!claim || !round || !lecturer || lecturer.erasedAt || claim.lecturer !== lecturer.id) return undefined;
    return { claim, round, lang: lecturer.lang, to: lecturer.email };
  };

  const asking =
    (why: 'asked' | 'reminder'): Template =>
    async (to, ids): Promise<Prepared> => {
      const request = await requestOf(deps, ids);
      if (!request || to.lecturer === undefined) return pointless('there is nobody to write to');
      if (request.state !== 'OPEN') return pointless('the request is settled');
      const given = await about(to, request.subject);
      if (!given) return pointless('there is nobody to write to');
      const link = `${deps.baseUrl}${await requestPath(deps, request, to)}?lang=${given.lang}`;
      return { kind: 'mail', to: given.to, mail: askedMail(given, request, why, link) };
    };

  const told =
    (what: 'unanswered' | 'approved' | 'refused', states: readonly ClaimState[]): Template =>
    async (to, ids): Promise<Prepared> => {
      const given = await about(to, String(ids.claim));
      if (!given) return pointless('there is nobody to write to');
      if (!states.includes(given.claim.state)) return pointless('the claim has moved on');
      return { kind: 'mail', to: given.to, mail: toldMail(given, what) };
    };

  const asksBack =
    (why: 'asked' | 'reminder'): Template =>
    async (to, ids, now): Promise<Prepared> => {
      const given = await about(to, String(ids.claim));
      if (!given) return pointless('there is nobody to write to');
      const correction = await deps.claims.correction(given.claim.lecturer, String(ids.correction));
      if (!correction?.repayBy || correction.repaidOn) return pointless('it is not asked back any more');
      const said = why === 'asked' ? why : seoulDateOf(now) > correction.repayBy ? 'overdue' : 'due';
      return { kind: 'mail', to: given.to, mail: repaymentMail(given, correction, correction.repayBy, said) };
    };

  return {
    'wage-asked': { class: 'decision', prepare: asking('asked') },
    'wage-reminder': { class: 'reminder', prepare: asking('reminder') },
    'wage-unanswered': {
      class: 'decision',
      prepare: told('unanswered', ['CONFIRMED', 'CHECKED', 'MANAGER_APPROVED', 'APPROVED', 'IN_BATCH', 'PAID']),
    },
    'wage-approved': { class: 'decision', prepare: told('approved', ['APPROVED', 'IN_BATCH', 'PAID']) },
    'wage-refused': { class: 'decision', prepare: told('refused', ['REFUSED']) },
    'wage-extras': {
      class: 'decision',
      prepare: async (to, ids) => {
        const given = await about(to, String(ids.claim));
        if (!given) return pointless('there is nobody to write to');
        const { extraChanges = [] } = given.claim;
        if (extraChanges.length === 0) return pointless('the lecturer has answered anew');
        return { kind: 'mail', to: given.to, mail: extrasMail(given, extraChanges) };
      },
    },
    'wage-late': {
      class: 'decision',
      prepare: async (to, ids) => {
        const given = await about(to, String(ids.claim));
        if (!given) return pointless('there is nobody to write to');
        const { state } = given.claim;
        if (state === 'PAID' || state === 'CANCELLED' || state === 'REFUSED')
          return pointless('the claim has moved on');
        return { kind: 'mail', to: given.to, mail: lateMail(given) };
      },
    },
    'wage-repayment': { class: 'decision', prepare: asksBack('asked') },
    'wage-repayment-reminder': { class: 'reminder', prepare: asksBack('reminder') },
  };
}

async function requestOf(
  { requests }: Pick<MailDependencies, 'requests'>,
  ids: Ids,
): Promise<PersonRequest | undefined> {
  const id = typeof ids.request === 'string' ? ids.request : [ids.requests ?? []].flat()[0];
  return id ? requests.get(id) : undefined;
}

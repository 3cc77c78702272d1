import { applicantOf, type MailDependencies } from '../../applications/mails/templates.ts';
import { type Prepared, pointless, type Template, type TemplatesOf } from '../../outbox/send-mail.ts';
import { requestPath } from '../../requests/request-link.ts';
import type { Dependencies } from '../../residencies/dependencies.ts';
import { invitationIn } from '../invitation.ts';
import { isPointless } from '../settle-invitation.ts';
import { endsMail, invitedMail } from './renewal-mails.tsx';

type Needed = MailDependencies & Pick<Dependencies, 'residencies' | 'residencyEvents'>;

/** The mails about staying on, to the address of the residency; what no longer holds is not sent. */
export function renewalTemplates(deps: Needed): TemplatesOf<'renewals'> {
  const invited =
    (why: 'invited' | 'reminder'): Template =>
    async (to, ids, now): Promise<Prepared> => {
      const id = typeof ids.request === 'string' ? ids.request : ids.requests?.[0];
      const [request, found] = await Promise.all([
        id ? deps.requests.get(id) : undefined,
        applicantOf(deps, to.applicant),
      ]);
      if (!found || !request) return pointless('there is nobody to write to');
      if (request.state !== 'OPEN') return pointless('the request is settled');
      const { residency, round } = await invitationIn(deps, request);
      if (isPointless(round, residency)) return pointless('the startup is asked no more');
      const link = `${deps.baseUrl}${await requestPath(deps, request, to)}?lang=${found.application.lang}`;
      const given = { ...found, link, now };
      return { kind: 'mail', to: residency.startup.email, mail: invitedMail({ given, residency, round }, why) };
    };

  const ends =
    (why: 'declined' | 'lapsed'): Template =>
    async (to, ids, now): Promise<Prepared> => {
      const event = await deps.residencyEvents.get(String(ids.event));
      const found = await applicantOf(deps, to.applicant);
      const residency = event && (await deps.residencies.get(event.residency));
      const round = event?.round === undefined ? undefined : await deps.rounds.current(event.round);
      if (!found || !residency || !round) return pointless('there is nobody to write to');
      if (isPointless(round, residency)) return pointless('the residency has moved on');
      const link = `${deps.baseUrl}/rounds/${round.id}?lang=${found.application.lang}`;
      const given = { ...found, link, now };
      return { kind: 'mail', to: residency.startup.email, mail: endsMail({ given, residency, round }, why) };
    };

  return {
    'renewal-declined': { class: 'receipt', prepare: ends('declined') },
    'renewal-invited': { class: 'decision', prepare: invited('invited') },
    'renewal-lapsed': { class: 'decision', prepare: ends('lapsed') },
    'renewal-reminder': { class: 'reminder', prepare: invited('reminder') },
  };
}

import { invitationFile } from '../../calendar/invitation.ts';
import type { CodesTable } from '../../codes/codes-table.ts';
import { mailedCode } from '../../codes/mailed-code.ts';
import { type Prepared, pointless, type Template, type TemplatesOf } from '../../outbox/send-mail.ts';
import { requestPath, staffPath } from '../../requests/request-link.ts';
import type { Lang } from '../../shared/i18n.ts';
import type { SignLink } from '../../shared/links.ts';
import type { RenderedMail } from '../../shared/mail/render.tsx';
import type { Recipient } from '../../shared/names.ts';
import { serviceName } from '../../shared/pages/layout.tsx';
import { type Agreement, presentIn, type Version, type VersionState, versionIn } from '../agreement.ts';
import type { Dependencies } from '../dependencies.ts';
import { ownerId, ownerOf } from '../owners.ts';
import { caseOf } from '../requests.ts';
import { scopeIn } from '../sign-scope.ts';
import { verifyPath } from '../verify-path.ts';
import {
  askedMail,
  endedMail,
  meetingMail,
  refusedMail,
  replacedMail,
  signCodeMail,
  signedMail,
  type Told,
} from './agreement-mails.tsx';

type Needed = Pick<Dependencies, 'agreements' | 'agreementOwners' | 'kinds' | 'people' | 'requests' | 'baseUrl'> & {
  readonly codes: CodesTable;
  readonly sign: SignLink;
  /** Of the key that codes are derived with. */
  readonly signCode: SignLink;
};

type Ids = Parameters<Template>[1];

/** Where somebody is reached now. */
interface Addressee {
  readonly email: string;
  readonly name: string;
  readonly lang: Lang;
}

/** The mails about agreements, each made of the truth of the moment; what no longer holds is not sent. */
export function agreementTemplates(deps: Needed): TemplatesOf<'agreements'> {
  const contactOf = ({ owner }: Agreement) => ownerOf(deps.agreementOwners, owner)?.contact?.(ownerId(owner));

  const addressee = async (to: Recipient, version: Version, signer: string): Promise<Addressee | undefined> => {
    if (to.person !== undefined) return deps.people.get(to.person);
    const found = version.signers.find(({ id }) => id === signer);
    return found?.email ? { email: found.email, name: found.name, lang: found.lang } : undefined;
  };

  /** The link of a signer's last request of a version: it says what became of it, and has the copy. */
  const linkOf = async (to: Recipient, version: Version, signer: string, lang: Lang): Promise<string | undefined> => {
    const id = version.requests[signer];
    const request = id === undefined ? undefined : await deps.requests.get(id);
    if (!request) return undefined;
    const person = to.person === undefined ? undefined : await deps.people.get(to.person);
    const isTheirs = person ? request.assignee.person === person.id : request.assignee.person === undefined;
    if (!isTheirs) return undefined;
    const path = person ? await staffPath(deps, request, person) : await requestPath(deps, request, to);
    return `${deps.baseUrl}${path}?lang=${lang}`;
  };

  /** A mail about a version that is (still) in a state. */
  const about =
    (state: VersionState, render: (told: Told) => RenderedMail): Template =>
    async (to, ids) => {
      const agreement = await deps.agreements.get(String(ids.agreement));
      const version = agreement && versionIn(agreement, Number(ids.version));
      if (!version || agreement.erasedAt) return pointless('the agreement is erased');
      if (version.state !== state) return pointless('the version has moved on');
      const signer = String(ids.signer);
      const found = await addressee(to, version, signer);
      if (!found) return pointless('there is nobody to write to');
      const { lang } = found;
      const link = await linkOf(to, version, signer, lang);
      return {
        kind: 'mail',
        to: found.email,
        mail: render({ agreement, version, lang, link, contact: await contactOf(agreement) }),
      };
    };

  const asked =
    (why: 'asked' | 'reminder'): Template =>
    async (to, ids) => {
      const id = typeof ids.request === 'string' ? ids.request : ids.requests?.[0];
      const request = id ? await deps.requests.get(id) : undefined;
      if (request?.state !== 'OPEN') return pointless('the request is settled');
      const found = await caseOf(deps, request);
      if (!found?.signer.email) return pointless('there is nobody to write to');
      const { agreement, version, signer } = found;
      const { lang } = signer;
      const link = `${deps.baseUrl}${await requestPath(deps, request, to)}?lang=${lang}`;
      const told = { agreement, version, lang, link, contact: await contactOf(agreement) };
      return { kind: 'mail', to: found.signer.email, mail: askedMail(told, why, request.question?.text) };
    };

  return {
    'agreement-asked': { class: 'decision', prepare: asked('asked') },
    'agreement-reminder': { class: 'reminder', prepare: asked('reminder') },
    'agreement-code': { class: 'asked', prepare: (to, _ids, now) => code(to, now) },
    'agreement-signed': {
      class: 'decision',
      prepare: about('SIGNED', (told) => signedMail(told, `${deps.baseUrl}${verifyPath}`)),
    },
    'agreement-refused': { class: 'decision', prepare: about('REFUSED', refusedMail) },
    'agreement-lapsed': { class: 'decision', prepare: about('LAPSED', (told) => endedMail(told, 'lapsed')) },
    'agreement-withdrawn': { class: 'decision', prepare: about('WITHDRAWN', (told) => endedMail(told, 'withdrawn')) },
    'agreement-replaced': { class: 'decision', prepare: about('REPLACED', replacedMail) },
    'agreement-meeting': { class: 'decision', prepare: (to, ids) => meeting(to, ids) },
  };

  async function code(to: Recipient, now: Parameters<Template>[2]): Promise<Prepared> {
    const found = await mailedCode(deps, to.challenge, now);
    const scope = scopeIn(found?.challenge.scope);
    const agreement = scope && (await deps.agreements.get(scope.agreement));
    const version = agreement && versionIn(agreement, scope.version);
    if (!found || version?.state !== 'OPEN' || !agreement || agreement.erasedAt)
      return pointless('the code is used, or too old');
    const { email, lang } = found.challenge;
    const told = { agreement, version, lang, contact: await contactOf(agreement) };
    return { kind: 'mail', to: email, mail: signCodeMail(told, found) };
  }

  async function meeting(to: Recipient, ids: Ids): Promise<Prepared> {
    const agreement = await deps.agreements.get(String(ids.agreement));
    const version = agreement && presentIn(agreement);
    const found = agreement?.meetings.find(({ id }) => id === ids.meeting);
    if (!version || !found || agreement.erasedAt) return pointless('the meeting is erased');
    if (String(found.sequence) !== ids.sequence) return pointless('the meeting has changed since');
    const addressed = await addressee(to, version, String(ids.signer));
    if (!addressed) return pointless('there is nobody to write to');
    const { lang, email, name } = addressed;
    const contact = await contactOf(agreement);
    const organizer = { name: serviceName, email: contact?.email ?? `no-reply@${new URL(deps.baseUrl).hostname}` };
    const { startsAt, endsAt, changedAt, sequence, title, place, cancelledAt } = found;
    const calendar = await invitationFile(
      {
        uid: `${agreement.id}-${found.id}@seoul-fintech-academy`,
        sequence,
        startsAt,
        endsAt,
        changedAt,
        title,
        place,
        isCancelled: cancelledAt !== undefined,
        organizer,
        attendee: { name, email },
      },
      lang,
    );
    return { kind: 'mail', to: email, mail: meetingMail({ agreement, version, lang, contact }, found), calendar };
  }
}

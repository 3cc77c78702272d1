import { mailedCode } from '../../codes/mailed-code.ts';
import { codeMail } from '../../codes/mails/code-mail.tsx';
import { pointless, type Template, type TemplatesOf } from '../../outbox/send-mail.ts';
import { requestPath } from '../../requests/request-link.ts';
import { linkPath, type SignLink } from '../../shared/links.ts';
import { ContactFooter } from '../../shared/mail/contact-footer.tsx';
import type { RenderedMail } from '../../shared/mail/render.tsx';
import { applicationLink } from '../access.ts';
import { type Application, asCancelled } from '../application.ts';
import type { SentVersion } from '../applications-table.ts';
import type { Dependencies, Ports } from '../dependencies.ts';
import { addressChangedMail } from './address-mails.tsx';
import type { ApplicantMail } from './applicant-frame.tsx';
import * as mails from './applicant-mails.tsx';

/** What every mail about an application is made with. */
export type MailDependencies = Pick<
  Dependencies & Ports,
  'applications' | 'requests' | 'rounds' | 'people' | 'kinds'
> & {
  readonly baseUrl: string;
  readonly sign: SignLink;
};

/** What the mails with codes are made with, too. */
type CodeDependencies = MailDependencies &
  Pick<Dependencies, 'codes'> & {
    /** Of the key that codes are derived with. */
    readonly signCode: SignLink;
  };

type Given = ApplicantMail;
type Ids = Parameters<Template>[1];

/** The mails to applicants, each made of the truth of the moment; what no longer holds is not sent. */
export function applicantTemplates(deps: CodeDependencies): TemplatesOf<'applications'> {
  /** A mail about the application as it is; pointless if `holds` says so. */
  const about =
    (holds: (application: Application, ids: Ids) => boolean, render: (given: Given) => RenderedMail): Template =>
    async (to, ids, now) => {
      const found = await applicantOf(deps, to.applicant);
      if (!found?.to) return pointless('there is nobody to write to');
      if (!holds(found.application, ids)) return pointless('the application has moved on');
      const link = `${deps.baseUrl}${await applicationPath(deps, found.application)}`;
      return { kind: 'mail', to: found.to, mail: render({ ...found, link, now }) };
    };

  /** A mail with a copy of one version of the answers. */
  const withVersion =
    (render: (given: Given, version: SentVersion) => RenderedMail): Template =>
    async (to, ids, now) => {
      const found = await applicantOf(deps, to.applicant);
      if (!found?.to) return pointless('there is nobody to write to');
      const version = await deps.applications.version(found.application.reference, Number(ids.version));
      if (!version) return pointless('the version is gone');
      if (found.application.version !== version.version || found.application.state === 'WITHDRAWN') {
        return pointless('the application has moved on');
      }
      const link = `${deps.baseUrl}${await applicationPath(deps, found.application)}`;
      return { kind: 'mail', to: found.to, mail: render({ ...found, link, now }, version) };
    };

  /** A mail about an open question; settled meanwhile, it is pointless. */
  const question =
    (why: 'asked' | 'reminder'): Template =>
    async (to, ids, now) => {
      const id = typeof ids.request === 'string' ? ids.request : ids.requests?.[0];
      const request = id ? await deps.requests.get(id) : undefined;
      const found = await applicantOf(deps, to.applicant);
      if (!found?.to || !request) return pointless('there is nobody to write to');
      if (request.state !== 'OPEN') return pointless('the request is settled');
      if (found.application.state === 'CANCELLED') return pointless('the round is cancelled');
      const link = `${deps.baseUrl}${await requestPath(deps, request, to)}`;
      return { kind: 'mail', to: found.to, mail: mails.questionMail({ ...found, link, now }, request, why) };
    };

  /** Still in that state, and for the very version or question that the mail is about, if it names one. */
  const isAt =
    (state: Application['state']) =>
    (application: Application, { version, asks }: Ids) =>
      application.state === state &&
      (version === undefined || Number(version) === application.version) &&
      (asks === undefined || Number(asks) === application.asks);
  return {
    'application-received': { class: 'receipt', prepare: withVersion(mails.receivedMail) },
    'application-received-and-accepted': { class: 'receipt', prepare: withVersion(mails.receivedAndAcceptedMail) },
    'question-answered': { class: 'receipt', prepare: withVersion(mails.answeredMail) },
    'application-accepted': { class: 'decision', prepare: about(isAt('ACCEPTED'), mails.acceptedMail) },
    'application-refused': { class: 'decision', prepare: about(isAt('REFUSED'), mails.refusedMail) },
    'application-withdrawn': { class: 'receipt', prepare: about(isAt('WITHDRAWN'), mails.withdrawnMail) },
    'draft-link': { class: 'asked', prepare: about(isAt('DRAFT'), mails.draftLinkMail) },
    'address-code': { class: 'asked', prepare: addressCode(deps) },
    'address-changed': { class: 'receipt', prepare: addressChanged(deps) },
    'question-asked': { class: 'decision', prepare: question('asked') },
    'question-reminder': { class: 'reminder', prepare: question('reminder') },
    'question-lapsed': { class: 'decision', prepare: about(isAt('WITH_OFFICER'), mails.lapsedMail) },
  };
}

/** The code of a challenge, as it is at the moment of sending. */
const addressCode =
  (deps: CodeDependencies): Template =>
  async (to, _ids, now) => {
    const found = await mailedCode(deps, to.challenge, now);
    const round = found && (await roundAbout(deps, found.challenge.about));
    if (!found || !round) return pointless('the code is used, or too old');
    const { challenge } = found;
    // To change an address, the code is entered where it is changed: a link would hand the application to whoever opens it.
    const hasLink = challenge.about.startsWith('round:');
    const privacy = `${deps.baseUrl}/privacy`;
    const footer = ContactFooter({ of: round, lang: challenge.lang, privacy });
    return { kind: 'mail', to: challenge.email, mail: codeMail(found, { baseUrl: deps.baseUrl, hasLink, footer }) };
  };

/** The round in which an address is proved: before there is an application, or for one. */
async function roundAbout({ applications, rounds }: MailDependencies, about: string) {
  const [kind, id = ''] = about.split(':', 2);
  if (kind === 'round') return rounds.current(id);
  const application = await applications.get(id);
  return application && rounds.current(application.roundId);
}

/** To the address before. */
const addressChanged =
  (deps: MailDependencies): Template =>
  async (to) => {
    const found = await applicantOf(deps, to.applicant);
    const { formerEmail } = found?.application ?? {};
    if (!found || !formerEmail) return pointless('there is nobody to write to');
    return { kind: 'mail', to: formerEmail, mail: addressChangedMail({ ...found, baseUrl: deps.baseUrl }) };
  };

/** An applicant with the round, and the address, from its cancellation on as cancelled; nothing for who was erased. */
export async function applicantOf(
  { applications, rounds }: Pick<MailDependencies, 'applications' | 'rounds'>,
  reference: string | undefined,
) {
  const application = reference === undefined ? undefined : await applications.get(reference);
  if (!application || application.erasedAt) return undefined;
  const [round, made] = await Promise.all([
    rounds.current(application.roundId),
    rounds.version(application.roundId, application.roundVersion),
  ]);
  return round && made && { application: asCancelled(application, round), round, made, to: application.email };
}

/** The path of an application's present link, in the applicant's language. */
export const applicationPath = async ({ sign }: MailDependencies, application: Application): Promise<string> => {
  const target = applicationLink(application);
  return `${linkPath(target, await sign(target))}?lang=${application.lang}`;
};

import { type DeskDependencies, openDesk } from '../../desk/open-desk.ts';
import type { AttachmentsOf } from '../../forms/attachments.ts';
import { withEmail } from '../../forms/round-form.ts';
import type { Person } from '../../people/person.ts';
import { noSessionPage } from '../../rounds/pages/open-again.tsx';
import type { Round } from '../../rounds/round.ts';
import { keyDays, prolonged, type Session } from '../../sessions/session.ts';
import type { VerifyLink } from '../../shared/links.ts';
import type { FormPage } from '../../shared/pages/form.ts';
import { cookie, ownName, type PageRequest, type PageResponse, seeOther } from '../../shared/pages/request.ts';
import { applicationIn } from '../../shared/pages/shown.ts';
import { accessCookie, type Credential, credentialCookie, openApplication, readCredential } from '../access.ts';
import { type Application, asCancelled } from '../application.ts';
import type { Dependencies, Ports } from '../dependencies.ts';
import { type Draft, nothingTyped } from '../draft-items.ts';
import { helpPath, isOfficerOf, mayHelp } from '../help.ts';
import { mailsGoToOffice, readerOf } from '../identity.ts';
import { keepSession } from '../keep-session.ts';
import { otherApplicationPage } from './other-application.tsx';

/** What it takes to know whose application a browser has open. */
export type SessionDependencies = Pick<Dependencies, 'applications' | 'sessions' | 'rounds' | 'commit' | 'random'> & {
  /** To know whether the desk of an officer who helps is open still. */
  readonly people: DeskDependencies['people'];
  readonly verifyLink: VerifyLink;
  /** Whether the pages are at an https address. */
  readonly secure: boolean;
};

/** What the applicant's own pages reach. */
export type PagesDependencies = SessionDependencies &
  Pick<Dependencies, 'requests' | 'codes' | 'addresses'> &
  Pick<Ports, 'invited' | 'selection' | 'leaving'> & { readonly attachments: AttachmentsOf };

/** The application that the browser's cookie opens, with the round as it is now. */
export interface Opened {
  readonly application: Application;
  readonly round: Round;
  /** The browser's own, unless it came by a mailed link or began before sessions were rows. */
  readonly session?: Session;
  /** Who acts in it, for the audit: the applicant, or who helps them. */
  readonly by: string;
}

/** Whether an application is open at the desk of an officer, as every one is whose mails go to the office. */
export const isAtDesk = ({ application }: Pick<Opened, 'application'>): boolean => mailsGoToOffice(application);

const cookieName = (deps: Pick<SessionDependencies, 'secure'>): string => ownName(accessCookie, deps);
const cookieAge = keyDays * 24 * 60 * 60;

export const keepCredential = (deps: Pick<SessionDependencies, 'secure'>, credential: Credential): string =>
  cookie(cookieName(deps), credentialCookie(credential), { maxAge: cookieAge, secure: deps.secure });

/** Under the name of a release before, too: what is left there would else be read again. */
export const forgetCredential = (deps: Pick<SessionDependencies, 'secure'>): readonly string[] =>
  [...new Set([cookieName(deps), accessCookie])].map((name) => cookie(name, '', { maxAge: 0, secure: deps.secure }));

/** What a browser shows of the application that it has open. */
export function credentialOf(
  deps: Pick<SessionDependencies, 'secure'>,
  { cookies }: Pick<PageRequest, 'cookies'>,
): Credential | undefined {
  const own = cookies[cookieName(deps)];
  return own === undefined ? keptBefore(cookies) : readCredential(own);
}

/**
 * What a release kept under the plain name, which any host beside ours may set: sessions alone, whose secrets only their
 * browsers know. Needed until `keyDays` after the first release that keeps them under the name of its own, when the last
 * of these cookies has ended; then this goes, and `forgetCredential` forgets one name.
 */
function keptBefore(cookies: PageRequest['cookies']): Credential | undefined {
  const credential = readCredential(cookies[accessCookie]);
  return credential?.kind === 'session' ? credential : undefined;
}

export async function openedBy(
  deps: SessionDependencies,
  request: Pick<PageRequest, 'cookies' | 'now'>,
  get = deps.applications.get,
): Promise<Opened | undefined> {
  const opened = await openApplication(deps, credentialOf(deps, request), request.now, get);
  const round = opened && (await deps.rounds.current(opened.application.roundId));
  if (!round) return undefined;
  const { application, session } = opened;
  if (!mailsGoToOffice(application)) {
    return session?.begunBy === 'desk' ? undefined : { ...opened, round, by: readerOf(application) };
  }
  const officer = await officerAt(deps, round, request);
  if (!officer || (session?.begunBy === 'desk' && session.by !== officer.id)) return undefined;
  return { ...opened, round, by: `person:${officer.id}` };
}

/**
 * Whose desk is open in this browser, if they are an officer of the round who may help: nobody else has open what goes to
 * the office, whether they came from the desk or by the office's mails, and nobody any more who has lost the role.
 */
async function officerAt(
  deps: SessionDependencies,
  round: Round,
  request: Pick<PageRequest, 'cookies' | 'now'>,
): Promise<Person | undefined> {
  const { people, sessions, secure } = deps;
  const desk = await openDesk({ people, sessions, secure, deskLinks: [] }, request, request.now);
  return desk && mayHelp(desk.person) && isOfficerOf(round, desk.person.id) ? desk.person : undefined;
}

/**
 * Where an officer finds what was open from their desk, and is not any more, or opens the desk for what came by the
 * office's mails; nothing for everybody else.
 */
async function backToDesk(deps: SessionDependencies, request: PageRequest): Promise<PageResponse | undefined> {
  const credential = credentialOf(deps, request);
  if (!credential) return undefined;
  const session =
    credential.kind === 'session'
      ? await deps.sessions.open(credential.reference, credential.secret, request.now)
      : undefined;
  if (session?.begunBy === 'desk') return seeOther(helpPath, { cookies: forgetCredential(deps) });
  const opened = await openApplication(deps, credential, request.now);
  return opened && mailsGoToOffice(opened.application) ? seeOther(helpPath) : undefined;
}

/** The fields of a page's form that hold somebody's words, so that they are shown where they cannot be saved. */
export type WordsOf = (request: PageRequest, opened: Opened | undefined) => FormPage | undefined;

type Page = (opened: Opened, request: PageRequest) => Promise<PageResponse>;

/**
 * A page for whoever has an application open; everybody else learns how to get back to theirs. A form is taken only for
 * the application that it names: another one may have been opened since, in another tab.
 */
export const withApplication = (deps: SessionDependencies, page: Page, wordsOf?: WordsOf) =>
  framed(deps, (request) => openedBy(deps, request), page, wordsOf);

/** The same for a page that is about the draft, too, which is read with its application. */
export function withDraft(
  deps: SessionDependencies,
  page: (opened: Opened, request: PageRequest, draft: Draft) => Promise<PageResponse>,
  wordsOf?: WordsOf,
): (request: PageRequest) => Promise<PageResponse> {
  const openWithDraft = async (request: PageRequest) => {
    let draft = nothingTyped;
    const opened = await openedBy(deps, request, async (reference) => {
      const read = await deps.applications.withDraft(reference);
      draft = read.draft;
      return read.application;
    });
    if (!opened || opened.application.version > 0) return opened && { ...opened, draft };
    // The address that is proved before a draft is begun is its first word; it is not stored for that alone.
    return { ...opened, draft: { ...draft, typed: withEmail(opened.round, draft.typed, opened.application.email) } };
  };
  return framed(deps, openWithDraft, ({ draft, ...opened }, request) => page(opened, request, draft), wordsOf);
}

const framed =
  <Open extends Opened>(
    deps: SessionDependencies,
    open: (request: PageRequest) => Promise<Open | undefined>,
    page: (opened: Open, request: PageRequest) => Promise<PageResponse>,
    wordsOf?: WordsOf,
  ) =>
  async (request: PageRequest): Promise<PageResponse> => {
    const credential = credentialOf(deps, request);
    const opened = await open(request);
    const isPost = request.method === 'POST';
    if (!opened || (isPost && applicationIn(request.form) !== opened.application.reference)) {
      const words = wordsOf?.(request, opened);
      if (isPost && (opened || words)) {
        return otherApplicationPage(request, { opened, page: words, rounds: opened ? [] : await deps.rounds.list() });
      }
      const toDesk = opened ? undefined : await backToDesk(deps, request);
      if (toDesk) return toDesk;
      return noSessionPage(request.lang, await deps.rounds.list());
    }
    if (!isPost) return page(opened, request);
    if (credential?.kind !== 'link') {
      const longer = opened.session && prolonged(opened.session, request.now);
      if (longer) await deps.sessions.prolong(longer);
      return page(opened, request);
    }
    const { secret, application } = await keepSession(deps, opened.round, opened.application, request.now);
    const response = await page({ ...opened, application }, request);
    const session = keepCredential(deps, { kind: 'session', reference: application.reference, secret });
    return { ...response, cookies: [session, ...(response.cookies ?? [])] };
  };

/** A page for whoever has sent an application; a draft goes on to its form. */
export const withSent = (deps: SessionDependencies, page: Page) =>
  withApplication(deps, async (opened, request) =>
    opened.application.state === 'DRAFT'
      ? seeOther('/apply')
      : page({ ...opened, application: asCancelled(opened.application, opened.round) }, request),
  );

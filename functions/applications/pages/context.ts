import type { Round } from '../../rounds/round.ts';
import { prolonged, type Session } from '../../sessions/session.ts';
import type { VerifyLink } from '../../shared/links.ts';
import type { FormPage } from '../../shared/pages/form.ts';
import { cookie, type PageRequest, type PageResponse, seeOther } from '../../shared/pages/request.ts';
import { applicationIn } from '../../shared/pages/shown.ts';
import { accessCookie, type Credential, credentialCookie, openApplication, readCredential } from '../access.ts';
import { type Application, asCancelled } from '../application.ts';
import type { Dependencies, Ports } from '../dependencies.ts';
import { keepSession } from '../keep-session.ts';
import { otherApplicationPage } from './other-application.tsx';
import { noSessionPage } from './problems.tsx';

/** What it takes to know whose application a browser has open. */
export type SessionDependencies = Pick<Dependencies, 'applications' | 'sessions' | 'rounds' | 'commit' | 'random'> & {
  readonly verifyLink: VerifyLink;
  /** Whether the pages are at an https address. */
  readonly secure: boolean;
};

/** What the applicant's own pages reach. */
export type PagesDependencies = SessionDependencies &
  Pick<Dependencies, 'requests' | 'codes'> &
  Pick<Ports, 'selection' | 'leaving'>;

/** The application that the browser's cookie opens, with the round as it is now. */
export interface Opened {
  readonly application: Application;
  readonly round: Round;
  /** The browser's own, unless it came by a mailed link or began before sessions were rows. */
  readonly session?: Session;
}

/** How long a browser keeps its key to an application, in seconds. */
const cookieAge = 120 * 24 * 60 * 60;

export const keepCredential = (deps: Pick<SessionDependencies, 'secure'>, credential: Credential): string =>
  cookie(accessCookie, credentialCookie(credential), { maxAge: cookieAge, secure: deps.secure });

export const forgetCredential = (deps: Pick<SessionDependencies, 'secure'>): string =>
  cookie(accessCookie, '', { maxAge: 0, secure: deps.secure });

export async function openedBy(deps: SessionDependencies, request: PageRequest): Promise<Opened | undefined> {
  const opened = await openApplication(deps, readCredential(request.cookies[accessCookie]), request.now);
  const round = opened && (await deps.rounds.current(opened.application.roundId));
  return opened && round ? { ...opened, round } : undefined;
}

/** The fields of a page's form that hold somebody's words, so that they are shown where they cannot be saved. */
type WordsOf = (request: PageRequest, opened: Opened | undefined) => FormPage | undefined;

type Page = (opened: Opened, request: PageRequest) => Promise<PageResponse>;

/**
 * A page for whoever has an application open; everybody else learns how to get back to theirs. A form is taken only for
 * the application that it names: another one may have been opened since, in another tab.
 */
export const withApplication = (deps: SessionDependencies, page: Page, wordsOf?: WordsOf) =>
  withApplicationAnd(deps, async () => ({}), page, wordsOf);

/** The same for a page that reads something else, too, which its application is not needed for: both at once. */
export const withApplicationAnd =
  <Read extends object>(
    deps: SessionDependencies,
    readMore: (reference: string) => Promise<Read>,
    page: (opened: Opened, request: PageRequest, more: Read) => Promise<PageResponse>,
    wordsOf?: WordsOf,
  ) =>
  async (request: PageRequest): Promise<PageResponse> => {
    const credential = readCredential(request.cookies[accessCookie]);
    const [opened, more] = credential
      ? await Promise.all([openedBy(deps, request), readMore(credential.reference)])
      : [undefined, undefined];
    const isPost = request.method === 'POST';
    if (!opened || !more || (isPost && applicationIn(request.form) !== opened.application.reference)) {
      const words = wordsOf?.(request, opened);
      if (isPost && (opened || words)) {
        return otherApplicationPage(request, { opened, page: words, rounds: opened ? [] : await deps.rounds.list() });
      }
      return noSessionPage(request.lang, await deps.rounds.list());
    }
    if (!isPost) return page(opened, request, more);
    if (credential?.kind !== 'link') {
      const longer = opened.session && prolonged(opened.session, request.now);
      if (longer) await deps.sessions.put(longer);
      return page(opened, request, more);
    }
    const { secret, application } = await keepSession(deps, opened.round, opened.application, request.now);
    const response = await page({ ...opened, application }, request, more);
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

import { roundPhase } from '../../rounds/round.ts';
import { check, decode } from '../../shared/pages/form.ts';
import type { PageRoute } from '../../shared/pages/handler.ts';
import { PageFault } from '../../shared/pages/problem.tsx';
import { html, type PageRequest, seeOther, switchedTo } from '../../shared/pages/request.ts';
import { applicationLink, isReference } from '../access.ts';
import { mailLinksAgain } from '../mail-link.ts';
import { startApplication } from '../start-application.ts';
import { keepCredential, openedBy, type PagesDependencies } from './context.ts';
import { EmailForm, emailPage, LinkSentPage } from './link-pages.tsx';
import { badLinkPage } from './problems.tsx';
import { RoundsPage, StartPage } from './start.tsx';

/** What else stands in an address is no round, and too long a key would be a fault of the table. */
const roundId = /^[a-z0-9-]{1,200}$/;

/** Before an application is open: rounds, the start, links of mails. */
export function startRoutes(deps: PagesDependencies): PageRoute[] {
  const roundOf = async (request: PageRequest) => {
    const { round: id = '' } = request.params;
    const round = roundId.test(id) ? await deps.rounds.current(id) : undefined;
    if (!round) throw new PageFault(404);
    return round;
  };
  return [
    {
      method: 'GET',
      path: '/',
      page: async ({ now, lang }) => html(<RoundsPage rounds={await deps.rounds.list()} now={now} lang={lang} />),
    },
    {
      method: 'GET',
      path: '/rounds/{round}',
      page: async (request) => {
        const [round, opened] = await Promise.all([roundOf(request), openedBy(deps, request)]);
        return html(<StartPage round={round} now={request.now} lang={request.lang} opened={opened} />);
      },
    },
    {
      method: 'POST',
      path: '/rounds/{round}/start',
      page: async (request) => {
        const round = await roundOf(request);
        if (roundPhase(round, request.now) !== 'OPEN') return seeOther(`/rounds/${round.id}`);
        const opened = await openedBy(deps, request);
        const anew = request.form.get('anew')?.[0] === 'yes';
        if (opened?.round.id === round.id && !anew) return seeOther('/apply');
        const { reference, secret } = await startApplication(deps, round, request.lang, request.now);
        return seeOther('/apply', { cookies: [keepCredential(deps, { kind: 'session', reference, secret })] });
      },
    },
    {
      method: 'GET',
      path: '/rounds/{round}/link',
      page: async (request) =>
        html(<EmailForm round={await roundOf(request)} kind="again" typed={{}} errors={[]} lang={request.lang} />),
    },
    {
      method: 'POST',
      path: '/rounds/{round}/link',
      page: async (request) => {
        const round = await roundOf(request);
        const typed = decode(emailPage, request.form);
        const lang = switchedTo(request.form) ?? request.lang;
        const checked = check(emailPage, typed, lang);
        if (switchedTo(request.form) || !checked.ok) {
          const errors = checked.ok || switchedTo(request.form) ? [] : checked.errors;
          const status = errors.length > 0 ? 422 : 200;
          return html(<EmailForm round={round} kind="again" typed={typed} errors={errors} lang={lang} />, { status });
        }
        await mailLinksAgain(deps, round, checked.values.email, request.now);
        return seeOther(`/rounds/${round.id}/link-sent`);
      },
    },
    {
      method: 'GET',
      path: '/rounds/{round}/link-sent',
      page: async (request) => html(<LinkSentPage round={await roundOf(request)} kind="again" lang={request.lang} />),
    },
    {
      // A mailed link: the browser keeps it in its cookie, and the address bar loses it. Nothing is stored.
      method: 'GET',
      path: '/a/{reference}/{mac}',
      page: async ({ params, lang }) => {
        const { reference = '', mac = '' } = params;
        const application = isReference(reference) ? await deps.applications.get(reference) : undefined;
        const genuine =
          application && !application.erasedAt && (await deps.verifyLink(applicationLink(application), mac));
        if (!genuine) return badLinkPage(lang, await deps.rounds.list());
        return seeOther(application.state === 'DRAFT' ? '/apply' : '/application', {
          cookies: [keepCredential(deps, { kind: 'link', reference, mac })],
        });
      },
    },
  ];
}

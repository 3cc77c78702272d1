import type { ProofDependencies } from '../../codes/pages/proofs.tsx';
import { SwitchPage } from '../../forms/pages/later-pages.tsx';
import { badLinkPage } from '../../rounds/pages/open-again.tsx';
import { RoundsPage, StartPage } from '../../rounds/pages/start.tsx';
import { roundPhase } from '../../rounds/round.ts';
import type { PageRoute } from '../../shared/pages/handler.ts';
import { leadingOn, onwardIn } from '../../shared/pages/onward.ts';
import { html, movedTo, type PageRequest, type PageResponse, seeOther } from '../../shared/pages/request.ts';
import { applicationLink, isReference } from '../access.ts';
import type { Application } from '../application.ts';
import { keepSession } from '../keep-session.ts';
import { keepCredential, openedBy, type PagesDependencies } from './context.ts';
import { mayBegin, proofRoutes, roundsById } from './proof-routes.tsx';

/** Before an application is open: rounds, the start, links of mails. */
export function startRoutes(deps: PagesDependencies & ProofDependencies): PageRoute[] {
  const roundOf = roundsById(deps);
  /** For whoever has a link of an application that opens it; everybody else learns how to get one. */
  const withLink =
    (page: (application: Application, mac: string, request: PageRequest) => Promise<PageResponse>) =>
    async (request: PageRequest): Promise<PageResponse> => {
      const { reference = '', mac = '' } = request.params;
      const application = isReference(reference) ? await deps.applications.get(reference) : undefined;
      const genuine =
        application && !application.erasedAt && (await deps.verifyLink(applicationLink(application), mac));
      return genuine ? page(application, mac, request) : badLinkPage(request.lang, await deps.rounds.list());
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
        const anew = request.form.get('anew')?.[0] === 'yes';
        const may = anew ? roundPhase(round, request.now) === 'OPEN' : await mayBegin(deps, round, request);
        return seeOther(`/rounds/${round.id}${may ? '/address' : ''}`);
      },
    },
    ...proofRoutes(deps, roundOf),
    {
      // As mails and pages of before name it.
      method: 'GET',
      path: '/rounds/{round}/link',
      page: async (request) => seeOther(`/rounds/${(await roundOf(request)).id}/address`),
    },
    {
      method: 'POST',
      path: '/rounds/{round}/link',
      page: async (request) => movedTo(`/rounds/${(await roundOf(request)).id}/address`),
    },
    {
      // A mailed link: the browser keeps it in its cookie, and the address bar loses it. Nothing is stored.
      method: 'GET',
      path: '/a/{reference}/{mac}',
      page: withLink(async (application, mac, request) => {
        const { reference } = application;
        const opened = await openedBy(deps, request);
        if (opened && opened.application.reference !== reference) {
          const path = leadingOn(request.path, onwardIn(request.query));
          return html(<SwitchPage round={opened.round} lang={request.lang} path={path} />);
        }
        const cookies = opened ? [] : [keepCredential(deps, { kind: 'link', reference, mac })];
        return seeOther(pathOf(application, request), { cookies });
      }),
    },
    {
      method: 'POST',
      path: '/a/{reference}/{mac}',
      page: withLink(async (application, _mac, { now, lang, query }) => {
        const round = await deps.rounds.current(application.roundId);
        if (!round) return badLinkPage(lang, await deps.rounds.list());
        const { reference } = application;
        const { secret } = await keepSession(deps, round, application, now);
        return seeOther(pathOf(application, { query }), {
          cookies: [keepCredential(deps, { kind: 'session', reference, secret })],
        });
      }),
    },
  ];
}

const pathOf = ({ state }: Pick<Application, 'state'>, { query }: Pick<PageRequest, 'query'>): string =>
  state === 'DRAFT' ? '/apply' : `/${onwardIn(query) ?? 'application'}`;

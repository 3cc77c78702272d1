import { ToDesk } from '../../requests/pages/next-request.tsx';
import type { PageRoute } from '../../shared/pages/handler.ts';
import { ProblemPage } from '../../shared/pages/problem.tsx';
import { html, type PageRequest, type PageResponse, seeOther } from '../../shared/pages/request.ts';
import type { Desk } from '../desk.ts';
import { type DeskRequestDependencies, doneLately, nextPath, pathAtDesk, waitingFor } from '../requests-at-desk.ts';
import { type AwayDependencies, awayRoutes } from './away-routes.tsx';
import { DeskList } from './desk-list.tsx';
import { deskPage } from './desk-page.tsx';
import { deskPaths } from './desk-paths.ts';
import { waitingText, deskWords as words } from './desk-words.ts';
import { withDesk } from './sign-in.ts';
import { type SignInDependencies, signInRoutes } from './sign-in-routes.tsx';

export type DeskPagesDependencies = SignInDependencies & AwayDependencies & DeskRequestDependencies;

/** The pages of every desk. */
export function deskRoutes(deps: DeskPagesDependencies): PageRoute[] {
  const list = async (desk: Desk, { lang, now }: PageRequest): Promise<PageResponse> => {
    const { person } = desk;
    const [waiting, done, deputy] = await Promise.all([
      waitingFor(deps, person),
      doneLately(deps, person, now),
      person.deputy === undefined ? undefined : deps.people.get(person.deputy),
    ]);
    return deskPage({
      desk,
      current: deskPaths.list,
      lang,
      title: words.title[lang],
      ...(waiting.all > 0 && { lead: waitingText(waiting.all)[lang] }),
      children: <DeskList {...{ waiting, done, person, deputy, now, lang }} />,
    });
  };

  const open = async ({ person }: Desk, { params, lang }: PageRequest): Promise<PageResponse> => {
    const { request: id = '' } = params;
    const request = /^[0-9a-f]{32}$/.test(id) ? await deps.requests.get(id) : undefined;
    const path = request && (await pathAtDesk(deps, request, person));
    if (path !== undefined) return seeOther(path);
    return html(
      <ProblemPage lang={lang} title={words.unknown[lang]}>
        <p>{words.unknownText[lang]}</p>
        <ToDesk lang={lang} />
      </ProblemPage>,
      { status: 404 },
    );
  };

  return [
    ...signInRoutes(deps),
    ...awayRoutes(deps),
    { method: 'GET', path: deskPaths.list, page: withDesk(deps, list) },
    {
      method: 'GET',
      path: deskPaths.next,
      page: withDesk(deps, async ({ person }) => seeOther((await nextPath(deps, person)) ?? deskPaths.list)),
    },
    { method: 'GET', path: deskPaths.request('{request}'), logs: ['request'], page: withDesk(deps, open) },
  ];
}

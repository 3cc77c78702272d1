import { isAtDesk } from '../../applications/pages/context.ts';
import { asked } from '../../requests/kind.ts';
import { requestPath } from '../../requests/request-link.ts';
import type { PageRoute } from '../../shared/pages/handler.ts';
import { PageFault } from '../../shared/pages/problem.tsx';
import { attachment, html, type PageResponse, seeOther } from '../../shared/pages/request.ts';
import { copyOf } from '../agreement-copy.ts';
import { isOpen, requestsOf } from '../open-requests.ts';
import type { ResidencyPagesDependencies } from '../pages-dependencies.ts';
import { standOf } from '../residency-file.ts';
import { type Own, ownPage } from './own-access.tsx';
import { ownPaths as paths } from './residency-paths.ts';
import { StartupPage } from './startup-page.tsx';

type Deps = ResidencyPagesDependencies;

/** The pages of a startup, whose residency is that of the application that its browser has open. */
export function startupRoutes(deps: Deps): PageRoute[] {
  const own = ownPage(deps);
  return [
    { method: 'GET', path: paths.residency, page: own((at) => stands(deps, at)) },
    { method: 'GET', path: paths.request('{request}'), page: own((at) => goOn(deps, at)) },
    { method: 'GET', path: paths.copy('{agreement}', '{version}'), page: own((at) => copy(deps, at)) },
  ];
}

async function stands(deps: Deps, { residency, opened, request: { lang, now } }: Own): Promise<PageResponse> {
  const stand = await standOf(deps, residency, now);
  const { kinds } = deps;
  return html(<StartupPage {...{ stand, kinds, now, lang }} opens={!isAtDesk(opened)} />);
}

/** To what the startup is asked: by the link as it would be mailed now, for whoever reads its mails. */
async function goOn(deps: Deps, { residency, opened, request: { params } }: Own): Promise<PageResponse> {
  if (isAtDesk(opened)) return seeOther(paths.residency);
  const events = await deps.residencyEvents.of(residency.id);
  const request = (await requestsOf(deps, residency, events)).find(({ id }) => id === params.request);
  if (!request || request.assignee.person !== undefined) throw new PageFault(404);
  if (!isOpen(request)) return seeOther(paths.residency);
  const { assignee } = asked(deps.kinds, request);
  return seeOther(await requestPath(deps, request, assignee));
}

async function copy(deps: Deps, { residency, opened, request: { params } }: Own): Promise<PageResponse> {
  const pdf = isAtDesk(opened) ? undefined : await copyOf(deps, residency.id, params);
  if (!pdf) throw new PageFault(404);
  return attachment(pdf.name, 'application/pdf', pdf.bytes);
}

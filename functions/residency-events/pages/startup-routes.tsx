import { isAtDesk, type Opened, withSent } from '../../applications/pages/context.ts';
import { asked } from '../../requests/kind.ts';
import { requestPath } from '../../requests/request-link.ts';
import type { Residency } from '../../residencies/residency.ts';
import type { PageRoute } from '../../shared/pages/handler.ts';
import { PageFault, ProblemPage } from '../../shared/pages/problem.tsx';
import { attachment, html, type PageRequest, type PageResponse, seeOther } from '../../shared/pages/request.ts';
import { copyOf } from '../agreement-copy.ts';
import { isOpen, requestsOf } from '../open-requests.ts';
import type { ResidencyPagesDependencies } from '../pages-dependencies.ts';
import { standOf } from '../residency-file.ts';
import { ownPaths as paths } from './residency-paths.ts';
import { StartupPage } from './startup-page.tsx';
import { startupWords as words } from './startup-words.ts';

type Deps = ResidencyPagesDependencies;

interface Own {
  readonly residency: Residency;
  readonly opened: Opened;
  readonly request: PageRequest;
}

/** The pages of a startup, whose residency is that of the application that its browser has open. */
export function startupRoutes(deps: Deps): PageRoute[] {
  const own = (page: (at: Own) => Promise<PageResponse>) =>
    withSent(deps, async (opened, request) => {
      const residency = await deps.residencies.get(opened.application.reference);
      return residency ? page({ residency, opened, request }) : noResidency(opened, request);
    });
  return [
    { method: 'GET', path: paths.residency, page: own((at) => stands(deps, at)) },
    { method: 'GET', path: paths.request('{request}'), page: own((at) => goOn(deps, at)) },
    { method: 'GET', path: paths.copy('{agreement}', '{version}'), page: own((at) => copy(deps, at)) },
  ];
}

const noResidency = ({ round }: Opened, { lang }: PageRequest): PageResponse =>
  html(
    <ProblemPage lang={lang} title={words.none[lang]} contact={round.contact}>
      <p>{words.noneText[lang]}</p>
      <p>
        <a href="/application">{words.toStatus[lang]}</a>
      </p>
    </ProblemPage>,
    { status: 404 },
  );

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

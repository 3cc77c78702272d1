import { type Opened, withSent } from '../../applications/pages/context.ts';
import type { Residency } from '../../residencies/residency.ts';
import type { PageRoute } from '../../shared/pages/handler.ts';
import { ProblemPage } from '../../shared/pages/problem.tsx';
import { html, type PageRequest, type PageResponse } from '../../shared/pages/request.ts';
import type { ResidencyPagesDependencies } from '../pages-dependencies.ts';
import { startupWords as words } from './startup-words.ts';

/** A startup whose browser has its application open. */
export interface Own {
  readonly residency: Residency;
  readonly opened: Opened;
  readonly request: PageRequest;
}

/** A page of a startup, whose residency is that of the application that its browser has open. */
export const ownPage =
  (deps: ResidencyPagesDependencies) =>
  (page: (at: Own) => Promise<PageResponse>): PageRoute['page'] =>
    withSent(deps, async (opened, request) => {
      const residency = await deps.residencies.get(opened.application.reference);
      return residency ? page({ residency, opened, request }) : noResidency(opened, request);
    });

/** A browser with an application to stay on is told how its residency is opened, which is another application's. */
const noResidency = ({ round, application }: Opened, { lang }: PageRequest): PageResponse =>
  html(
    <ProblemPage
      lang={lang}
      title={words[application.renews === undefined ? 'none' : 'otherOpen'][lang]}
      contact={round.contact}
    >
      <p>{words[application.renews === undefined ? 'noneText' : 'otherOpenText'][lang]}</p>
      <p>
        <a href="/application">{words.toStatus[lang]}</a>
      </p>
    </ProblemPage>,
    { status: 404 },
  );

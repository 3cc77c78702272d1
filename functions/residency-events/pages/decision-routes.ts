import { addendumAtDesk, changeForStartup } from '../../contracts/pages/addendum-pages.tsx';
import { addendumPaths } from '../../contracts/pages/contracts-paths.ts';
import { measuresRoutes } from '../../exits/pages/measures-pages.tsx';
import { noticeRoutes } from '../../exits/pages/notice-pages.tsx';
import type { PageRoute } from '../../shared/pages/handler.ts';
import type { ResidencyPagesDependencies } from '../pages-dependencies.ts';
import { ownPage } from './own-access.tsx';
import { forDeciders } from './residency-access.ts';
import { ownPaths, residencyPaths } from './residency-paths.ts';

/** What can be decided about a residency, as the rooms below bring it: addenda and measures, notice and wishes. */
export function decisionRoutes(deps: ResidencyPagesDependencies): PageRoute[] {
  const own = ownPage(deps);
  const addendum = forDeciders(deps, ({ desk, residency, request }) =>
    addendumAtDesk(deps, {
      desk,
      residency,
      request,
      path: addendumPaths.desk(residency.id),
      back: residencyPaths.residency(residency.id),
    }),
  );
  const change = own(({ residency, opened, request }) =>
    changeForStartup(deps, {
      by: opened.by,
      residency,
      request,
      path: addendumPaths.own,
      back: ownPaths.residency,
    }),
  );
  return [
    ...both(addendumPaths.desk('{reference}'), addendum),
    ...both(addendumPaths.own, change),
    ...measuresRoutes(deps, (page) => forDeciders(deps, page)),
    ...noticeRoutes(deps, own),
  ];
}

const both = (path: string, page: PageRoute['page']): PageRoute[] => [
  { method: 'GET', path, page },
  { method: 'POST', path, page },
];

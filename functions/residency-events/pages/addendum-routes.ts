import { addendumAtDesk, changeForStartup } from '../../contracts/pages/addendum-pages.tsx';
import { addendumPaths } from '../../contracts/pages/contracts-paths.ts';
import type { PageRoute } from '../../shared/pages/handler.ts';
import type { ResidencyPagesDependencies } from '../pages-dependencies.ts';
import { ownPage } from './own-access.tsx';
import { forDeciders } from './residency-access.ts';
import { ownPaths, residencyPaths } from './residency-paths.ts';

/** Changes of a contract: begun by its manager, and asked for by the startup. */
export function addendumRoutes(deps: ResidencyPagesDependencies): PageRoute[] {
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
  return [...both(addendumPaths.desk('{reference}'), addendum), ...both(addendumPaths.own, change)];
}

const both = (path: string, page: PageRoute['page']): PageRoute[] => [
  { method: 'GET', path, page },
  { method: 'POST', path, page },
];

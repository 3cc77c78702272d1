import { type RequestPagesDependencies, requestRoutes } from '../../requests/pages/request-routes.tsx';
import type { PageRoute } from '../../shared/pages/handler.ts';
import { checkKind, partyKind, workKind } from '../follow-requests.ts';
import { checkKindPages, type ManagerReach, managerRoutes } from './desk-routes.tsx';
import { readerRoutes } from './reader-routes.tsx';
import { type WorkReach, workKindPages } from './work-routes.tsx';

/** All pages of checklists. */
export function checklistRoutes(deps: RequestPagesDependencies & ManagerReach & WorkReach): PageRoute[] {
  const work = workKindPages(deps);
  return [
    ...requestRoutes(deps, 'checklists', { [workKind]: work, [partyKind]: work, [checkKind]: checkKindPages }),
    ...managerRoutes(deps),
    ...readerRoutes(deps),
  ];
}

import type { RequestPagesDependencies } from '../../requests/pages/request-routes.tsx';
import { requestRoutes } from '../../requests/pages/request-routes.tsx';
import type { PageRoute } from '../../shared/pages/handler.ts';
import { type ConfirmationPages, confirmationKind } from './confirmation-kind.tsx';
import type { MeasuresReach } from './measures-access.ts';
import { measuresRoutes } from './measures-pages.tsx';
import { type NoticeReach, noticeRoutes } from './notice-pages.tsx';

export type ExitsPagesReach = RequestPagesDependencies & ConfirmationPages & MeasuresReach & NoticeReach;

/** The pages about the end of residencies: of startups, of managers, and of the director. */
export const exitsRoutes = (deps: ExitsPagesReach): PageRoute[] => [
  ...requestRoutes(deps, 'exits', { 'end-confirmation': confirmationKind(deps) }),
  ...measuresRoutes(deps),
  ...noticeRoutes(deps),
];

import { routesAboutClaims } from '../../claims/pages/claims-routes.tsx';
import type { PageRoute } from '../../shared/pages/handler.ts';
import { spotCheckKind } from './spot-check-kind.tsx';

/** What the links about drawn claims open. */
export const spotChecksRoutes = (
  deps: Parameters<typeof routesAboutClaims>[0] & Parameters<typeof spotCheckKind>[0],
): PageRoute[] => routesAboutClaims(deps, 'spot-checks', { 'spot-check': spotCheckKind(deps) });

import type { PageRoute } from '../../shared/pages/handler.ts';
import type { ResidencyPagesDependencies } from '../pages-dependencies.ts';
import { addendumRoutes } from './addendum-routes.ts';
import { deskRoutes } from './desk-routes.tsx';
import { startupRoutes } from './startup-routes.tsx';

/** Residencies at the desk, changes of their contracts, and the pages of startups. */
export const residencyRoutes = (deps: ResidencyPagesDependencies): PageRoute[] => [
  ...deskRoutes(deps),
  ...addendumRoutes(deps),
  ...startupRoutes(deps),
];

import type { PageRoute } from '../../shared/pages/handler.ts';
import type { ResidencyPagesDependencies } from '../pages-dependencies.ts';
import { deskRoutes } from './desk-routes.tsx';
import { startupRoutes } from './startup-routes.tsx';

/** Residencies at the desk, and the pages of startups. */
export const residencyRoutes = (deps: ResidencyPagesDependencies): PageRoute[] => [
  ...deskRoutes(deps),
  ...startupRoutes(deps),
];

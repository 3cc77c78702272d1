import type { PageRoute } from '../../shared/pages/handler.ts';
import type { ResidencyPagesDependencies } from '../pages-dependencies.ts';
import { decisionRoutes } from './decision-routes.ts';
import { deskRoutes } from './desk-routes.tsx';
import { startupRoutes } from './startup-routes.tsx';

/** Residencies at the desk, what is decided about them, and the pages of startups. */
export const residencyRoutes = (deps: ResidencyPagesDependencies): PageRoute[] => [
  ...deskRoutes(deps),
  ...decisionRoutes(deps),
  ...startupRoutes(deps),
];

import type { PageRoute } from '../../shared/pages/handler.ts';
import type { PagesDependencies } from '../dependencies.ts';
import { passkeysRoutes } from './passkeys-routes.tsx';
import { proveRoutes } from './prove-routes.tsx';

/** The pages on which somebody of the staff adds a passkey, and proves a decision. */
export const secondFactorRoutes = (deps: PagesDependencies): PageRoute[] => [
  ...passkeysRoutes(deps),
  ...proveRoutes(deps),
];

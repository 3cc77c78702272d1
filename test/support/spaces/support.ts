import { spacesRoutes } from '../../../functions/spaces/pages/spaces-routes.tsx';
import type { Support } from '../support.ts';
import { spacesVisits } from './spaces-visits.ts';

export const spacesSupport: Support = { routes: spacesRoutes, visits: spacesVisits };

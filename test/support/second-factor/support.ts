import { secondFactorRoutes } from '../../../functions/second-factor/pages/second-factor-routes.tsx';
import type { Support } from '../support.ts';
import { secondFactorVisits } from './second-factor-visits.ts';

export const secondFactorSupport: Support = { routes: secondFactorRoutes, visits: secondFactorVisits };

import { spotChecksRoutes } from '../../../functions/spot-checks/pages/spot-checks-routes.tsx';
import type { Support } from '../support.ts';
import { spotChecksVisits } from './spot-checks-visits.ts';

export const spotChecksSupport: Support = {
  visits: spotChecksVisits,
  routes: spotChecksRoutes,
};

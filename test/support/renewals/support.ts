import { renewalsRequestPages } from '../../../functions/renewals/pages/request-pages.ts';
import { requestRoutes } from '../../../functions/requests/pages/request-routes.tsx';
import type { Support } from '../support.ts';
import { renewalSamples } from './mail-samples.ts';
import { renewalVisits } from './renewal-visits.ts';

export const renewalsSupport: Support = {
  samples: renewalSamples,
  visits: renewalVisits,
  routes: (reach) => requestRoutes(reach, 'renewals', renewalsRequestPages(reach)),
};

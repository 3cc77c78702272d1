import { contractsRequestPages } from '../../../functions/contracts/pages/request-pages.ts';
import { requestRoutes } from '../../../functions/requests/pages/request-routes.tsx';
import type { Support } from '../support.ts';
import { contractsVisits } from './contracts-visits.ts';
import { contractsSamples } from './mail-samples.ts';

export const contractsSupport: Support = {
  samples: contractsSamples,
  routes: (reach) => requestRoutes(reach, 'contracts', contractsRequestPages(reach)),
  visits: contractsVisits,
};

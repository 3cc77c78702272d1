import { requestRoutes } from '../../../functions/requests/pages/request-routes.tsx';
import { reconsiderationPages } from '../../../functions/results/pages/reconsideration-kind.tsx';
import { resultRoutes } from '../../../functions/results/pages/result-routes.tsx';
import { reconsiderationKind } from '../../../functions/results/reconsideration.ts';
import type { Support } from '../support.ts';
import { resultsSamples } from './mail-samples.ts';
import { resultVisits } from './result-visits.ts';

export const resultsSupport: Support = {
  visits: resultVisits,
  samples: resultsSamples,
  routes: (reach) => [
    ...requestRoutes(reach, 'results', { [reconsiderationKind]: reconsiderationPages(reach) }),
    ...resultRoutes(reach),
  ],
};

import { requestRoutes } from '../../../functions/requests/pages/request-routes.tsx';
import { lookAgainKind } from '../../../functions/results/look-again.ts';
import { lookAgainPages } from '../../../functions/results/pages/look-again-kind.tsx';
import { resultRoutes } from '../../../functions/results/pages/result-routes.tsx';
import type { Support } from '../support.ts';
import { resultsSamples } from './mail-samples.ts';
import { resultVisits } from './result-visits.ts';

export const resultsSupport: Support = {
  visits: resultVisits,
  samples: resultsSamples,
  routes: (reach) => [
    ...requestRoutes(reach, 'results', { [lookAgainKind]: lookAgainPages(reach) }),
    ...resultRoutes(reach),
  ],
};

import { reviewRoutes } from '../../../functions/screening/pages/review-routes.tsx';
import { screeningDoer } from '../../../functions/screening/steps.ts';
import type { Support } from '../support.ts';
import { screeningSamples } from './mail-samples.ts';
import { screeningRecorded } from './recorded.ts';
import { reviewVisits } from './review-visits.ts';

export const screeningSupport: Support = {
  visits: reviewVisits,
  samples: screeningSamples,
  recorded: screeningRecorded,
  indexed: [{ table: 'SCREENINGS_TABLE', attributes: ['needsRun'], has: ({ sk }) => sk === 'screening' }],
  routes: reviewRoutes,
  steps: { screening: screeningDoer },
};

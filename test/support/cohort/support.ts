import { cohortRoutes } from '../../../functions/cohort/pages/cohort-routes.tsx';
import type { Support } from '../support.ts';
import { endVisits } from './end-visits.ts';
import { cohortSamples } from './mail-samples.ts';
import { cohortRecorded } from './recorded.ts';

export const cohortSupport: Support = {
  visits: endVisits,
  samples: cohortSamples,
  recorded: cohortRecorded,
  routes: cohortRoutes,
};

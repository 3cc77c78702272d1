import { timetableRoutes } from '../../../functions/timetable/pages/timetable-routes.tsx';
import type { Support } from '../support.ts';
import { timetableSamples } from './mail-samples.ts';
import { timetableVisits } from './timetable-visits.ts';

export const timetableSupport: Support = {
  visits: timetableVisits,
  samples: timetableSamples,
  routes: timetableRoutes,
};

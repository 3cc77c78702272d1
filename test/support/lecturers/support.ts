import { lecturersRoutes } from '../../../functions/lecturers/pages/lecturers-routes.tsx';
import type { Support } from '../support.ts';
import { lecturersVisits } from './lecturers-visits.ts';
import { lecturersSamples } from './mail-samples.ts';

export const lecturersSupport: Support = {
  visits: lecturersVisits,
  samples: lecturersSamples,
  routes: lecturersRoutes,
};

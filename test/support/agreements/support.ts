import { agreementsRoutes } from '../../../functions/agreements/pages/agreements-routes.tsx';
import { fontsInPackages } from '../fonts.ts';
import type { Support } from '../support.ts';
import { agreementsVisits } from './agreements-visits.ts';
import { agreementsSamples } from './mail-samples.ts';

export const agreementsSupport: Support = {
  visits: agreementsVisits,
  samples: agreementsSamples,
  routes: (reach) => agreementsRoutes({ ...reach, fonts: fontsInPackages }),
};

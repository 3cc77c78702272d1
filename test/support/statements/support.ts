import { statementRoutes } from '../../../functions/statements/pages/statement-routes.tsx';
import { fontsInPackages } from '../fonts.ts';
import type { Support } from '../support.ts';
import { statementsSamples } from './mail-samples.ts';
import { statementsVisits } from './statements-visits.ts';

export const statementsSupport: Support = {
  visits: statementsVisits,
  samples: statementsSamples,
  routes: (reach) => statementRoutes({ ...reach, fonts: fontsInPackages }),
};

import { claimsRoutes } from '../../../functions/claims/pages/claims-routes.tsx';
import { claimsDoer } from '../../../functions/claims/steps.ts';
import type { Support } from '../support.ts';
import { claimsVisits } from './claims-visits.ts';
import { claimsSamples } from './mail-samples.ts';

export const claimsSupport: Support = {
  visits: claimsVisits,
  samples: claimsSamples,
  routes: claimsRoutes,
  steps: { 'lecturer-wage-approval': claimsDoer },
  indexed: [{ table: 'CLAIMS_TABLE', attributes: ['needsRun'], has: ({ sk }) => sk === 'claim' }],
};

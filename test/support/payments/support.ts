import { paymentsRoutes } from '../../../functions/payments/pages/payments-routes.tsx';
import { paymentsDoer } from '../../../functions/payments/steps.ts';
import type { Support } from '../support.ts';
import { paymentsVisits } from './payments-visits.ts';

export const paymentsSupport: Support = {
  routes: paymentsRoutes,
  visits: paymentsVisits,
  steps: { 'payment-run': paymentsDoer },
  indexed: [{ table: 'PAYMENTS_TABLE', attributes: ['needsRun'], has: ({ pk }) => pk === 'batches' }],
};

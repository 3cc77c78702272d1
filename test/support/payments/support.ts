import { paymentsRoutes } from '../../../functions/payments/pages/payments-routes.tsx';
import type { Support } from '../support.ts';
import { paymentsVisits } from './payments-visits.ts';

export const paymentsSupport: Support = { routes: paymentsRoutes, visits: paymentsVisits };

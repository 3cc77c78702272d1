import { taxMonthRoutes } from '../../../functions/tax-month/pages/tax-month-routes.tsx';
import type { Support } from '../support.ts';
import { taxMonthVisits } from './tax-month-visits.ts';

export const taxMonthSupport: Support = { routes: taxMonthRoutes, visits: taxMonthVisits };

import { caseworkRoutes } from '../../../functions/casework/pages/casework-routes.tsx';
import type { Support } from '../support.ts';
import { caseworkVisits } from './casework-visits.ts';

export const caseworkSupport: Support = { routes: caseworkRoutes, visits: caseworkVisits };

import { residencyRoutes } from '../../../functions/residency-events/pages/routes.ts';
import type { Support } from '../support.ts';

export const residencyEventsSupport: Support = { routes: residencyRoutes };

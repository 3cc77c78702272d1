import { exitsRoutes } from '../../../functions/exits/pages/exits-routes.ts';
import type { Support } from '../support.ts';
import { exitsVisits } from './exits-visits.ts';
import { exitsSamples } from './mail-samples.ts';

export const exitsSupport: Support = { samples: exitsSamples, routes: exitsRoutes, visits: exitsVisits };

import { exitsRoutes } from '../../../functions/exits/pages/exits-routes.ts';
import type { Support } from '../support.ts';
import { exitsSamples } from './mail-samples.ts';

export const exitsSupport: Support = { samples: exitsSamples, routes: exitsRoutes };

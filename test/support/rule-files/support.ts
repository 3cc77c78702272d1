import { ruleKinds } from '../../../functions/app/rule-kinds.ts';
import { ruleFilesRoutes } from '../../../functions/rule-files/pages/rules-routes.tsx';
import type { Support } from '../support.ts';
import { rulesVisits } from './rules-visits.ts';

export const ruleFilesSupport: Support = {
  visits: rulesVisits,
  routes: (reach) => ruleFilesRoutes(reach, ruleKinds),
};

import { type RequestPagesDependencies, requestRoutes } from '../../requests/pages/request-routes.tsx';
import type { PageRoute } from '../../shared/pages/handler.ts';
import type { Dependencies } from '../dependencies.ts';
import { rulesKind } from '../propose-rules.ts';
import type { RuleKind } from '../rule-kinds.ts';
import { rulesPages } from './rules-kind.tsx';

/** What the links of finance about files of rules open. */
export const ruleFilesRoutes = (
  deps: RequestPagesDependencies & Pick<Dependencies, 'budgets' | 'decisionProof' | 'rules'>,
  ruleKinds: readonly RuleKind[],
): PageRoute[] => requestRoutes(deps, 'rule-files', { [rulesKind]: rulesPages(deps, ruleKinds) });

import { type RequestPagesDependencies, requestRoutes } from '../../requests/pages/request-routes.tsx';
import type { PageRoute } from '../../shared/pages/handler.ts';
import { accountKind } from '../ask-for-account.ts';
import type { Dependencies } from '../dependencies.ts';
import { checkKind } from '../enter-account.ts';
import { accountPages } from './account-kind.tsx';
import { checkPages } from './check-kind.tsx';

/** What the links of lecturers, and of finance about them, open. */
export const lecturersRoutes = (
  deps: RequestPagesDependencies & Pick<Dependencies, 'decisionProof' | 'lecturers' | 'random'>,
): PageRoute[] =>
  requestRoutes(deps, 'lecturers', { [accountKind]: accountPages(deps), [checkKind]: checkPages(deps) });

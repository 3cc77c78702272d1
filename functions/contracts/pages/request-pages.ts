import type { RequestPagesOf } from '../../requests/pages/kinds.ts';
import { addendumRequestKind, type ContractsPages } from './addendum-request-kind.tsx';
import { extensionSpaceKind } from './extension-space-kind.tsx';

/** The pages of contracts' requests, by their kind. */
export const contractsRequestPages = (deps: ContractsPages): RequestPagesOf<'contracts'> => ({
  'addendum-request': addendumRequestKind(deps),
  'extension-space': extensionSpaceKind(deps),
});

import type { RequestPagesOf } from '../../requests/pages/kinds.ts';
import { type ConfirmationPages, confirmationKind } from './confirmation-kind.tsx';

/** The pages of the requests of exits, by their kind. */
export const exitsRequestPages = (deps: ConfirmationPages): RequestPagesOf<'exits'> => ({
  'end-confirmation': confirmationKind(deps),
});

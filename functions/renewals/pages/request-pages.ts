import type { RequestPagesOf } from '../../requests/pages/kinds.ts';
import { invitationKind } from '../invitation.ts';
import { invitationPages, type RenewalPages } from './invitation-kind.tsx';

/** The pages of the requests of renewals, by their kind. */
export const renewalsRequestPages = (deps: RenewalPages): RequestPagesOf<'renewals'> => ({
  [invitationKind]: invitationPages(deps),
});

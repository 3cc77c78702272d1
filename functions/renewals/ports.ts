import type { LapsesOf } from '../requests/lapse.ts';
import { renewalsLeaving } from './leave-renewal.ts';
import type { renewalsKinds } from './request-kinds.ts';
import { lapseInvitation } from './settle-invitation.ts';

/** What renewals do when others tell them something. */
export const renewalsPorts = {
  leaving: renewalsLeaving,
  lapses: (deps: Parameters<typeof lapseInvitation>[0]): LapsesOf<typeof renewalsKinds> => ({
    'renewal-invitation': (request, now) => lapseInvitation(deps, request, now),
  }),
} as const;

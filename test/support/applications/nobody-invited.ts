import type { Invited } from '../../../functions/applications/dependencies.ts';

/** Where no round is by invitation. */
export const nobodyInvited: Invited = {
  begin: async () => undefined,
  sent: async () => ({ changes: [], events: [], outbox: [] }),
};

import type { Invited } from '../applications/dependencies.ts';
import { emailKey } from '../applications/identity.ts';
import type { Dependencies } from '../residencies/dependencies.ts';
import { beginRenewal } from './begin-renewal.ts';
import { invitationOf } from './invited.ts';
import { invitationApplied } from './settle-invitation.ts';

type Reach = Pick<
  Dependencies,
  'applications' | 'commit' | 'random' | 'requests' | 'residencies' | 'residencyEvents' | 'rounds'
>;

/** Rounds of renewal, in which only startups apply that are asked, each by the address of its residency. */
export const renewalApplications = (deps: Reach): Invited => ({
  begin: async (round, { email, lang }, now) => {
    const { renews } = round;
    const key = emailKey(round.id, email);
    const residency = (await deps.residencies.all()).find(
      (one) => renews && emailKey(round.id, one.startup.email) === key && invitationOf(renews, one).kind === 'invited',
    );
    return residency && beginRenewal(deps, round, { residency, lang }, now);
  },
  sent: (application, now) => invitationApplied(deps, application, now),
});

import type { Application } from '../applications/application.ts';
import { changedDraft, nothingTyped } from '../applications/draft-items.ts';
import { emailKey } from '../applications/identity.ts';
import { proveAddress } from '../applications/prove-address.ts';
import { begunApplication } from '../applications/start-application.ts';
import type { TypedPages } from '../forms/answers.ts';
import type { Dependencies } from '../residencies/dependencies.ts';
import { renewalApplication, renewalKey } from '../residencies/renewal-application.ts';
import type { Residency } from '../residencies/residency.ts';
import { type Round, roundPhase } from '../rounds/round.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { Lang } from '../shared/i18n.ts';
import { newReference } from '../shared/references.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { invitationOf } from './invited.ts';

type Needed = Pick<Dependencies, 'applications' | 'commit' | 'random'>;

/** What is known from the residency, so that only what has changed is typed. */
const knownOf = ({ startup, desks }: Pick<Residency, 'startup' | 'desks'>): TypedPages => ({
  startup: {
    kind: [startup.kind],
    startupName: [startup.name],
    name: [startup.representative],
    email: [startup.email],
    ...(startup.mobile !== undefined && { mobile: [startup.mobile] }),
  },
  'next-year': { desks: [String(desks)] },
});

/**
 * The one application of a startup in a round of renewal, for whoever has shown to read the mails of its residency's
 * address: the one that there is, else a new one with what the residency knows. Nothing, unless the round is open and
 * asks this startup.
 */
export async function beginRenewal(
  deps: Needed,
  round: Round,
  { residency, lang }: { readonly residency: Residency; readonly lang: Lang },
  now: Instant,
): Promise<Application | undefined> {
  const { applications, commit, random } = deps;
  const { renews } = round;
  const { email } = residency.startup;
  return decideAgainOnConflict(async () => {
    const own = renewalKey(round.id, residency.id);
    const mine = await renewalApplication(deps, round.id, residency.id);
    if (mine) return proveAddress(deps, round, mine, email, now);
    if (!renews || roundPhase(round, now) !== 'OPEN') return undefined;
    if (invitationOf(renews, residency).kind !== 'invited') return undefined;
    const [before, claimed] = await Promise.all([
      applications.draftBegunWith(own),
      applications.draftBegunWith(emailKey(round.id, email)),
    ]);
    const reference = newReference(round.code, random(16));
    const given = { reference, email, lang, renews: residency.id, claimed };
    const { application, changes } = begunApplication(deps, round, given, now);
    await commit({
      changes: [
        ...changes,
        applications.beginDraftWith(own, application, before),
        applications.putDraft(application, changedDraft(nothingTyped, knownOf(residency), now), nothingTyped),
      ],
      events: [
        {
          subject: reference,
          type: 'ApplicationStarted',
          by: 'applicant',
          at: now,
          data: { round: round.id, roundVersion: round.version, renews: residency.id },
        },
      ],
    });
    return application;
  }, tries.contested);
}

import { rulesOf } from '../onboarding/case.ts';
import type { Dependencies } from '../residencies/dependencies.ts';
import type { DueOf } from '../residencies/due.ts';
import { lastOf } from '../residencies/residency.ts';
import { type EventBegins, nextTry } from '../residencies/residency-event.ts';
import { renewalWindow } from '../residency-rules/renewal.ts';
import { roundPhase } from '../rounds/round.ts';
import { seoulDateOf } from '../shared/time.ts';
import { invitationOf } from './invited.ts';

type Reach = Pick<Dependencies, 'rounds'>;

/**
 * The invitations of a residency that are due: of each round of renewal that is open and asks it, from the day on which
 * its window opens, once. A further round for the same contract, as after one that was cancelled, asks once more.
 */
export const renewalsDue: DueOf<Reach> = async ({ rounds }, { residency, events }, now) => {
  const open = (await rounds.list()).filter((round) => round.renews && roundPhase(round, now) === 'OPEN');
  if (open.length === 0) return [];
  const { onboarding } = await rulesOf({ rounds }, residency);
  if (seoulDateOf(now) < renewalWindow(onboarding.conduct, lastOf(residency).to).opens) return [];
  const renewals = events.filter(({ kind }) => kind === 'renewal');
  return open.flatMap((round): EventBegins[] => {
    if (!round.renews || renewals.some((event) => event.round === round.id)) return [];
    const asked = invitationOf(round.renews, residency);
    if (asked.kind !== 'invited') return [];
    const about = nextTry(renewals, { kind: 'renewal', about: String(asked.number) });
    return [{ residency: residency.id, kind: 'renewal', about, round: round.id }];
  });
};

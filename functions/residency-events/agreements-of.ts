import type { Agreement } from '../agreements/agreement.ts';
import { ownerKey } from '../agreements/owners.ts';
import { ownerKinds } from '../contracts/agreement-owner.ts';
import { ownerOf } from '../onboarding/asked-documents.ts';
import type { ResidencyEvent } from '../residencies/residency-event.ts';
import type { ResidencyReach } from './residency-reach.ts';

/** All that a startup has agreed on or is to: its first contract, then each extension and addendum. */
export async function agreementsOf(
  { agreements }: Pick<ResidencyReach, 'agreements'>,
  residency: string,
  events: readonly Pick<ResidencyEvent, 'id' | 'change'>[],
): Promise<Agreement[]> {
  const owners = events.flatMap(({ id, change }) => (change ? [ownerKey(ownerKinds[change.for], id)] : []));
  const all = await Promise.all([ownerOf(residency), ...owners].map((owner) => agreements.of(owner)));
  return all.flat().toSorted((a, b) => ((a.versions[0]?.frozenAt ?? '') < (b.versions[0]?.frozenAt ?? '') ? -1 : 1));
}

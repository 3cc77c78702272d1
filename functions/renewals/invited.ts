import { nextContractOf } from '../contracts/begin-extension.ts';
import { lastOf, type Residency } from '../residencies/residency.ts';
import type { NextContract } from '../residency-rules/terms.ts';
import type { Renews } from '../rounds/renews.ts';

export type WhetherInvited =
  /** The number of the contract that would follow, and its days. */
  | { readonly kind: 'invited'; readonly number: number; readonly next: Extract<NextContract, { kind: 'contract' }> }
  | {
      readonly kind: 'not-invited';
      readonly why: 'other-round' | 'not-resident' | 'notice-given' | 'other-days' | 'not-extended' | 'at-most';
    };

const not = (why: Extract<WhetherInvited, { kind: 'not-invited' }>['why']): WhetherInvited => ({
  kind: 'not-invited',
  why,
});

/**
 * Whether a round of renewal asks a startup: it is resident by the other round, its last contract ends in the window, and
 * its terms have another one. Whoever was extended meanwhile has a contract that ends later, and is asked no more.
 */
export function invitationOf(
  { round, window }: Renews,
  residency: Pick<Residency, 'roundId' | 'state' | 'terms' | 'contracts'>,
): WhetherInvited {
  if (residency.roundId !== round) return not('other-round');
  if (residency.state !== 'RESIDENT') return not('not-resident');
  const last = lastOf(residency);
  if (last.endedEarly) return not('notice-given');
  if (last.to < window.from || last.to > window.to) return not('other-days');
  const next = nextContractOf(residency);
  return next.kind === 'contract' ? { kind: 'invited', number: last.number + 1, next } : not(next.kind);
}

/** The number of the contract that follows the one which ends in the window; nothing, if none does. */
export const renewedBy = ({ window }: Renews, { contracts }: Pick<Residency, 'contracts'>): number | undefined => {
  const ending = contracts.find(({ to }) => to >= window.from && to <= window.to);
  return ending && ending.number + 1;
};

import { changedClaim, type WageClaim } from '../claim-rules/claim.ts';
import { allFactsOf, claimantOn } from '../lecturers/dated-facts.ts';
import type { Commitment, Parts } from '../shared/database/commit.ts';
import type { Instant, LocalDate } from '../shared/time.ts';
import { isSameWithholding, withholdingOn } from '../wages/withholding.ts';
import type { Dependencies } from './dependencies.ts';
import { taxRulesOn } from './wage-rules.ts';

/* What the payment run does with approved claims: parts of a commit of its own, guarded by the claim as it was read. */

/** As they can be committed by themselves, too. */
export type ClaimParts = Parts & Pick<Commitment, 'events'>;

type Reach = Pick<Dependencies, 'claims'>;

/** Why a claim goes into no batch now. */
export const notPayable = (claim: Pick<WageClaim, 'state' | 'held' | 'batch'>): 'not-approved' | 'held' | undefined => {
  if (claim.state !== 'APPROVED') return 'not-approved';
  return claim.held ? 'held' : undefined;
};

/**
 * Those of some claims whose taxes would be others if they were paid on a day: the rules in force are others then, or the
 * lecturer is paid as somebody else by now. They are approved anew, or paid on another day.
 */
export async function taxedOtherwise(
  deps: Pick<Dependencies, 'lecturers' | 'rules'>,
  claims: readonly Pick<WageClaim, 'id' | 'lecturer' | 'withholding'>[],
  paidOn: LocalDate,
): Promise<readonly string[]> {
  const ids = [...new Set(claims.map(({ lecturer }) => lecturer))];
  const payeeOf = async (id: string) => {
    const lecturer = await deps.lecturers.get(id);
    return [id, lecturer && claimantOn(await allFactsOf(deps.lecturers, lecturer), paidOn).payee] as const;
  };
  const [rules, payees] = await Promise.all([taxRulesOn(deps, paidOn), Promise.all(ids.map(payeeOf))]);
  const found = new Map(payees);
  return claims.flatMap(({ id, lecturer, withholding }) => {
    const payee = found.get(lecturer);
    const then = payee && rules && withholdingOn(payee, paidOn, rules);
    return isSameWithholding(withholding, then) ? [] : [id];
  });
}

/** An approved claim goes into exactly one batch. @throws Fault IllegalMove, of a claim that is `notPayable` */
export const takeIntoBatch = (
  { claims }: Reach,
  was: WageClaim,
  { batch, by }: { readonly batch: string; readonly by: string },
  now: Instant,
): ClaimParts => ({
  changes: [claims.save(changedClaim(was, now, { batch }, 'takeIntoBatch'), was)],
  events: [{ subject: was.id, type: 'ClaimTakenIntoBatch', by, at: now, data: { batch } }],
  outbox: [],
});

/** The bank has paid it. */
export const markPaid = (
  { claims }: Reach,
  was: WageClaim,
  { paidOn, by }: { readonly paidOn: LocalDate; readonly by: string },
  now: Instant,
): ClaimParts => ({
  changes: [claims.save(changedClaim(was, now, { paidOn }, 'pay'), was)],
  events: [{ subject: was.id, type: 'ClaimPaid', by, at: now, data: { batch: was.batch ?? '', paidOn } }],
  outbox: [],
});

/** The bank returned it, or the batch was given up: it is approved as before, for the next one. */
export const giveBack = (
  { claims }: Reach,
  was: WageClaim,
  { why, by }: { readonly why: string; readonly by: string },
  now: Instant,
): ClaimParts => ({
  changes: [claims.save(changedClaim(was, now, { batch: undefined }, 'giveBack'), was)],
  events: [{ subject: was.id, type: 'ClaimGivenBack', by, at: now, data: { batch: was.batch ?? '', why } }],
  outbox: [],
});

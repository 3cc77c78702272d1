import { type ClaimState, changedClaim } from '../claim-rules/claim.ts';
import { claimantOn } from '../lecturers/dated-facts.ts';
import { presentRunOf } from '../runs/run.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { OutcomeOf } from '../shared/names.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { withholdingOn } from '../wages/withholding.ts';
import { type BasisReach, basisOf, calculated, lookAtClaim } from './claim-basis.ts';
import type { Dependencies } from './dependencies.ts';
import type { claimsSteps } from './joints.ts';
import { correctionsThatFit } from './kept-corrections.ts';

type Outcome = OutcomeOf<typeof claimsSteps, 'check-claim'>;

/** Where a claim in each state goes on; one that is confirmed is checked. */
const onward: Readonly<Record<Exclude<ClaimState, 'CONFIRMED'>, Outcome>> = {
  DRAFTED: 'LECTURER',
  ASKED: 'LECTURER',
  RETURNED: 'LECTURER',
  CHECKED: 'MANAGER',
  MANAGER_APPROVED: 'FINANCE',
  APPROVED: 'APPROVED',
  IN_BATCH: 'APPROVED',
  PAID: 'APPROVED',
  REFUSED: 'REFUSED',
  CANCELLED: 'CANCELLED',
};

/**
 * *Check the claim*: what it comes to by the rules as they are now, and what is unusual, which people decide on. It also
 * finds out where a run that was started again goes on.
 */
export async function checkClaim(
  deps: BasisReach & Pick<Dependencies, 'commit'>,
  { reference, run }: { readonly reference: string; readonly run: string },
  now: Instant,
): Promise<Outcome> {
  return decideAgainOnConflict(async () => {
    const was = await deps.claims.get(reference);
    if (!was || presentRunOf(was.id, was) !== run) return 'SUPERSEDED';
    if (was.state !== 'CONFIRMED') return onward[was.state];
    const basis = await basisOf(deps, was, now);
    const calculation = calculated(was, basis);
    const { corrections, changes } = await correctionsThatFit(deps, was, calculation, now);
    const withholding = withholdingOn(claimantOn(basis.facts, basis.paidOn).payee, basis.paidOn, basis.tax);
    const change = { calculation, corrections, versions: basis.versions, withholding };
    const next = changedClaim(was, now, change, 'check');
    const findings = await lookAtClaim(deps, next, basis, now);
    await deps.commit({
      changes: [deps.claims.save(next, was), ...changes],
      events: [
        {
          subject: was.id,
          type: 'ClaimChecked',
          by: 'system:rules',
          at: now,
          data: { gross: calculation.gross, ...basis.versions, findings: findings.map(({ kind }) => kind), run },
        },
      ],
    });
    return 'MANAGER';
  }, tries.contested);
}

import { calculateClaim } from '../claim-rules/calculate-claim.ts';
import { changedClaim, type Extra, taughtLessons } from '../claim-rules/claim.ts';
import { revive } from '../runs/run.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import type { Missing } from '../wages/look-up.ts';
import { type BasisReach, basisOf } from './claim-basis.ts';
import type { Dependencies } from './dependencies.ts';
import { ended, openRequestOf } from './requests.ts';

export type ExtraOutcome =
  | { readonly kind: 'unknown' | 'no-lesson' | 'unchanged' | 'added' }
  /** The lecturer has not answered yet, or it is decided. */
  | { readonly kind: 'not-now' }
  | { readonly kind: 'impossible'; readonly missing: readonly Missing[] };

/**
 * Adds a manuscript or travel to a claim that its lecturer has confirmed and finance has not approved: in place of one of
 * that kind for the same lesson, and gone if it is 0 won. The claim is checked anew, and whoever had approved it decides
 * again.
 */
export async function addExtra(
  deps: BasisReach & Pick<Dependencies, 'commit' | 'requests'>,
  given: { readonly claim: string; readonly extra: Extra; readonly reason: string; readonly by: string },
  now: Instant,
): Promise<ExtraOutcome> {
  return decideAgainOnConflict(async () => {
    const was = await deps.claims.get(given.claim);
    if (!was) return { kind: 'unknown' };
    if (was.state !== 'CHECKED' && was.state !== 'MANAGER_APPROVED') return { kind: 'not-now' };
    const { extra, reason, by } = given;
    if (!taughtLessons(was).some(({ id }) => id === extra.lesson)) return { kind: 'no-lesson' };
    const isSame = (one: Extra): boolean => one.kind === extra.kind && one.lesson === extra.lesson;
    if ((was.extras.find(isSame)?.amount ?? 0) === extra.amount) return { kind: 'unchanged' };
    const extras = [...was.extras.filter((one) => !isSame(one)), ...(extra.amount > 0 ? [extra] : [])];
    const outcome = calculateClaim({ ...was, extras }, await basisOf(deps, was, now));
    if (outcome.kind === 'impossible') return outcome;
    const end = ended(deps, await openRequestOf(deps, was), { outcome: 'CHANGED', by }, now);
    const { revival, start } = revive('lecturer-wage-approval', was.id, was);
    const change = { extras, approvals: [], asks: was.asks + 1, ...revival };
    await deps.commit({
      changes: [deps.claims.save(changedClaim(was, now, change, 'checkAgain'), was), ...end.changes],
      events: [
        {
          subject: was.id,
          type: 'ClaimExtraAdded',
          by,
          at: now,
          data: { extra: `${extra.kind} ${extra.lesson} ${extra.amount}`, reason, gross: outcome.calculation.gross },
        },
      ],
      outbox: [...start, ...end.outbox],
    });
    return { kind: 'added' };
  }, tries.contested);
}

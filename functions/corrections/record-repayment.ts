import { sumByLine } from '../budget/budget.ts';
import { drawParts, type ShortPart } from '../budget/draw-parts.ts';
import { leftToRepay, type OpenCorrection } from '../claim-rules/correction.ts';
import type { Dependencies } from '../claims/dependencies.ts';
import type { EventDraft } from '../shared/database/audit.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { Instant, LocalDate } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';

type Reach = Pick<Dependencies, 'budgets' | 'claims' | 'commit'>;

export type RepaymentOutcome =
  | { readonly kind: 'unknown' | 'not-asked' }
  /** Before the claim was paid: its month would be one that nobody looks at again. */
  | { readonly kind: 'before-payment'; readonly paidOn: LocalDate }
  /** More than is still to be paid back. */
  | { readonly kind: 'too-much'; readonly left: number }
  /** A correction that also costs more of some line, which has too little. */
  | { readonly kind: 'short'; readonly parts: readonly ShortPart[] }
  | { readonly kind: 'recorded'; readonly left: number };

/**
 * Records what a lecturer has paid back of a paid claim, all of it or a part: of what was asked back first, first. With
 * the last won of a correction its gross goes back to the commitment that it was drawn from.
 */
export async function recordRepayment(
  deps: Reach,
  given: { readonly claim: string; readonly amount: number; readonly on: LocalDate; readonly by: string },
  now: Instant,
): Promise<RepaymentOutcome> {
  const { amount, on, by } = given;
  return decideAgainOnConflict(async () => {
    const claim = await deps.claims.get(given.claim);
    if (!claim) return { kind: 'unknown' };
    const { paidOn } = claim;
    if (paidOn !== undefined && on < paidOn) return { kind: 'before-payment', paidOn };
    const asked = (await deps.claims.correctionsOf(claim.lecturer))
      .filter((one) => one.of === claim.id && leftToRepay(one) > 0)
      .sort((a, b) => (a.at < b.at ? -1 : 1));
    if (asked.length === 0) return { kind: 'not-asked' };
    const open = asked.reduce((sum, one) => sum + leftToRepay(one), 0);
    if (amount > open) return { kind: 'too-much', left: open };
    const saved = shared(asked, amount).map(({ was, amount: share }) => {
      const repayments = [...was.repayments, { amount: share, on, by, at: now }];
      const next: OpenCorrection = { ...was, repayments, count: was.count + 1 };
      return { was, share, next: leftToRepay(next) === 0 ? { ...next, repaidOn: on } : next };
    });
    const whole = saved.filter(({ next }) => next.repaidOn !== undefined);
    const drawn = await drawParts(
      deps.budgets,
      {
        claim: whole.map(({ was }) => `${was.of}#${was.id}`).join('#'),
        commitment: claim.cohort,
        parts: sumByLine(whole.flatMap(({ was }) => was.parts)).filter((part) => part.amount !== 0),
        by,
        adding: true,
      },
      now,
    );
    if (drawn.kind === 'waits-for-finance') return { kind: 'short', parts: drawn.parts };
    const [first, ...others] = saved.map(
      ({ was, share, next }): EventDraft => ({
        subject: claim.id,
        type: 'RepaymentReceived',
        by,
        at: now,
        data: { correction: was.id, amount: share, on, left: leftToRepay(next) },
      }),
    );
    if (!first) return { kind: 'not-asked' };
    await deps.commit({
      changes: [
        ...saved.flatMap(({ next, was }) => [deps.claims.saveCorrection(next, was), ...deps.claims.putRepaid(next)]),
        ...drawn.changes,
      ],
      events: [first, ...others, ...drawn.events],
    });
    return { kind: 'recorded', left: open - amount };
  }, tries.shared);
}

/** What comes in by the corrections that it pays back. */
function shared(
  asked: readonly OpenCorrection[],
  amount: number,
): { readonly was: OpenCorrection; readonly amount: number }[] {
  let left = amount;
  return asked.flatMap((was) => {
    const share = Math.min(left, leftToRepay(was));
    left -= share;
    return share > 0 ? [{ was, amount: share }] : [];
  });
}

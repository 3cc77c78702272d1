import { sumByLine } from '../budget/budget.ts';
import { grossParts } from '../claim-rules/budget-parts.ts';
import { isLive, type Said, type WageClaim } from '../claim-rules/claim.ts';
import { totalsOf } from '../claim-rules/claim-sums.ts';
import { differenceOf, type OpenCorrection, repaymentEvent, repaymentMail } from '../claim-rules/correction.ts';
import type { StoredCalculation } from '../claim-rules/stored-calculation.ts';
import { isClaimComing } from '../claim-rules/taught-lessons.ts';
import { casesIn, caughtUpBy, caughtUpIn, taxesOf, tooMuchElsewhere } from '../claim-rules/taxed-cases.ts';
import { type BasisReach, basisOf, calculated } from '../claims/claim-basis.ts';
import type { Dependencies } from '../claims/dependencies.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import { fingerprint } from '../shared/random.ts';
import { businessDayEnd, type Instant, seoulDateOf } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';

type Reach = BasisReach & Pick<Dependencies, 'commit'>;

export type CorrectOutcome =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'not-paid' }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'corrected'; readonly correction: OpenCorrection };

/**
 * What a paid claim was wrong by, as its lessons should have been. The claim stays as it was paid; the difference is a
 * line of the lecturer's next claim, or asked back if no further one will come. A sum is never sent that is below zero.
 */
export async function correctPaid(
  deps: Reach,
  given: {
    readonly claim: string;
    readonly said: readonly Omit<Said, 'at'>[];
    readonly reason: string;
    readonly by: string;
  },
  now: Instant,
): Promise<CorrectOutcome> {
  return decideAgainOnConflict(async () => {
    const paid = await deps.claims.get(given.claim);
    if (!paid) return { kind: 'unknown' };
    if (paid.state !== 'PAID') return { kind: 'not-paid' };
    const all = await basisOf(deps, paid, now);
    const own = all.corrections.filter(({ of }) => of === paid.id);
    const caughtUp = caughtUpBy(paid, own, all.claims);
    const others = all.corrections.filter(({ of }) => of !== paid.id);
    const basis = { ...all, corrections: [...others, { of: '', at: now, caughtUp }] };
    const said = [...paid.said, ...given.said.map((one) => ({ ...one, at: now }))];
    const right = calculated({ ...paid, said }, basis);
    const difference = differenceOf(right, withheldOf(paid, { own, right, caughtUp, claims: all.claims, others }));
    if (difference.gross === 0 && difference.paid === 0) return { kind: 'unchanged' };
    const { card, settings } = basis.rules;
    const drawn = [...grossParts(paid.calculation, card.budgetLine), ...own.flatMap((one) => one.parts)];
    const parts = sumByLine([
      ...grossParts(right, card.budgetLine),
      ...drawn.map((part) => ({ ...part, amount: -part.amount })),
    ]).filter(({ amount }) => amount !== 0);
    const claimed = (await deps.claims.claimedOf(paid.cohort))?.claimed ?? {};
    const isAskedBack = difference.paid < 0 && !isClaimComing(paid.lecturer, basis.timetable, claimed);
    const { by, reason } = given;
    const correction: OpenCorrection = {
      id: fingerprint(paid.id, String(own.length)).slice(0, 12).replaceAll(/[_-]/gu, 'x'),
      of: paid.id,
      lecturer: paid.lecturer,
      cohort: paid.cohort,
      reason,
      by,
      at: now,
      ...difference,
      parts,
      cases: casesIn(right),
      caughtUp: caughtUpIn(right, basis.claims),
      repayments: [],
      reminded: [],
      ...(isAskedBack
        ? { repayBy: seoulDateOf(businessDayEnd(now, settings.repayWithin)) }
        : { waitsSince: seoulDateOf(now) }),
      count: 1,
    };
    await deps.commit({
      changes: [deps.claims.saveCorrection(correction, undefined)],
      events: [
        {
          subject: paid.id,
          type: 'ClaimCorrected',
          by,
          at: now,
          data: { correction: correction.id, reason, gross: difference.gross, paid: difference.paid },
        },
        ...(isAskedBack ? [repaymentEvent(correction, by, now)] : []),
      ],
      outbox: isAskedBack ? [repaymentMail(correction)] : [],
    });
    return { kind: 'corrected', correction };
  }, tries.contested);
}

/**
 * What a paid claim came to so far, by itself and its corrections, with what others have caught up of it too much, and
 * without what it has caught up of others, which stays.
 */
function withheldOf(
  paid: WageClaim,
  given: {
    readonly own: readonly OpenCorrection[];
    readonly right: StoredCalculation;
    readonly caughtUp: OpenCorrection['caughtUp'];
    readonly claims: readonly WageClaim[];
    readonly others: readonly OpenCorrection[];
  },
) {
  const was = totalsOf({ calculation: paid.calculation, corrections: [...given.own] });
  const others = given.claims.filter((one) => one.id !== paid.id && isLive(one));
  const tooMuch = tooMuchElsewhere(paid, given.right, { others, corrections: given.others });
  const ofOthers = taxesOf(given.caughtUp);
  const [incomeTax, localTax] = [tooMuch.incomeTax - ofOthers.incomeTax, tooMuch.localTax - ofOthers.localTax];
  return {
    gross: was.gross,
    incomeTax: was.incomeTax + incomeTax,
    localTax: was.localTax + localTax,
    paid: was.paid - incomeTax - localTax,
  };
}

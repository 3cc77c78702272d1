import { settled } from '../requests/request.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { rulesOf } from './compare-reviews.ts';
import type { Dependencies } from './dependencies.ts';
import { movedReview, type Review } from './review.ts';
import { reviewCase, tellScreening } from './review-case.ts';
import { filled, type GivenReview, isNewer } from './save-review.ts';
import { missingScores } from './score.ts';

export type SendOutcome =
  | { readonly kind: 'sent' | 'ended' | 'newer'; readonly review: Review }
  /** Criteria without a score. */
  | { readonly kind: 'incomplete'; readonly missing: readonly string[] };

/** Sends a complete review: its request is settled, and the run of the screening looks at it. Sent again, nothing more. */
export async function sendReview(
  deps: Pick<Dependencies, 'screenings' | 'requests' | 'rounds' | 'commit'>,
  given: GivenReview,
  now: Instant,
): Promise<SendOutcome> {
  return decideAgainOnConflict(async () => {
    const { review: was, request, screening } = await reviewCase(deps, given.review);
    if (was.state !== 'OPEN') return { kind: 'ended', review: was };
    if (isNewer(was, given)) return { kind: 'newer', review: was };
    const { review: rules } = await rulesOf(deps, screening);
    const missing = missingScores(rules.criteria, given.scores);
    if (missing.length > 0) return { kind: 'incomplete', missing };
    const review = movedReview(was, 'send', filled(given, now), now);
    const told = tellScreening(deps.screenings, screening, review, now);
    await deps.commit({
      changes: [
        deps.screenings.saveReview(review, was),
        deps.requests.save(settled(request, { outcome: 'SENT', by: given.by, at: now }), request),
        told.change,
      ],
      events: [
        {
          subject: was.reference,
          type: 'ReviewSent',
          by: `person:${given.by}`,
          at: now,
          data: { request: was.id, roundVersion: screening.roundVersion },
        },
      ],
      outbox: told.outbox,
    });
    return { kind: 'sent', review };
  }, tries.contested);
}

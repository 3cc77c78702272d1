import { decideAgainOnConflict, Fault } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import type { Dependencies } from './dependencies.ts';
import { movedReview, type Review } from './review.ts';

/** What a reviewer has filled in so far, or all of it. */
export interface Filled {
  /** By criterion. */
  readonly scores: Readonly<Record<string, number>>;
  /** For the committee. */
  readonly comment?: string;
}

/** Keeps what there is of an open review; `ended` if it is not open any more. */
export async function saveReview(
  deps: Pick<Dependencies, 'screenings' | 'commit'>,
  given: { readonly review: string; readonly by: string } & Filled,
  now: Instant,
): Promise<{ readonly kind: 'saved' | 'ended'; readonly review: Review }> {
  return decideAgainOnConflict(async () => {
    const was = await deps.screenings.review(given.review);
    if (!was) throw new Fault('ReviewMissing', { review: given.review });
    if (was.state !== 'OPEN') return { kind: 'ended', review: was };
    const review = movedReview(was, 'save', filled(given, now), now);
    await deps.commit({
      changes: [deps.screenings.saveReview(review, was)],
      events: [
        {
          subject: was.reference,
          type: 'ReviewSaved',
          by: `person:${given.by}`,
          at: now,
          data: { request: was.id, scores: Object.keys(given.scores).length },
        },
      ],
    });
    return { kind: 'saved', review };
  });
}

export const filled = ({ scores, comment }: Filled, now: Instant): Partial<Review> => ({
  scores: { ...scores },
  comment,
  savedAt: now,
});

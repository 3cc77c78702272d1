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

/** A review as its reviewer gives it. */
export interface GivenReview extends Filled {
  readonly review: string;
  readonly by: string;
  /** The revision over which it is written; whatever is there, if none is said. */
  readonly over?: number;
}

/** Whether somebody has written meanwhile, in another window or on another device. */
export const isNewer = (review: Review, { over }: GivenReview): boolean =>
  over !== undefined && review.revision !== over;

/** Keeps what there is of an open review; `ended` if it is not open any more, `newer` if it is not as it was read. */
export async function saveReview(
  deps: Pick<Dependencies, 'screenings' | 'commit'>,
  given: GivenReview,
  now: Instant,
): Promise<{ readonly kind: 'saved' | 'ended' | 'newer'; readonly review: Review }> {
  return decideAgainOnConflict(async () => {
    const was = await deps.screenings.review(given.review);
    if (!was) throw new Fault('ReviewMissing', { review: given.review });
    if (was.state !== 'OPEN') return { kind: 'ended', review: was };
    if (isNewer(was, given)) return { kind: 'newer', review: was };
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

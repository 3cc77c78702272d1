import { decideAgainOnConflict } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { lacksAnybody } from './compare-reviews.ts';
import type { Dependencies } from './dependencies.ts';
import { giveNews } from './review-case.ts';

export type CloseUnreviewedOutcome =
  | 'closed'
  /** It has a review, or somebody has been asked for one: it closes by itself. */
  | 'has-reviews'
  /** There is no such screening, or it has ended. */
  | 'not-open';

/**
 * Closes a screening for which nobody can be found. The application is ranked without a review, so that it gets no
 * place, and its applicant is told so.
 */
export async function closeUnreviewed(
  deps: Pick<Dependencies, 'screenings' | 'commit'>,
  given: { readonly reference: string; readonly by: string; readonly reason: string },
  now: Instant,
): Promise<CloseUnreviewedOutcome> {
  return decideAgainOnConflict(async () => {
    const was = await deps.screenings.get(given.reference);
    if (was?.state !== 'REVIEWING') return 'not-open';
    if (!lacksAnybody(was)) return 'has-reviews';
    const told = giveNews(deps.screenings, was, now, { closedAt: now }, 'close');
    await deps.commit({
      changes: [told.change, deps.screenings.removeOpen(was)],
      events: [
        {
          subject: was.reference,
          type: 'ScreeningClosedUnreviewed',
          by: given.by,
          at: now,
          data: { wanted: was.wanted, reason: given.reason },
        },
      ],
      outbox: told.outbox,
    });
    return 'closed';
  }, tries.contested);
}

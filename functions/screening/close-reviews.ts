import { presentRunOf } from '../runs/run.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { OutcomeOf } from '../shared/names.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { isUnreviewed, lacksAnybody } from './compare-reviews.ts';
import type { Dependencies } from './dependencies.ts';
import type { screeningSteps } from './joints.ts';
import { giveNews } from './review-case.ts';
import { changedScreening, countsOf, lacksReviewer, type ScreeningStep } from './screening.ts';

/** *Close the reviews*: `REVIEWED`, unless something happened after they were compared (`NEWS`). Never without a review. */
export async function closeReviews(
  deps: Pick<Dependencies, 'screenings' | 'commit'>,
  { reference, run }: ScreeningStep,
  now: Instant,
): Promise<OutcomeOf<typeof screeningSteps, 'close-reviews'>> {
  return decideAgainOnConflict(async () => {
    const was = await deps.screenings.get(reference);
    if (!was || presentRunOf(reference, was) !== run) return 'SUPERSEDED';
    if (was.state !== 'REVIEWING') return was.state;
    const { open, sent } = countsOf(was);
    if (was.news || open > 0 || lacksReviewer(was) || isUnreviewed(was)) return 'NEWS';
    const next = changedScreening(was, now, { closedAt: now, callback: undefined }, 'close');
    await deps.commit({
      changes: [deps.screenings.save(next, was), deps.screenings.removeOpen(was)],
      events: [
        {
          subject: reference,
          type: 'ScreeningReviewed',
          by: 'system:run',
          at: now,
          data: { reviews: sent, wanted: was.wanted, short: was.short === true },
        },
      ],
    });
    return 'REVIEWED';
  }, tries.contested);
}

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

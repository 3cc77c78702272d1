import type { OutboxDraft } from '../outbox/entry.ts';
import { resumeWithNews } from '../requests/ask.ts';
import type { PersonRequest } from '../requests/request.ts';
import { revive } from '../runs/run.ts';
import type { Change } from '../shared/database/database.ts';
import { Fault } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import type { Dependencies } from './dependencies.ts';
import { withReviewState } from './open-review.ts';
import type { Review } from './review.ts';
import { changedScreening, onlyWaits, type Screening, type ScreeningMove } from './screening.ts';
import type { ScreeningsTable } from './screenings-table.ts';

/** A review with what belongs to it, as it is now. */
export interface ReviewCase {
  readonly review: Review;
  readonly request: PersonRequest;
  readonly screening: Screening;
}

/** @throws if a part of it is missing: a review is made together with them. */
export async function reviewCase(
  { screenings, requests }: Pick<Dependencies, 'screenings' | 'requests'>,
  id: string,
): Promise<ReviewCase> {
  const [review, request] = await Promise.all([screenings.review(id), requests.get(id)]);
  const screening = review && (await screenings.get(review.reference));
  if (!review || !request || !screening) throw new Fault('ReviewMissing', { review: id });
  return { review, request, screening };
}

interface Told {
  readonly change: Change;
  readonly outbox: readonly OutboxDraft[];
}

/**
 * What a review in a new state does to its screening. The run has news only of what it has to act on: while somebody is
 * still asked and nobody else has to be, it sleeps on. Of two reviews that are sent at the same moment the second is
 * decided on again, by the screening as the first has left it.
 */
export function tellScreening(
  screenings: ScreeningsTable,
  was: Screening,
  review: Review,
  now: Instant,
  change: Partial<Screening> = {},
): Told {
  const told = { ...change, reviews: withReviewState(was.reviews, review) };
  if (was.stuck === undefined && onlyWaits({ ...was, ...told })) {
    return { change: screenings.save(changedScreening(was, now, told), was), outbox: [] };
  }
  return giveNews(screenings, was, now, told);
}

/** News for the run of a screening, and a new run for one that is stuck. */
export function giveNews(
  screenings: ScreeningsTable,
  was: Screening,
  now: Instant,
  change: Partial<Screening>,
  move?: ScreeningMove,
): Told {
  const { revival, start } = revive('screening', was.reference, was);
  const news = resumeWithNews(was);
  const next = { ...change, ...revival, ...news.change };
  return {
    change: screenings.save(changedScreening(was, now, next, move), was),
    outbox: [...start, ...news.outbox],
  };
}

import type { Leaving } from '../applications/leaving.ts';
import { resumeWithNews } from '../requests/ask.ts';
import { cancelled } from '../requests/request.ts';
import { relievedReviewer } from '../reviewers/reviewer.ts';
import type { Parts } from '../shared/database/commit.ts';
import type { Change } from '../shared/database/database.ts';
import type { RequestOutcome } from '../shared/names.ts';
import type { Instant } from '../shared/time.ts';
import type { Dependencies } from './dependencies.ts';
import { withReviewState } from './open-review.ts';
import { movedReview, type Review } from './review.ts';
import { changedScreening, type Screening } from './screening.ts';

type Needed = Pick<Dependencies, 'screenings' | 'requests'>;

/**
 * Ends the screening of an application that was withdrawn, or whose round was cancelled, and all that is still asked
 * about it, as part of the commit that does so. Reviews that were sent stay as they are.
 */
export async function cancelScreening(
  deps: Needed,
  reference: string,
  given: { readonly by: string; readonly outcome: 'WITHDRAWN' | 'CANCELLED' },
  now: Instant,
): Promise<Parts> {
  const was = await deps.screenings.get(reference);
  if (!was || was.state === 'CANCELLED') return { changes: [], events: [], outbox: [] };
  const open = (await deps.screenings.reviewsWith(was.reviews.map(({ id }) => id))).filter(
    ({ state }) => state === 'OPEN',
  );
  const ended = open.map((review) => movedReview(review, 'cancel', {}, now));
  const news = resumeWithNews(was);
  const reviews = ended.reduce<Screening['reviews']>(withReviewState, was.reviews);
  const next = changedScreening(was, now, { ...news.change, reviews, stuck: undefined }, 'cancel');
  const requests = await Promise.all(open.map((review) => endRequest(deps, review, given, now)));
  return {
    changes: [
      deps.screenings.save(next, was),
      ...(was.state === 'REVIEWING' ? [deps.screenings.removeOpen(was)] : []),
      ...ended.flatMap((review, index) => {
        const before = open[index];
        return before ? [deps.screenings.saveReview(review, before)] : [];
      }),
      ...requests.flat(),
    ],
    events: [
      {
        subject: reference,
        type: 'ScreeningCancelled',
        by: given.by,
        at: now,
        data: { from: was.state, requests: open.map(({ id }) => id) },
      },
    ],
    outbox: was.state === 'REVIEWING' ? news.outbox : [],
  };
}

/** The request ends with its review, and the reviewer has room for another. */
async function endRequest(
  { requests, screenings }: Needed,
  { id, roundId, reviewer }: Review,
  { by, outcome }: { readonly by: string; readonly outcome: RequestOutcome<'review'> },
  now: Instant,
): Promise<readonly Change[]> {
  const [request, record] = await Promise.all([requests.get(id), screenings.reviewer(roundId, reviewer)]);
  return [
    ...(request?.state === 'OPEN' ? [requests.save(cancelled(request, outcome, by, now), request)] : []),
    ...(record ? [screenings.saveReviewer(relievedReviewer(record), record)] : []),
  ];
}

/** Lets go of an application that is withdrawn. */
export const screeningLeaving =
  (deps: Needed): Leaving =>
  (reference, { by, now }) =>
    cancelScreening(deps, reference, { by, outcome: 'WITHDRAWN' }, now);

import { reviewScore } from '../screening/score.ts';
import type { Seat } from '../seats/seat.ts';
import type { Admission } from '../selection/admission.ts';
import { admittingRound } from '../selection/admitting-round.ts';
import type { ScoredReview } from '../selection/severity.ts';
import type { Snapshot } from '../selection/snapshot.ts';
import type { Instant } from '../shared/time.ts';
import type { Dependencies } from './dependencies.ts';
import { type Counting, type Statistics, statisticsOf } from './statistics.ts';

/** Applications read at a time. */
const inOnePage = 100;

/** Counts a whole round once, page by page; the page of statistics shows what was counted. */
export async function countStatistics(
  deps: Pick<Dependencies, 'applications' | 'screenings' | 'seats' | 'rounds'>,
  given: { readonly admission: Admission; readonly snapshot: Snapshot; readonly seats: readonly Seat[] },
  now: Instant,
): Promise<Statistics> {
  const { admission } = given;
  const { rules } = await admittingRound(deps, admission);
  const applications: Counting['applications'][number][] = [];
  const places: Counting['places'][number][] = [];
  const reviews: ScoredReview[] = [];
  let reviewed = 0;
  let after: string | undefined;
  do {
    const page = await deps.applications.sentIn(admission.roundId, after, inOnePage);
    const [found, screenings, placed] = await Promise.all([
      deps.applications.many(page.references),
      deps.screenings.many(page.references),
      Promise.all(page.references.map((reference) => deps.seats.place(reference))),
    ]);
    applications.push(...found);
    places.push(...placed.filter((place) => place !== undefined));
    reviewed += screenings.filter(({ state }) => state === 'REVIEWED').length;
    const ids = screenings.flatMap((screening) => screening.reviews.map(({ id }) => id));
    const sent = (await deps.screenings.reviewsWith(ids)).filter(({ state }) => state === 'SENT');
    reviews.push(
      ...sent.map(({ reference, reviewer, scores }) => ({
        reference,
        reviewer,
        score: reviewScore(rules.review.criteria, scores),
      })),
    );
    after = page.after;
  } while (after !== undefined);
  return statisticsOf({ ...given, applications, places, reviewed, reviews, now });
}

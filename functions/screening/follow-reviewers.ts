import type { Ports } from '../applications/dependencies.ts';
import type { Instant } from '../shared/time.ts';
import type { Dependencies } from './dependencies.ts';
import { endOpenReviews } from './end-open-reviews.ts';
import { seekReviewersAgain } from './seek-reviewers-again.ts';

type Needed = Pick<Dependencies & Ports, 'people' | 'screenings' | 'requests' | 'selection' | 'interestsIn' | 'commit'>;

/**
 * What it means for the reviews of a round that these people were loaded: how many reviews somebody else is asked for
 * now, and for how many applications a reviewer is sought again.
 */
export async function followReviewers(
  deps: Needed,
  { roundId, people, by }: { readonly roundId: string; readonly people: readonly string[]; readonly by: string },
  now: Instant,
): Promise<{ readonly ended: number; readonly seeking: number }> {
  if (!(await deps.selection.of(roundId))?.reviewing) return { ended: 0, seeking: 0 };
  let ended = 0;
  for (const person of people) ended += await endOpenReviews(deps, { roundId, person, by }, now);
  return { ended, seeking: await seekReviewersAgain(deps, { roundId, by }, now) };
}

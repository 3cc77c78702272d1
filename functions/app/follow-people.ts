import { tellCommitteeChanged } from '../committee/tell-committee-changed.ts';
import { endOpenReviews } from '../screening/end-open-reviews.ts';
import { seekReviewersAgain } from '../screening/seek-reviewers-again.ts';
import type { Instant } from '../shared/time.ts';
import type { Dependencies } from './dependencies.ts';

export interface Followed {
  /** Reviews that somebody else is asked for now. */
  readonly ended: number;
  /** Applications for which a reviewer is sought again. */
  readonly seeking: number;
  /** Ids of rounds whose committee has changed. */
  readonly committees: readonly string[];
}

type Needed = Pick<Dependencies, 'people' | 'rounds' | 'admissions' | 'screenings' | 'requests' | 'commit'>;

/**
 * What it means for the rounds under way that these people were loaded. It goes by how people are, and not by what has
 * changed, so that it can be done again after a fault.
 */
export async function followPeople(
  deps: Needed,
  given: { readonly people: readonly string[]; readonly by: string },
  now: Instant,
): Promise<Followed> {
  const { by } = given;
  let ended = 0;
  let seeking = 0;
  const committees: string[] = [];
  for (const { id: roundId } of await deps.rounds.list()) {
    const state = (await deps.admissions.get(roundId))?.state;
    if (state === 'STARTING' || state === 'REVIEWING') {
      for (const person of given.people) ended += await endOpenReviews(deps, { roundId, person, by }, now);
      seeking += await seekReviewersAgain(deps, { roundId, by }, now);
    }
    if (state === 'WITH_COMMITTEE' && (await tellCommitteeChanged(deps, { roundId, by }, now)))
      committees.push(roundId);
  }
  return { ended, seeking, committees };
}

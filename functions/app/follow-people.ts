import type { Instant } from '../shared/time.ts';
import type { Dependencies } from './dependencies.ts';
import * as brought from './ports-brought.ts';

export interface Followed {
  /** Reviews that somebody else is asked for now. */
  readonly ended: number;
  /** Applications for which a reviewer is sought again. */
  readonly seeking: number;
  /** Ids of rounds whose committee has changed. */
  readonly committees: readonly string[];
}

/**
 * What it means for the rounds under way that these people were loaded. It goes by how people are, and not by what has
 * changed, so that it can be done again after a fault.
 */
export async function followPeople(
  deps: Dependencies,
  given: { readonly people: readonly string[]; readonly by: string },
  now: Instant,
): Promise<Followed> {
  const followed = { ended: 0, seeking: 0, committees: [] as string[] };
  const following = Object.values(brought).flatMap((ports) => ('following' in ports ? [ports.following] : []));
  for (const { id: roundId } of await deps.rounds.list()) {
    for (const follow of following) {
      const {
        ended = 0,
        seeking = 0,
        committees = [],
      }: Partial<Followed> = await follow(deps, { ...given, roundId }, now);
      followed.ended += ended;
      followed.seeking += seeking;
      followed.committees.push(...committees);
    }
  }
  return followed;
}

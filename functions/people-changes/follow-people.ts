import type { Dependencies } from '../app/dependencies.ts';
import * as brought from '../app/ports-brought.ts';
import { passRequests } from '../requests/pass-requests.ts';
import type { Instant } from '../shared/time.ts';
import { mailAnew } from './mail-anew.ts';

export interface Followed {
  /** Requests that somebody else is asked for now. */
  readonly passed: number;
  /** Ids of requests for which there is nobody. */
  readonly stranded: readonly string[];
  /** Reviews that somebody else is asked for now. */
  readonly ended: number;
  /** Applications for which a reviewer is sought again. */
  readonly seeking: number;
  /** Ids of rounds whose committee has changed. */
  readonly committees: readonly string[];
  /** Mails with new links, to people whose earlier ones open nothing any more. */
  readonly mailed: number;
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
  const followed = { passed: 0, stranded: [] as string[], ended: 0, seeking: 0, committees: [] as string[], mailed: 0 };
  for (const person of given.people) {
    const { passed, stranded } = await passRequests(deps, { person, by: given.by }, now);
    followed.passed += passed;
    followed.stranded.push(...stranded);
  }
  const following = Object.values(brought).flatMap((ports) => ('following' in ports ? [ports.following] : []));
  const rounds = await deps.rounds.list();
  for (const { id: roundId } of rounds) {
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
  const inRounds = rounds.map(({ id }) => id);
  for (const person of given.people) {
    followed.mailed += await mailAnew(deps, { person, rounds: inRounds, by: given.by }, now);
  }
  return followed;
}

import type { Dependencies } from '../selection/dependencies.ts';
import type { Instant } from '../shared/time.ts';
import { tellCommitteeChanged } from './tell-committee-changed.ts';

/** What it means for the committee of a round that people were loaded: the round, if it is asked as it is now. */
export async function followMembers(
  deps: Pick<Dependencies, 'admissions' | 'people' | 'commit'>,
  { roundId, by }: { readonly roundId: string; readonly by: string },
  now: Instant,
): Promise<{ readonly committees: readonly string[] }> {
  return { committees: (await tellCommitteeChanged(deps, { roundId, by }, now)) ? [roundId] : [] };
}

import type { Dependencies } from '../applications/dependencies.ts';
import { type Why, whyResult } from './why.ts';

/** Where somebody stands in a snapshot: an applicant's place in the approved one, or an entry of any other. */
export interface Stood {
  readonly roundId: string;
  /** The number of the snapshot. */
  readonly snapshot: number;
  /** The place in it. */
  readonly rank: number;
}

/** Why somebody has the result that they have; nothing where that snapshot has nobody at that place. */
export async function whyOf(
  { admissions, rounds }: Pick<Dependencies, 'admissions' | 'rounds'>,
  { roundId, snapshot, rank }: Stood,
): Promise<Why | undefined> {
  const head = await admissions.snapshotHead(roundId, snapshot);
  if (!head) return undefined;
  const [entry, atCut, round, deliberation] = await Promise.all([
    admissions.snapshotEntry(head, rank),
    head.cut && admissions.snapshotEntry(head, head.cut.place),
    rounds.version(roundId, head.roundVersion),
    admissions.deliberation(roundId, snapshot),
  ]);
  const rules = round?.admission;
  return entry && rules && whyResult({ head, entry, atCut, rules, deliberation });
}

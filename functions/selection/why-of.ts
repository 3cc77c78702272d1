import type { Dependencies } from './dependencies.ts';
import type { SnapshotEntry } from './snapshot.ts';
import type { SnapshotHead } from './snapshot-items.ts';
import { type PlaceMoved, tiedPlaces, type Why, whyResult } from './why.ts';

/** Where somebody stands in a snapshot: an applicant's place in the approved one, or an entry of any other. */
export interface Stood {
  readonly roundId: string;
  /** The number of the snapshot. */
  readonly snapshot: number;
  /** The place in it. */
  readonly rank: number;
}

type Reach = Pick<Dependencies, 'admissions' | 'rounds'>;

/** Why somebody has the result that they have; nothing if that snapshot has nobody at that place. */
export async function whyOf(deps: Reach, { roundId, snapshot, rank }: Stood): Promise<Why | undefined> {
  const { admissions, rounds } = deps;
  const head = await admissions.snapshotHead(roundId, snapshot);
  const entry = head && (await admissions.snapshotEntry(head, rank));
  if (!entry) return undefined;
  const [tied, moves, round, deliberation] = await Promise.all([
    tiedWith(deps, head, entry),
    movesOf(deps, roundId, entry),
    rounds.version(roundId, head.roundVersion),
    admissions.deliberation(roundId, snapshot),
  ]);
  const rules = round?.admission;
  return rules && whyResult({ head, entry, tied, moves, rules, deliberation });
}

async function tiedWith(
  { admissions }: Pick<Reach, 'admissions'>,
  head: SnapshotHead,
  entry: SnapshotEntry,
): Promise<ReadonlyMap<string, SnapshotEntry>> {
  const found = await Promise.all(
    [...tiedPlaces(head, entry)].map(async ([kind, place]) => {
      const last = await admissions.snapshotEntry(head, place);
      return last ? [[kind, last] as const] : [];
    }),
  );
  return new Map(found.flat());
}

/** An entry has its last move; where it stood before, in the snapshot before that move, it has the one before. */
async function movesOf(
  { admissions }: Pick<Reach, 'admissions'>,
  roundId: string,
  { reference, place, moved }: SnapshotEntry,
): Promise<PlaceMoved[]> {
  if (!moved) return [];
  const last = { from: moved.from, to: moved.to ?? place, reason: moved.reason };
  if (moved.snapshot === undefined) return [last];
  const head = await admissions.snapshotHead(roundId, moved.snapshot - 1);
  const before = head && (await admissions.snapshotEntry(head, moved.from));
  return before?.reference === reference ? [...(await movesOf({ admissions }, roundId, before)), last] : [last];
}

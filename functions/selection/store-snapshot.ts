import { roundSubject } from './admission.ts';
import type { Dependencies } from './dependencies.ts';
import type { Snapshot } from './snapshot.ts';

/** Pages of one transaction, which takes 4 MB at most. */
const inOneCommit = 10;

/** Stores the entries of a snapshot; nobody reads them until its head is stored, which is what makes it one. */
export async function storeEntries(
  { admissions, commit }: Pick<Dependencies, 'admissions' | 'commit'>,
  snapshot: Snapshot,
): Promise<void> {
  const pages = admissions.putSnapshotPages(snapshot);
  for (let from = 0; from < pages.length; from += inOneCommit) {
    const some = pages.slice(from, from + inOneCommit);
    await commit({
      changes: some,
      events: [
        {
          subject: roundSubject(snapshot.roundId),
          type: 'RankingEntriesStored',
          by: snapshot.madeBy,
          at: snapshot.madeAt,
          data: { snapshot: snapshot.number, hash: snapshot.snapshotHash, pages: some.length, after: from },
        },
      ],
    });
  }
}

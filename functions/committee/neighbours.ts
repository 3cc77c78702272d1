import type { SnapshotEntry } from '../selection/snapshot.ts';

type Entry = Pick<SnapshotEntry, 'reference' | 'place' | 'nearCut'>;

/** The cases beside one in the ranking, and those near the cut, among which a committee mostly works. */
export interface Neighbours {
  readonly place: number;
  readonly of: number;
  readonly previous?: Entry;
  readonly next?: Entry;
  /** None if it would be the same as beside it, or there is none. */
  readonly previousNear?: Entry;
  readonly nextNear?: Entry;
}

/** @param entries in the order of places */
export function neighboursOf(entries: readonly Entry[], reference: string): Neighbours | undefined {
  const index = entries.findIndex((entry) => entry.reference === reference);
  const own = entries[index];
  if (!own) return undefined;
  const [previous, next] = [entries[index - 1], entries[index + 1]];
  const previousNear = entries.slice(0, index).findLast(({ nearCut }) => nearCut);
  const nextNear = entries.slice(index + 1).find(({ nearCut }) => nearCut);
  return {
    place: own.place,
    of: entries.length,
    previous,
    next,
    previousNear: previousNear === previous ? undefined : previousNear,
    nextNear: nextNear === next ? undefined : nextNear,
  };
}

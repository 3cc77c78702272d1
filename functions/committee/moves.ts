import type { Outcome } from '../selection/allocation.ts';
import { basisOf, isPlaceable, type Snapshot, type SnapshotEntry, seal } from '../selection/snapshot.ts';
import type { Instant } from '../shared/time.ts';

/** A change of place that a committee asks for. */
export interface Move {
  readonly reference: string;
  /** The place that it has afterwards. */
  readonly to: number;
  readonly reason: string;
}

export interface MoveProblem {
  readonly reference: string;
  readonly problem:
    | 'unknown'
    | 'repeated'
    | 'no-reason'
    | 'not-placeable'
    | 'no-such-place'
    | 'place-taken'
    /** Who asks for the move has a conflict with whom it moves. */
    | 'conflict'
    /** Moves may not give or take a seat of somebody with whom their mover has a conflict. */
    | 'conflict-behind';
}

export type MoveResult =
  | { readonly kind: 'moved'; readonly snapshot: Snapshot }
  /** Nobody's place would change. */
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'refused'; readonly problems: readonly MoveProblem[] };

/**
 * The next snapshot, in which those who are moved have the places that were asked for, and everybody else keeps their
 * order on the others. The seats are given out anew. All moves are made at once, in whatever order they are listed;
 * somebody is kept in their place by a move to it.
 */
export function moveInRanking(snapshot: Snapshot, moves: readonly Move[], by: string, at: Instant): MoveResult {
  const problems = moves.flatMap((move) => problemOf(move, moves, snapshot.entries));
  if (problems.length > 0) return { kind: 'refused', problems };
  const order = reordered(snapshot.entries, moves);
  if (order.every(({ place }, index) => place === index + 1)) return { kind: 'unchanged' };
  const number = snapshot.number + 1;
  const entries = order.map((entry, index) => placed(entry, index + 1, moves, { by, snapshot: number }));
  const { snapshotHash: _, ...rest } = snapshot;
  const next = { number, madeAt: at, madeBy: by, basedOn: basisOf(snapshot), entries };
  return { kind: 'moved', snapshot: seal({ ...rest, ...next }) };
}

function problemOf(move: Move, moves: readonly Move[], entries: readonly SnapshotEntry[]): MoveProblem[] {
  const { reference, to, reason } = move;
  const entry = entries.find((entry) => entry.reference === reference);
  const others = moves.filter((other) => other !== move);
  const places = entries.filter(isPlaceable).length;
  const found = (problem: MoveProblem['problem']): MoveProblem[] => [{ reference, problem }];
  if (!entry) return found('unknown');
  if (others.some((other) => other.reference === reference)) return found('repeated');
  if (reason.trim() === '') return found('no-reason');
  if (!isPlaceable(entry)) return found('not-placeable');
  if (!Number.isInteger(to) || to < 1 || to > places) return found('no-such-place');
  return others.some((other) => other.to === to) ? found('place-taken') : [];
}

/** Put in from the first place to the last, each comes to stand where it should. */
function reordered(entries: readonly SnapshotEntry[], moves: readonly Move[]): SnapshotEntry[] {
  const order = entries.filter(({ reference }) => !moves.some((move) => move.reference === reference));
  for (const { reference, to } of [...moves].sort((a, b) => a.to - b.to))
    order.splice(to - 1, 0, ...entries.filter((entry) => entry.reference === reference));
  return order;
}

function placed(
  entry: SnapshotEntry,
  place: number,
  moves: readonly Move[],
  made: { readonly by: string; readonly snapshot: number },
): SnapshotEntry {
  const reason = moves.find(({ reference }) => reference === entry.reference)?.reason.trim();
  if (reason === undefined) return { ...entry, place };
  return { ...entry, place, moved: { from: entry.place, to: place, reason, ...made } };
}

/** Where somebody stands in a snapshot. */
export interface PlaceAndOutcome {
  readonly place: number;
  readonly outcome: Outcome;
}

export interface Difference {
  readonly reference: string;
  /** None if the snapshot does not have them. */
  readonly before?: PlaceAndOutcome;
  readonly after?: PlaceAndOutcome;
}

/**
 * Who has another place or outcome in the later snapshot, in its order, then who is no longer in it. The number of a
 * seat is no outcome, its kind is.
 */
export function differences(before: Snapshot, after: Snapshot): Difference[] {
  const earlier = placesAndOutcomes(before);
  const later = placesAndOutcomes(after);
  return [...new Set([...later.keys(), ...earlier.keys()])]
    .map((reference) => ({ reference, before: earlier.get(reference), after: later.get(reference) }))
    .filter((pair) => sayOf(pair.before) !== sayOf(pair.after));
}

/** Who has a seat in one of two snapshots and none in the other. */
export function seatsChanged(before: Snapshot, after: Snapshot): ReadonlySet<string> {
  return seated(before).symmetricDifference(seated(after));
}

const seated = ({ entries }: Snapshot): Set<string> =>
  new Set(entries.filter(({ outcome }) => outcome.outcome === 'SEAT').map(({ reference }) => reference));

const placesAndOutcomes = ({ entries }: Snapshot): ReadonlyMap<string, PlaceAndOutcome> =>
  new Map(entries.map(({ reference, place, outcome }) => [reference, { place, outcome }]));

function sayOf(placed: PlaceAndOutcome | undefined): string {
  if (!placed) return 'absent';
  const { place, outcome } = placed;
  switch (outcome.outcome) {
    case 'SEAT':
      return `${place} seat ${outcome.kind}`;
    case 'WAITLIST':
      return `${place} waitlist ${outcome.number}`;
    case 'NOT_SELECTED':
      return `${place}`;
  }
}

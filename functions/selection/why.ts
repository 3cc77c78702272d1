import type { AdmissionRules, Criterion } from '../rounds/admission-rules.ts';
import type { Text } from '../shared/i18n.ts';
import type { Instant } from '../shared/time.ts';
import { type Cut, cutIsOpen, keptSeats, type Outcome, openSeat } from './allocation.ts';
import type { Deliberation } from './deliberation.ts';
import { isPlaceable, type Snapshot, type SnapshotEntry } from './snapshot.ts';
import type { SnapshotHead } from './snapshot-items.ts';

/** Why an applicant has the result that they have; nobody's name is in it. */
export interface Why {
  readonly place: number;
  /** How many were ranked. */
  readonly of: number;
  readonly outcome: Outcome;
  readonly scores: SnapshotEntry['scores'];
  /** The round's criteria in their order, each with the mean of the reviews. */
  readonly criteria: readonly (Pick<Criterion, 'id' | 'title' | 'weight' | 'anchors'> & { readonly mean?: number })[];
  readonly reviews: number;
  readonly model: Snapshot['model'];
  /** Below this mean nobody is placed, if the round says so. */
  readonly minimum?: number;
  /** Why no number of seats would have been enough. */
  readonly unplaceable?: 'no-reviews' | 'below-minimum';
  /** `kept`: of all, for the members of quotas. */
  readonly seats: { readonly all: number; readonly kept: number };
  /** The last who got an open seat, or any seat if nobody got an open one. */
  readonly cut?: Last & { readonly open: boolean };
  /** The seats kept for a group that the applicant belongs to, and the last who got one of them. */
  readonly quotas: readonly { readonly title: Text; readonly seats: number; readonly cut?: Last }[];
  /** The places that the committee has given the applicant, one after another, each with its reason. */
  readonly moves: readonly PlaceMoved[];
  readonly snapshot: { readonly number: number; readonly hash: string; readonly madeAt: Instant };
  readonly rules: { readonly version: number; readonly hash: string };
  /** By how many members of the committee, and when. */
  readonly decided?: { readonly at: Instant; readonly members: number };
}

/** The last who got a seat of some kind, and what decided between them and the applicant if both have the same score. */
export interface Last extends Cut {
  readonly tieBreak?: TieBreak;
}

export interface TieBreak {
  readonly by: 'criterion' | 'median' | 'mean' | 'lot';
  readonly criterion?: Text;
  /** If the lot decided: the applicant's, and that of the last who got a seat, whose reference stays secret. */
  readonly lots?: { readonly own: string; readonly last: string };
}

export interface PlaceMoved {
  readonly from: number;
  readonly to: number;
  readonly reason: string;
}

/** Where those stand with whom a tie has to be explained: by the kind of seat that they were the last to get. */
export function tiedPlaces(head: SnapshotHead, entry: SnapshotEntry): ReadonlyMap<string, number> {
  const { outcome, scores, place, quotas } = entry;
  const cuts = [
    ...(head.cut && cutIsOpen(head) ? [{ kind: openSeat, cut: head.cut }] : []),
    ...quotas.flatMap((kind) => (head.quotaCuts[kind] ? [{ kind, cut: head.quotaCuts[kind] }] : [])),
  ];
  const tied = cuts.filter(
    ({ kind, cut }) =>
      cut.score === scores.ranked && cut.place !== place && (outcome.outcome !== 'SEAT' || outcome.kind === kind),
  );
  return new Map(isPlaceable(entry) ? tied.map(({ kind, cut }) => [kind, cut.place]) : []);
}

interface Explained {
  readonly head: SnapshotHead;
  readonly entry: SnapshotEntry;
  /** Who stands at the tied places, by the kind of their seat. */
  readonly tied: ReadonlyMap<string, SnapshotEntry>;
  readonly moves: readonly PlaceMoved[];
  readonly rules: AdmissionRules;
  readonly deliberation?: Deliberation;
}

/** Why a result is what it is, from a snapshot and what moved in it; ids and numbers, words come later. */
export function whyResult({ head, entry, tied, moves, rules, deliberation }: Explained): Why {
  const { review, ranking } = rules;
  const { endedAt, approvals = [], state } = deliberation ?? {};
  const lastOf = (kind: string, cut: Cut): Last => ({
    ...cut,
    tieBreak: tieBreakBetween(entry, tied.get(kind), rules),
  });
  return {
    place: entry.place,
    of: head.count,
    outcome: entry.outcome,
    scores: entry.scores,
    criteria: review.criteria.map(({ id, title, weight, anchors }) => ({
      id,
      title,
      weight,
      anchors,
      mean: entry.scores.criteria[id],
    })),
    reviews: entry.reviews,
    model: head.model,
    minimum: ranking.minimum,
    unplaceable: entry.flags.find((flag) => flag === 'no-reviews' || flag === 'below-minimum'),
    seats: { all: head.seating.capacity, kept: Math.min(head.seating.capacity, keptSeats(head.seating)) },
    cut: head.cut && { ...lastOf(openSeat, head.cut), open: cutIsOpen(head) },
    quotas: ranking.quotas
      .filter(({ id }) => entry.quotas.includes(id))
      .map(({ id, title, seats }) => {
        const cut = head.quotaCuts[id];
        return { title, seats, cut: cut && lastOf(id, cut) };
      }),
    moves,
    snapshot: { number: head.number, hash: head.snapshotHash, madeAt: head.madeAt },
    rules: { version: head.roundVersion, hash: head.rulesHash },
    decided: state === 'APPROVED' && endedAt ? { at: endedAt, members: approvals.length } : undefined,
  };
}

/** Which link of the round's chain tells two apart who have the same score; none if a move by hand did. */
function tieBreakBetween(
  own: SnapshotEntry,
  last: SnapshotEntry | undefined,
  { review, ranking }: AdmissionRules,
): TieBreak | undefined {
  if (!last || own.moved || last.moved) return undefined;
  const deciding = ranking.tieBreaks.find((link) =>
    link.by === 'criterion'
      ? own.scores.criteria[link.criterion] !== last.scores.criteria[link.criterion]
      : own.scores[link.by] !== last.scores[link.by],
  );
  if (!deciding) return { by: 'lot', lots: { own: own.lot, last: last.lot } };
  if (deciding.by !== 'criterion') return { by: deciding.by };
  return { by: 'criterion', criterion: review.criteria.find(({ id }) => id === deciding.criterion)?.title };
}

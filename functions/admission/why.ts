import type { AdmissionRules, Criterion } from '../rounds/admission-rules.ts';
import type { Text } from '../shared/i18n.ts';
import type { Instant } from '../shared/time.ts';
import type { Cut, Outcome } from './allocation.ts';
import type { Deliberation } from './deliberation.ts';
import type { Snapshot, SnapshotEntry } from './snapshot.ts';
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
  /** Below this mean nobody is placed, where the round says so. */
  readonly minimum?: number;
  /** Why no number of seats would have been enough. */
  readonly unplaceable?: 'no-reviews' | 'below-minimum';
  readonly seats: number;
  readonly cut?: Cut;
  /** The seats kept for a group that the applicant belongs to, and the last who got one of them. */
  readonly quotas: readonly { readonly title: Text; readonly seats: number; readonly cut?: Cut }[];
  /** What decided between the applicant and the last one with a seat, where both have the same score. */
  readonly tieBreak?: { readonly by: TieBreakBy; readonly criterion?: Text };
  /** The committee has moved the applicant, and said why. */
  readonly moved?: { readonly from: number; readonly reason: string };
  readonly snapshot: { readonly number: number; readonly hash: string; readonly madeAt: Instant };
  readonly rules: { readonly version: number; readonly hash: string };
  /** By how many members of the committee, and when. */
  readonly decided?: { readonly at: Instant; readonly members: number };
}
export type TieBreakBy = 'criterion' | 'median' | 'mean' | 'lot';

interface Explained {
  readonly head: SnapshotHead;
  readonly entry: SnapshotEntry;
  /** The last one who has an open seat. */
  readonly atCut?: SnapshotEntry;
  readonly rules: AdmissionRules;
  readonly deliberation?: Deliberation;
}

export function whyResult({ head, entry, atCut, rules, deliberation }: Explained): Why {
  const { review, ranking } = rules;
  const { endedAt, approvals = [], state } = deliberation ?? {};
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
    seats: head.seating.capacity,
    cut: head.cut,
    quotas: ranking.quotas
      .filter(({ id }) => entry.quotas.includes(id))
      .map(({ id, title, seats }) => ({ title, seats, cut: head.quotaCuts[id] })),
    tieBreak: atCut && tieBreakBetween(entry, atCut, rules),
    moved: entry.moved && { from: entry.moved.from, reason: entry.moved.reason },
    snapshot: { number: head.number, hash: head.snapshotHash, madeAt: head.madeAt },
    rules: { version: head.roundVersion, hash: head.rulesHash },
    decided: state === 'APPROVED' && endedAt ? { at: endedAt, members: approvals.length } : undefined,
  };
}

/** Which link of the round's chain tells two apart who have the same score; none where a move by hand did. */
function tieBreakBetween(a: SnapshotEntry, b: SnapshotEntry, { review, ranking }: AdmissionRules): Why['tieBreak'] {
  if (a.reference === b.reference || a.moved || b.moved) return undefined;
  if (a.scores.ranked === undefined || a.scores.ranked !== b.scores.ranked) return undefined;
  const deciding = ranking.tieBreaks.find((link) =>
    link.by === 'criterion'
      ? a.scores.criteria[link.criterion] !== b.scores.criteria[link.criterion]
      : a.scores[link.by] !== b.scores[link.by],
  );
  if (!deciding) return { by: 'lot' };
  if (deciding.by !== 'criterion') return { by: deciding.by };
  return { by: 'criterion', criterion: review.criteria.find(({ id }) => id === deciding.criterion)?.title };
}

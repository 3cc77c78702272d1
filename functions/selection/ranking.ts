import type { AdmissionRules, TieBreak } from '../rounds/admission-rules.ts';
import type { ApplicationScore } from '../screening/score.ts';
import { Fault } from '../shared/errors.ts';

/** An application as the ranking sees it. */
export interface Candidate {
  readonly reference: string;
  readonly lot: string;
  /** The ids of the quotas that apply. */
  readonly quotas: readonly string[];
  /** None without a review. */
  readonly scores?: ApplicationScore;
  /** The score adjusted for reviewers' severity, if there is one. */
  readonly adjusted?: number;
}

type RankingRules = Pick<AdmissionRules['ranking'], 'by' | 'tieBreaks' | 'minimum'>;
export type RankedBy = RankingRules['by'];

/** Why somebody gets no place however many seats there are. */
export type Unplaceable = 'no-reviews' | 'below-minimum';

export interface RankedCandidate extends Candidate {
  /** 1 for the first, without a gap. */
  readonly place: number;
  readonly rankedBy: RankedBy;
  readonly score?: number;
  /**
   * What separated it from the one before: `criterion:<id>`, `median`, `mean` or `lot`. None if the score did, or
   * if the one before can be placed and this one cannot.
   */
  readonly tieBreak?: string;
  readonly unplaceable?: Unplaceable;
}

/**
 * Everybody in order, the same for the same candidates in any order: who can be placed by score, then by the round's
 * tie-breaks, then by lot; after them in the same way who is below the minimum, and who has no review by lot alone.
 * @throws Fault when a reference is there twice.
 */
export function rank(candidates: readonly Candidate[], rules: RankingRules): RankedCandidate[] {
  if (new Set(candidates.map(({ reference }) => reference)).size < candidates.length) throw new Fault('EntryTwice');
  const rankedBy = scoreInForce(candidates, rules.by);
  const links = chainOf(rules, rankedBy);
  const order = (a: Candidate, b: Candidate): number => links.reduce((found, link) => found || link.order(a, b), 0);
  return [...candidates].sort(order).map((candidate, index, sorted) => {
    const before = sorted[index - 1];
    const separating = before && links.find((link) => link.order(before, candidate) !== 0);
    return {
      ...candidate,
      place: index + 1,
      rankedBy,
      score: scoreBy(candidate, rankedBy),
      tieBreak: separating?.name,
      unplaceable: unplaceable(candidate, rules.minimum),
    };
  });
}

/** One score ranks all: the mean, as soon as somebody with a review lacks an adjusted score. */
const scoreInForce = (candidates: readonly Candidate[], by: RankedBy): RankedBy =>
  by === 'adjusted' && candidates.some(({ scores, adjusted }) => scores && adjusted === undefined) ? 'mean' : by;

const scoreBy = ({ scores, adjusted }: Candidate, by: RankedBy): number | undefined =>
  by === 'adjusted' ? adjusted : scores?.[by];

function unplaceable({ scores }: Candidate, minimum: number | undefined): Unplaceable | undefined {
  if (!scores) return 'no-reviews';
  return minimum !== undefined && scores.mean < minimum ? 'below-minimum' : undefined;
}

/** One comparison; `order` is negative if `a` comes first. Only tie-breaks have a name. */
interface Link {
  readonly name?: string;
  readonly order: (a: Candidate, b: Candidate) => number;
}

const higherFirst =
  (value: (candidate: Candidate) => number | undefined): Link['order'] =>
  (a, b) =>
    (value(b) ?? 0) - (value(a) ?? 0);

const classesInOrder: readonly (Unplaceable | undefined)[] = ['no-reviews', 'below-minimum', undefined];

const chainOf = ({ tieBreaks, minimum }: RankingRules, rankedBy: RankedBy): readonly Link[] => [
  { order: higherFirst((candidate) => classesInOrder.indexOf(unplaceable(candidate, minimum))) },
  { order: higherFirst((candidate) => scoreBy(candidate, rankedBy)) },
  ...tieBreaks.map(linkOf),
  { name: 'lot', order: ({ lot: a }, { lot: b }) => (a === b ? 0 : a < b ? -1 : 1) },
];

const linkOf = (tieBreak: TieBreak): Link =>
  tieBreak.by === 'criterion'
    ? {
        name: `criterion:${tieBreak.criterion}`,
        order: higherFirst(({ scores }) => scores?.criteria[tieBreak.criterion]),
      }
    : { name: tieBreak.by, order: higherFirst(({ scores }) => scores?.[tieBreak.by]) };

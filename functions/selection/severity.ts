import { rounded } from '../screening/score.ts';
import { solveSymmetric } from './cholesky.ts';

/*
 * Adjusts scores for the severity of reviewers, by an additive model that is fitted on the whole round:
 *
 *   score of applicant i by reviewer j  =  level of j + effect of i + noise
 *
 * Levels are fixed and effects are shrunk: least squares with a penalty of `shrinkage` on each squared effect. This is
 * the mixed linear model of Kuhlisch, Roos, Rothe, Rudolph, Scheuermann and Stoyan, "A statistical approach to
 * calibrating the scores of biased reviewers of scientific papers", Metrika 79 (2016), 37–57; the effects are the best
 * linear unbiased predictions of Robinson, "That BLUP is a good thing", Statistical Science 6 (1991), 15–32.
 *
 * A constant that is added to all scores of one reviewer goes into the reviewer's level, which is not shrunk, and leaves
 * each effect as it was. docs/adr/0010-severity-and-lot.md says why each number is what it is.
 */

/** A reviewer with fewer reviews has no level that means anything. */
const fewestReviews = 3;
/** As long as such reviewers sent no more than this part of all reviews, who stepped in for one or two spoils nothing. */
const fewAtMost = 0.05;
/** With fewer reviews a reviewer on average, levels are so uncertain that adjusting harms more rounds than it helps. */
export const fewestOnAverage = 5;
/**
 * The variance of one review's noise, as a multiple of the variance between applicants: an applicant counts as if one
 * further review had found them average.
 */
const shrinkage = 1;

/** The score of one review, as `reviewScore` gives it. */
export interface ScoredReview {
  readonly reference: string;
  readonly reviewer: string;
  readonly score: number;
}

/** Why there is no adjustment; `not-connected`: some reviewers share no applicants with the others, however indirectly. */
export type WhyRaw = 'no-reviews' | 'too-few-reviews' | 'not-connected';

export type SeverityFit =
  | {
      readonly kind: 'adjusted';
      /** By reference, on the scale of the scores; their mean is what the average reviewer gives the average applicant. */
      readonly scores: ReadonlyMap<string, number>;
      /** In points, how much lower than the average reviewer they score: of each who has reviews enough to tell. */
      readonly severities: ReadonlyMap<string, number>;
    }
  | {
      readonly kind: 'raw';
      readonly why: WhyRaw;
      /** Who has too few (nobody by name, if they are too few on average), or is not in the largest connected group. */
      readonly reviewers: readonly string[];
    };

/** The same for the same reviews in any order. */
export function fitSeverity(reviews: readonly ScoredReview[]): SeverityFit {
  if (reviews.length === 0) return { kind: 'raw', why: 'no-reviews', reviewers: [] };
  const inOrder = [...reviews].sort((a, b) => byText(a.reference, b.reference) || byText(a.reviewer, b.reviewer));
  const ofReviewer = Map.groupBy(inOrder, ({ reviewer }) => reviewer);
  const ofApplicant = Map.groupBy(inOrder, ({ reference }) => reference);
  const few = new Set([...ofReviewer].filter(([, own]) => own.length < fewestReviews).map(([reviewer]) => reviewer));
  const telling = inOrder.filter(({ reviewer }) => !few.has(reviewer));
  const seenByFewAlone = [...ofApplicant.values()].some((own) => own.every(({ reviewer }) => few.has(reviewer)));
  if (
    seenByFewAlone ||
    inOrder.length - telling.length > fewAtMost * inOrder.length ||
    telling.length < fewestOnAverage * (ofReviewer.size - few.size)
  )
    return { kind: 'raw', why: 'too-few-reviews', reviewers: [...few].sort() };
  const apart = outsideLargestGroup(
    Map.groupBy(telling, ({ reviewer }) => reviewer),
    Map.groupBy(telling, ({ reference }) => reference),
  );
  if (apart.length > 0) return { kind: 'raw', why: 'not-connected', reviewers: apart.sort() };
  const { scores, severities } = adjust([...ofReviewer.keys()], ofApplicant, inOrder.length);
  return { kind: 'adjusted', scores, severities: new Map([...severities].filter(([reviewer]) => !few.has(reviewer))) };
}

const byText = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

type Grouped = ReadonlyMap<string, readonly ScoredReview[]>;

/** Two reviewers are connected when they share an applicant, or each is connected with a third. */
function outsideLargestGroup(ofReviewer: Grouped, ofApplicant: Grouped): string[] {
  const left = new Set(ofReviewer.keys());
  const groups: string[][] = [];
  for (const first of left) {
    const group = [first];
    left.delete(first);
    // The list grows while it is read.
    for (const reviewer of group) {
      const shared = ofReviewer.get(reviewer)?.flatMap(({ reference }) => ofApplicant.get(reference) ?? []) ?? [];
      for (const { reviewer: other } of shared) if (left.delete(other)) group.push(other);
    }
    groups.push(group);
  }
  return groups
    .sort((a, b) => b.length - a.length)
    .slice(1)
    .flat();
}

function adjust(reviewers: readonly string[], ofApplicant: Grouped, count: number) {
  const place = new Map(reviewers.map((reviewer, index) => [reviewer, index]));
  const placeOf = ({ reviewer }: ScoredReview): number => place.get(reviewer) ?? Number.NaN;
  const { levels, reviewsOf } = fitLevels(reviewers.length, ofApplicant, placeOf);
  const levelOf = (index: number): number => levels[index] ?? Number.NaN;
  // Each reviewer counts by their reviews. Effects and centre are rounded apart: then a shift of the centre, which
  // everybody shares, cannot make or break a tie.
  const centre = levels.reduce((sum, level, index) => sum + level * (reviewsOf[index] ?? 0), 0) / count;
  const effectOf = (own: readonly ScoredReview[]): number =>
    own.reduce((sum, review) => sum + review.score - levelOf(placeOf(review)), 0) / (own.length + shrinkage);
  return {
    scores: new Map(
      [...ofApplicant].map(([reference, own]) => [reference, rounded(rounded(centre) + rounded(effectOf(own)))]),
    ),
    severities: new Map(reviewers.map((reviewer, index) => [reviewer, rounded(centre - levelOf(index))])),
  };
}

/**
 * The normal equations with the applicants eliminated, one equation a reviewer:
 * diag(reviews of j) − Σᵢ nᵢ nᵢᵀ / (|nᵢ| + shrinkage), where nᵢ marks the reviewers of applicant i. It is positive
 * definite: in each row the diagonal exceeds the sum of the others by shrinkage / (|nᵢ| + shrinkage) for each review.
 */
function fitLevels(size: number, ofApplicant: Grouped, placeOf: (review: ScoredReview) => number) {
  const matrix = Array.from({ length: size }, () => new Float64Array(size));
  const right = new Float64Array(size);
  const reviewsOf = new Float64Array(size);
  for (const own of ofApplicant.values()) {
    const share = 1 / (own.length + shrinkage);
    const pulled = share * own.reduce((sum, { score }) => sum + score, 0);
    for (const review of own) {
      const row = placeOf(review);
      add(reviewsOf, row, 1);
      add(right, row, review.score - pulled);
      add(matrix[row], row, 1);
      for (const other of own) add(matrix[row], placeOf(other), -share);
    }
  }
  return { levels: solveSymmetric(matrix, right), reviewsOf };
}

function add(vector: Float64Array | undefined, index: number, value: number): void {
  if (vector) vector[index] = (vector[index] ?? 0) + value;
}

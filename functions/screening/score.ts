import { type Criterion, highestScore, lowestScore } from '../rounds/admission-rules.ts';
import { Fault } from '../shared/errors.ts';

/** The parts of a criterion that a score is made of. */
export type Weighted = Pick<Criterion, 'id' | 'weight'>;

/** A review's scores by the criterion's id: whole numbers from 1 to 5. A review that is being written lacks some. */
export type ReviewScores = Readonly<Record<string, number>>;

/** What the reviews of an application come to, each number on the scale of 1 to 5. */
export interface ApplicationScore {
  readonly reviews: number;
  readonly mean: number;
  readonly median: number;
  /** From the lowest review to the highest. */
  readonly spread: number;
  /** The mean of each criterion, by its id. */
  readonly criteria: Readonly<Record<string, number>>;
}

/** Units of 0.0001: scores are shown, stored and ranked with four decimals, and what is equal in them is a tie. */
const unitsPerPoint = 10_000;
/** In units; a million times the noise of adding doubles, and far below what one score in a thousand reviews moves. */
const noise = 1e-6;

/** The one rounding of scores. Half a unit goes up, also if floating noise has put it just below. */
export const rounded = (score: number): number => Math.floor(score * unitsPerPoint + 0.5 + noise) / unitsPerPoint;

/** The criteria that have no score from 1 to 5 yet: none when a review is complete. */
export const missingScores = (criteria: readonly Weighted[], scores: ReviewScores): string[] =>
  criteria.map(({ id }) => id).filter((id) => !isScore(scores[id]));

const isScore = (score: number | undefined): boolean =>
  score !== undefined && Number.isInteger(score) && score >= lowestScore && score <= highestScore;

/**
 * The weighted mean of a review.
 * @throws Fault ReviewIncomplete when the review is not complete.
 */
export const reviewScore = (criteria: readonly Weighted[], scores: ReviewScores): number =>
  rounded(weightedMean(criteria, scores));

/** Nothing, if there is no review. @throws Fault ReviewIncomplete when a review is not complete. */
export function applicationScore(
  criteria: readonly Weighted[],
  reviews: readonly ReviewScores[],
): ApplicationScore | undefined {
  if (reviews.length === 0) return undefined;
  const scores = reviews.map((review) => weightedMean(criteria, review)).sort((a, b) => a - b);
  const meanOf = (id: string): number => mean(reviews.map((review) => review[id] ?? 0));
  return {
    reviews: reviews.length,
    mean: rounded(mean(scores)),
    median: rounded(median(scores)),
    spread: rounded(Math.max(...scores) - Math.min(...scores)),
    criteria: Object.fromEntries(criteria.map(({ id }) => [id, rounded(meanOf(id))])),
  };
}

function weightedMean(criteria: readonly Weighted[], scores: ReviewScores): number {
  const missing = missingScores(criteria, scores);
  if (missing.length > 0) throw new Fault('ReviewIncomplete', { missing: missing.join('/') });
  return sum(criteria.map(({ id, weight }) => weight * (scores[id] ?? 0))) / sum(criteria.map(({ weight }) => weight));
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
const mean = (numbers: readonly number[]): number => sum(numbers) / numbers.length;

/** The middle one of an odd number, the mean of the two middle ones of an even number. */
function median(sorted: readonly number[]): number {
  const half = sorted.length / 2;
  return mean(sorted.slice(Math.ceil(half) - 1, Math.floor(half) + 1));
}

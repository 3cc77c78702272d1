import { reviewScore } from '../../../functions/screening/score.ts';
import type { ScoredReview } from '../../../functions/selection/severity.ts';

/** Numbers from 0 to 1, the same for the same seed: mulberry32. */
export function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A standard normal number: Box and Muller. */
const normal = (next: () => number): number => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());

export const rubric = [
  { id: 'motivation', weight: 40 },
  { id: 'fit', weight: 30 },
  { id: 'plan', weight: 20 },
  { id: 'experience', weight: 10 },
];

export interface SyntheticRound {
  /** What each application is really worth. */
  readonly truth: ReadonlyMap<string, number>;
  /** How much lower than they should each reviewer scores. */
  readonly severities: ReadonlyMap<string, number>;
  readonly reviews: readonly (ScoredReview & { readonly scores: Readonly<Record<string, number>> })[];
}

interface Shape {
  readonly seed: number;
  readonly applications: number;
  readonly reviewers: number;
  readonly perApplication: number;
  /** The standard deviation of reviewers' severities, in points; that of applications' worth is 0.6. */
  readonly severity: number;
}

/**
 * A round as it might be: each reviewer gives whole scores from 1 to 5 for what an application is worth, less their
 * severity, with a mistake about the applicant (0.5) and one about each criterion (0.5). Loads are as equal as can be.
 */
export function syntheticRound({ seed, applications, reviewers, perApplication, severity }: Shape): SyntheticRound {
  const next = generator(seed);
  const names = Array.from({ length: reviewers }, (_, index) => `reviewer-${index + 1}`);
  const severities = new Map(names.map((name) => [name, severity * normal(next)]));
  const truth = new Map(
    Array.from({ length: applications }, (_, index) => [`A-${index + 1}`, 3.2 + 0.6 * normal(next)]),
  );
  const load = new Map(names.map((name) => [name, 0]));
  const reviews = [...truth].flatMap(([reference, worth]) =>
    leastLoaded(load, perApplication, next).map((reviewer) => {
      const seen = worth - (severities.get(reviewer) ?? 0) + 0.5 * normal(next);
      const scoreOf = (): number => Math.min(5, Math.max(1, Math.round(seen + 0.5 * normal(next))));
      const scores = Object.fromEntries(rubric.map(({ id }) => [id, scoreOf()]));
      return { reference, reviewer, scores, score: reviewScore(rubric, scores) };
    }),
  );
  return { truth, severities, reviews };
}

function leastLoaded(load: Map<string, number>, count: number, next: () => number): string[] {
  const chosen = [...load]
    .map(([name, reviews]) => ({ name, key: reviews + next() }))
    .sort((a, b) => a.key - b.key)
    .slice(0, count)
    .map(({ name }) => name);
  for (const name of chosen) load.set(name, (load.get(name) ?? 0) + 1);
  return chosen;
}

/** Kendall's tau-b of two lists of the same things: 1 in the same order, −1 in the opposite one; ties count for neither. */
export function kendall(a: readonly number[], b: readonly number[]): number {
  let [agree, differ, tiedA, tiedB] = [0, 0, 0, 0];
  for (const [first, ofFirst] of a.entries()) {
    for (let second = first + 1; second < a.length; second += 1) {
      const inA = Math.sign(ofFirst - (a[second] ?? 0));
      const inB = Math.sign((b[first] ?? 0) - (b[second] ?? 0));
      if (inA === 0) tiedA += 1;
      if (inB === 0) tiedB += 1;
      if (inA * inB > 0) agree += 1;
      if (inA * inB < 0) differ += 1;
    }
  }
  const pairs = (a.length * (a.length - 1)) / 2;
  return (agree - differ) / Math.sqrt((pairs - tiedA) * (pairs - tiedB));
}

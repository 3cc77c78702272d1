import fc from 'fast-check';
import type { Candidate } from '../../../functions/selection/ranking.ts';

/** A candidate with two reviews of the same score, and nothing else to tell them from another. */
export const candidate = (reference: string, mean: number, change: Partial<Candidate> = {}): Candidate => ({
  reference,
  lot: reference,
  quotas: [],
  scores: { reviews: 2, mean, median: mean, spread: 0, criteria: { motivation: 3 } },
  ...change,
});

const score = fc.integer({ min: 2, max: 10 }).map((halves) => halves / 2);
const scores = fc.record({
  reviews: fc.constantFrom(1, 2, 3),
  mean: score,
  median: score,
  spread: score,
  criteria: fc.record({ motivation: score }),
});

/** Candidates with so few different scores that many are equal; some have no review. */
export const anyCandidates = (maxLength = 40): fc.Arbitrary<Candidate[]> =>
  fc
    .uniqueArray(
      fc.record({
        reference: fc.nat(999).map((number) => `A-${number}`),
        lot: fc.nat(0xffffffff).map((number) => number.toString(16).padStart(8, '0')),
        quotas: fc.subarray(['early', 'regional']),
        scores: fc.option(scores, { nil: undefined, freq: 8 }),
      }),
      { selector: ({ reference }) => reference, maxLength },
    )
    .map((list) => list.map((one) => ({ ...one, lot: `${one.lot}${one.reference}` })));

export const shuffled = <T>(list: readonly T[]): fc.Arbitrary<T[]> =>
  fc.shuffledSubarray([...list], { minLength: list.length });

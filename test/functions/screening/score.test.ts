import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applicationScore, missingScores, reviewScore, rounded } from '../../../functions/screening/score.ts';

const criteria = [
  { id: 'motivation', weight: 50 },
  { id: 'fit', weight: 30 },
  { id: 'plan', weight: 20 },
];
const review = (motivation: number, fit: number, plan: number) => ({ motivation, fit, plan });

const whole = fc.integer({ min: 1, max: 5 });
const reviews = fc.array(
  fc.tuple(whole, whole, whole).map((scores) => review(...scores)),
  { minLength: 1, maxLength: 6 },
);

describe('the score of a review', () => {
  it.each([
    [review(5, 5, 5), 5],
    [review(1, 1, 1), 1],
    [review(5, 3, 1), 3.6],
    [review(4, 3, 2), 3.3],
  ])('%o is the weighted mean %d', (scores, expected) => {
    expect(reviewScore(criteria, scores)).toBe(expected);
  });

  it('is the same when all weights are multiplied', () => {
    fc.assert(
      fc.property(reviews, fc.integer({ min: 2, max: 9 }), ([scores = {}], factor) => {
        const heavier = criteria.map(({ id, weight }) => ({ id, weight: weight * factor }));
        expect(reviewScore(heavier, scores)).toBe(reviewScore(criteria, scores));
      }),
    );
  });

  it.each([
    [{ motivation: 3, fit: 4 }, ['plan']],
    [{ motivation: 0, fit: 6, plan: 2.5 }, ['motivation', 'fit', 'plan']],
    [{ motivation: Number.NaN, fit: 4, plan: 1 }, ['motivation']],
    [review(1, 5, 3), []],
  ])('is there once each criterion has a whole score from 1 to 5: %o lacks %o', (scores, missing) => {
    expect(missingScores(criteria, scores)).toEqual(missing);
    if (missing.length > 0)
      expect(() => reviewScore(criteria, scores)).toThrow(expect.objectContaining({ name: 'ReviewIncomplete' }));
  });
});

describe('the score of an application', () => {
  it('has the mean, the median, the spread and the mean of each criterion', () => {
    expect(applicationScore(criteria, [review(5, 5, 5), review(2, 2, 2), review(4, 3, 2)])).toEqual({
      reviews: 3,
      mean: 3.4333,
      median: 3.3,
      spread: 3,
      criteria: { motivation: 3.6667, fit: 3.3333, plan: 3 },
    });
  });

  it('has the middle between two reviews as its median', () => {
    expect(applicationScore(criteria, [review(5, 5, 5), review(2, 2, 2)])).toMatchObject({ median: 3.5, mean: 3.5 });
  });

  it('does not exist without a review', () => {
    expect(applicationScore(criteria, [])).toBeUndefined();
  });

  it('is the same for the reviews in any order, and stays between the lowest and the highest', () => {
    fc.assert(
      fc.property(reviews, (given) => {
        const score = applicationScore(criteria, given);
        expect(applicationScore(criteria, given.toReversed())).toEqual(score);
        const single = given.map((one) => reviewScore(criteria, one));
        expect(score?.mean).toBeGreaterThanOrEqual(Math.min(...single));
        expect(score?.median).toBeLessThanOrEqual(Math.max(...single));
        expect(score?.spread).toBeCloseTo(Math.max(...single) - Math.min(...single), 4);
      }),
    );
  });
});

describe('rounding', () => {
  it.each([
    [0.1 + 0.2, 0.3],
    [3.33335, 3.3334],
    [3.33335 - 1e-13, 3.3334],
    [3.33335 + 1e-13, 3.3334],
    [3.33334, 3.3333],
    [-0.00005, 0],
    [-1.23456, -1.2346],
  ])('takes %d to %d, whatever the noise', (score, expected) => {
    expect(rounded(score)).toBe(expected);
  });
});

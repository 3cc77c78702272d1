import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rounded } from '../../../functions/screening/score.ts';
import { rank } from '../../../functions/selection/ranking.ts';
import { fitSeverity, type ScoredReview, type SeverityFit } from '../../../functions/selection/severity.ts';
import { syntheticRound } from './synthetic.ts';

const review = (reference: string, reviewer: string, score: number): ScoredReview => ({ reference, reviewer, score });

/** Five applicants and two reviewers who both see each of them; the second is a point more severe. */
const apart = ['a', 'b', 'c', 'd', 'e'].flatMap((reference, index) => [
  review(reference, 'mild', 2 + index / 2),
  review(reference, 'severe', 1 + index / 2),
]);

const rounds = fc
  .record({
    seed: fc.nat(),
    applications: fc.integer({ min: 15, max: 40 }),
    reviewers: fc.integer({ min: 2, max: 6 }),
    perApplication: fc.constant(2),
    severity: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(syntheticRound)
  // Now and then the same two reviewers always meet: a round that stays raw.
  .filter(({ reviews }) => fitSeverity(reviews).kind === 'adjusted');

const adjusted = (fit: SeverityFit) => {
  if (fit.kind === 'raw') throw new Error(fit.why);
  return fit;
};

/** References in order of the adjusted score, and with it by lot alone. */
const ranking = (reviews: readonly ScoredReview[]) =>
  rank(
    [...adjusted(fitSeverity(reviews)).scores].map(([reference, score]) => ({
      reference,
      lot: reference,
      quotas: [],
      adjusted: score,
      scores: { reviews: 2, mean: 3, median: 3, spread: 0, criteria: {} },
    })),
    { by: 'adjusted', tieBreaks: [] },
  ).map(({ reference, tieBreak }) => ({ reference, tieBreak }));

describe('the adjustment for severity', () => {
  it('finds how much apart two reviewers score', () => {
    const { severities } = adjusted(fitSeverity(apart));
    expect(Object.fromEntries(severities)).toEqual({ mild: -0.5, severe: 0.5 });
  });

  it('puts an applicant as far from the average as two reviews and one average one would', () => {
    const { scores } = adjusted(fitSeverity(apart));
    expect(scores.get('c')).toBe(2.5);
    expect(scores.get('e')).toBe(rounded(2.5 + 2 / 3));
  });

  it('helps who had only severe reviewers past who had only mild ones', () => {
    const both = ['a', 'b', 'c', 'd'].flatMap((reference) => [
      review(reference, 'mild', 4),
      review(reference, 'severe', 2.5),
    ]);
    const { scores } = adjusted(fitSeverity([...both, review('harshly', 'severe', 3), review('mildly', 'mild', 4)]));
    expect(scores.get('harshly')).toBeGreaterThan(scores.get('mildly') ?? Number.NaN);
  });

  it('leaves the ranking as it was when a constant is added to all scores of one reviewer', () => {
    fc.assert(
      fc.property(rounds, fc.nat(), fc.double({ min: -3, max: 3, noNaN: true }), ({ reviews }, who, constant) => {
        const chosen = reviews[who % reviews.length]?.reviewer;
        const shifted = reviews.map((one) => (one.reviewer === chosen ? { ...one, score: one.score + constant } : one));
        expect(ranking(shifted)).toEqual(ranking(reviews));
      }),
      { numRuns: 300 },
    );
  });

  it('shifts all scores alike by such a constant', () => {
    fc.assert(
      fc.property(rounds, fc.double({ min: -3, max: 3, noNaN: true }), ({ reviews }, constant) => {
        const shifted = reviews.map((one) =>
          one.reviewer === 'reviewer-1' ? { ...one, score: one.score + constant } : one,
        );
        const before = adjusted(fitSeverity(reviews)).scores;
        const after = adjusted(fitSeverity(shifted)).scores;
        const shifts = [...before].map(([reference, score]) => rounded((after.get(reference) ?? Number.NaN) - score));
        expect(new Set(shifts).size).toBe(1);
      }),
    );
  });

  it('is the same for the reviews in any order', () => {
    fc.assert(
      fc.property(
        rounds.chain(({ reviews }) =>
          fc.tuple(fc.constant(reviews), fc.shuffledSubarray([...reviews], { minLength: reviews.length })),
        ),
        ([reviews, shuffled]) => {
          const [one, other] = [adjusted(fitSeverity(reviews)), adjusted(fitSeverity(shuffled))];
          expect(Object.fromEntries(other.scores)).toEqual(Object.fromEntries(one.scores));
          expect(Object.fromEntries(other.severities)).toEqual(Object.fromEntries(one.severities));
        },
      ),
    );
  });

  it('gives numbers, whatever reviews there are', () => {
    const anyReviews = fc.array(
      fc
        .tuple(
          fc.integer({ min: 1, max: 8 }),
          fc.constantFrom('r', 's', 't'),
          fc.double({ min: 1, max: 5, noNaN: true }),
        )
        .map(([applicant, reviewer, score]) => review(`A-${applicant}`, reviewer, score)),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(anyReviews, (reviews) => {
        const fit = fitSeverity(reviews);
        if (fit.kind === 'raw') return;
        expect([...fit.scores.values(), ...fit.severities.values()].every(Number.isFinite)).toBe(true);
        expect(fit.scores.size).toBe(new Set(reviews.map(({ reference }) => reference)).size);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a round with too little data for the adjustment', () => {
  it('stays raw without reviews', () => {
    expect(fitSeverity([])).toEqual({ kind: 'raw', why: 'no-reviews', reviewers: [] });
  });

  const few = [review('a', 'hurried', 3), review('b', 'hurried', 4)];
  const many = Array.from({ length: 20 }, (_, index) => [
    review(`m-${index}`, 'mild', 2 + (index % 5) / 2),
    review(`m-${index}`, 'severe', 1 + (index % 5) / 2),
  ]).flat();

  it('stays raw when more than a twentieth are by reviewers with fewer than three, and says who', () => {
    expect(fitSeverity([...apart, ...few])).toEqual({ kind: 'raw', why: 'too-few-reviews', reviewers: ['hurried'] });
  });

  it('is adjusted if less are, without a severity of who has too few', () => {
    const fit = adjusted(fitSeverity([...apart, ...few, ...many]));
    expect([...fit.severities.keys()]).toEqual(['mild', 'severe']);
    expect(fit.severities.get('severe')).toBeGreaterThan(0);
  });

  it('stays raw when such reviewers alone have seen somebody', () => {
    const alone = [...apart, review('a', 'hurried', 3), review('n', 'hurried', 4), ...many];
    expect(fitSeverity(alone)).toEqual({ kind: 'raw', why: 'too-few-reviews', reviewers: ['hurried'] });
  });

  it('stays raw when reviewers have fewer than five on average', () => {
    const four = apart.filter(({ reference }) => reference !== 'e');
    expect(fitSeverity(four)).toEqual({ kind: 'raw', why: 'too-few-reviews', reviewers: [] });
  });

  it('stays raw when reviewers share no applicants, and says who is apart', () => {
    const alone = ['v', 'w', 'x', 'y', 'z'].map((reference) => review(reference, 'alone', 3));
    expect(fitSeverity([...apart, ...alone])).toEqual({ kind: 'raw', why: 'not-connected', reviewers: ['alone'] });
  });

  it('is adjusted as soon as one shared applicant connects them', () => {
    const joined = ['a', 'w', 'x', 'y', 'z'].map((reference) => review(reference, 'joined', 3));
    expect(fitSeverity([...apart, ...joined]).kind).toBe('adjusted');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TieBreak } from '../../../functions/rounds/admission-rules.ts';
import { type Candidate, rank } from '../../../functions/selection/ranking.ts';
import { anyCandidates, candidate, shuffled } from './candidates.ts';

const chain: TieBreak[] = [{ by: 'criterion', criterion: 'motivation' }, { by: 'median' }];
const byMean = { by: 'mean', tieBreaks: chain } as const;
const order = (candidates: readonly Candidate[], rules: Parameters<typeof rank>[1]) =>
  rank(candidates, rules).map(({ reference, place, score, tieBreak, unplaceable }) =>
    [place, reference, score, tieBreak, unplaceable].filter((part) => part !== undefined),
  );

const withScores = (reference: string, mean: number, change: Partial<NonNullable<Candidate['scores']>>) =>
  candidate(reference, mean, {
    scores: { reviews: 2, mean, median: mean, spread: 0, criteria: { motivation: 3 }, ...change },
  });

describe('the ranking', () => {
  it('names what separated each from the one before it', () => {
    const candidates = [
      withScores('lot-1', 3, {}),
      withScores('first', 4, {}),
      withScores('criterion', 4, { criteria: { motivation: 2 } }),
      withScores('lot-2', 3, {}),
      withScores('median', 3, { median: 3.5 }),
    ];
    expect(order(candidates, byMean)).toEqual([
      [1, 'first', 4],
      [2, 'criterion', 4, 'criterion:motivation'],
      [3, 'median', 3],
      [4, 'lot-1', 3, 'median'],
      [5, 'lot-2', 3, 'lot'],
    ]);
  });

  it('puts the lower lot first', () => {
    const candidates = [candidate('a', 3, { lot: 'f0' }), candidate('b', 3, { lot: '0f' })];
    expect(order(candidates, byMean).map(([, reference]) => reference)).toEqual(['b', 'a']);
  });

  it('takes the score that the round has chosen', () => {
    const candidates = [
      withScores('mean', 4, { median: 2 }),
      withScores('median', 3, { median: 5 }),
      { ...withScores('adjusted', 2, { median: 1 }), adjusted: 4.5 },
    ].map((one) => ({ adjusted: 1, ...one }));
    for (const by of ['mean', 'median', 'adjusted'] as const) {
      expect(rank(candidates, { by, tieBreaks: [] })[0]).toMatchObject({ reference: by, rankedBy: by });
    }
  });

  it('takes the mean for everybody when somebody with a review has no adjusted score', () => {
    const ranked = rank([candidate('a', 3), candidate('b', 2, { adjusted: 5 })], { by: 'adjusted', tieBreaks: [] });
    expect(ranked).toMatchObject([
      { reference: 'a', rankedBy: 'mean', score: 3 },
      { reference: 'b', rankedBy: 'mean', score: 2 },
    ]);
  });

  it('puts who cannot be placed last, with the reason', () => {
    const candidates = [
      candidate('none-2', 0, { scores: undefined }),
      candidate('none-1', 0, { scores: undefined }),
      candidate('low', 2.4),
      candidate('lower', 1),
      candidate('at-minimum', 2.5),
    ];
    expect(order(candidates, { ...byMean, minimum: 2.5 })).toEqual([
      [1, 'at-minimum', 2.5],
      [2, 'low', 2.4, 'below-minimum'],
      [3, 'lower', 1, 'below-minimum'],
      [4, 'none-1', 'no-reviews'],
      [5, 'none-2', 'lot', 'no-reviews'],
    ]);
  });

  it('is the same for the candidates in any order', () => {
    const given = anyCandidates().chain((list) => fc.tuple(fc.constant(list), shuffled(list)));
    const rules = { ...byMean, minimum: 2 };
    fc.assert(
      fc.property(given, ([list, other]) => {
        expect(rank(other, rules)).toEqual(rank(list, rules));
      }),
    );
  });

  it('never puts a higher score below a lower one, or a place twice', () => {
    fc.assert(
      fc.property(anyCandidates(), (list) => {
        const ranked = rank(list, byMean);
        expect(ranked.map(({ place }) => place)).toEqual(list.map((_, index) => index + 1));
        const scores = ranked.flatMap(({ score }) => score ?? []);
        expect(scores).toEqual([...scores].sort((a, b) => b - a));
      }),
    );
  });

  it('refuses to rank a reference twice', () => {
    expect(() => rank([candidate('a', 3), candidate('a', 4)], byMean)).toThrow(
      expect.objectContaining({ name: 'EntryTwice' }),
    );
  });
});

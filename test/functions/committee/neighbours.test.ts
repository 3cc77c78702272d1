import { describe, expect, it } from 'vitest';
import { neighboursOf } from '../../../functions/committee/neighbours.ts';

/** Five in the order of places; the second and the fifth are near the cut. */
const entries = ['a', 'b', 'c', 'd', 'e'].map((reference, index) => ({
  reference,
  place: index + 1,
  nearCut: index === 1 || index === 4,
}));
const beside = (reference: string): string => {
  const found = neighboursOf(entries, reference);
  const links = [found?.previous, found?.next, found?.previousNear, found?.nextNear];
  return [...links.map((entry) => entry?.reference ?? '-'), found?.place].join(' ');
};

describe('the cases beside one', () => {
  it('are those before and after it, and near the cut those that are not the same', () => {
    expect(['a', 'b', 'c', 'd', 'e'].map(beside)).toEqual([
      '- b - - 1',
      'a c - e 2',
      'b d - e 3',
      'c e b - 4',
      'd - b - 5',
    ]);
  });

  it('are none of who is not in the ranking', () => {
    expect(neighboursOf(entries, 'x')).toBeUndefined();
  });
});

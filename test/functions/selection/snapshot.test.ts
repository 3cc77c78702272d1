import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Candidate } from '../../../functions/selection/ranking.ts';
import {
  freezeRanking,
  inputsHashOf,
  isUnaltered,
  type RankingToFreeze,
  snapshotSchema,
} from '../../../functions/selection/snapshot.ts';
import { canonicalHash } from '../../../functions/shared/database/canonical.ts';
import { instantSchema } from '../../../functions/shared/time.ts';
import { anyCandidates, candidate, shuffled } from './candidates.ts';
import { rulesWith } from './rules.ts';

const quotas = [
  { id: 'early', title: { ko: '글', en: 'words' }, seats: 2, rule: 'at-most', field: 'years', most: 3 } as const,
];
const freeze = (candidates: readonly Candidate[], change: Partial<RankingToFreeze> = {}) =>
  freezeRanking({
    round: { id: 'academy-2027h1', version: 3, capacity: 4 },
    rules: rulesWith({ minimum: 2, quotas }),
    candidates,
    whyRaw: 'too-few-reviews',
    inputsHash: canonicalHash('inputs'),
    seedHash: canonicalHash('seed'),
    at: instantSchema.parse('2027-02-12T01:00:00Z'),
    by: 'system:admission',
    ...change,
  });

type Path = readonly (string | number)[];

/** The paths of everything in a value that is neither object nor list. */
const leaves = (value: unknown, path: Path = []): Path[] =>
  value && typeof value === 'object'
    ? Object.entries(value).flatMap(([name, field]) => leaves(field, [...path, name]))
    : value === undefined
      ? []
      : [path];

/** A copy in which the value at the path is another one. */
function altered(value: unknown, [name, ...rest]: Path): unknown {
  if (name === undefined) return typeof value === 'number' ? value + 1 : `${value}x`;
  if (Array.isArray(value)) return value.map((part, index) => (index === Number(name) ? altered(part, rest) : part));
  return value && typeof value === 'object'
    ? Object.fromEntries(Object.entries(value).map(([key, part]) => [key, key === name ? altered(part, rest) : part]))
    : value;
}

describe('a frozen ranking', () => {
  it('has all that decided it', () => {
    const best = candidate('A-1', 4, { quotas: ['early'] });
    const snapshot = freeze([candidate('A-2', 1.5), best]);
    expect(snapshot).toMatchObject({
      number: 1,
      roundId: 'academy-2027h1',
      roundVersion: 3,
      rulesHash: canonicalHash(rulesWith({ minimum: 2, quotas })),
      model: { rankedBy: 'mean', whyRaw: 'too-few-reviews' },
      cut: { place: 1, score: 4 },
      quotaCuts: { early: { place: 1, score: 4 } },
      entries: [
        {
          reference: 'A-1',
          place: 1,
          scores: { ranked: 4, mean: 4, median: 4, spread: 0, criteria: { motivation: 3 } },
          quotas: ['early'],
          flags: [],
          outcome: { outcome: 'SEAT', seat: 1, kind: 'early' },
          nearCut: true,
        },
        { reference: 'A-2', place: 2, flags: ['below-minimum'], outcome: { outcome: 'NOT_SELECTED' }, nearCut: false },
      ],
    });
  });

  it('flags reviews that lie apart, are too few, or are none', () => {
    const scores = { reviews: 1, mean: 3, median: 3, spread: 1.6, criteria: {} };
    const { entries } = freeze([candidate('A-1', 3, { scores }), candidate('A-2', 0, { scores: undefined })]);
    expect(entries.map(({ flags }) => flags)).toEqual([['divergent', 'few-reviews'], ['no-reviews']]);
  });

  it('follows the one before it in a chain', () => {
    const first = freeze([candidate('A-1', 4)]);
    expect(freeze([candidate('A-1', 3)], { previous: first })).toMatchObject({
      number: 2,
      basedOn: { number: 1, hash: first.snapshotHash },
    });
  });

  it('has the same hash for the candidates in any order', () => {
    const given = anyCandidates(20).chain((list) => fc.tuple(fc.constant(list), shuffled(list)));
    fc.assert(
      fc.property(given, ([list, other]) => {
        expect(freeze(other).snapshotHash).toBe(freeze(list).snapshotHash);
      }),
    );
  });

  it('is unaltered after a way through JSON', () => {
    fc.assert(
      fc.property(anyCandidates(20), (list) => {
        expect(isUnaltered(snapshotSchema.parse(JSON.parse(JSON.stringify(freeze(list)))))).toBe(true);
      }),
    );
  });

  it('shows the alteration of any field', () => {
    fc.assert(
      fc.property(anyCandidates(12), fc.nat(), (list, which) => {
        const { snapshotHash, ...content } = freeze(list);
        const paths = leaves(content);
        const changed = altered(content, paths[which % paths.length] ?? []);
        expect(canonicalHash(content)).toBe(snapshotHash);
        expect(canonicalHash(changed)).not.toBe(snapshotHash);
      }),
      { numRuns: 1000 },
    );
  });

  it('shows that an entry was taken away or has changed places', () => {
    const snapshot = freeze([candidate('A-1', 4), candidate('A-2', 3)]);
    expect(isUnaltered({ ...snapshot, entries: snapshot.entries.slice(1) })).toBe(false);
    expect(isUnaltered({ ...snapshot, entries: snapshot.entries.toReversed() })).toBe(false);
  });

  it('is unaltered if a move was recorded without its place and snapshot, as it once was', () => {
    const { snapshotHash: _, ...snapshot } = freeze([candidate('A-1', 4), candidate('A-2', 3)]);
    const moved = { from: 2, reason: 'words', by: 'person:seo-hana' };
    const content = { ...snapshot, entries: snapshot.entries.map((entry) => ({ ...entry, moved })) };
    const stored: unknown = JSON.parse(JSON.stringify({ ...content, snapshotHash: canonicalHash(content) }));
    expect(isUnaltered(snapshotSchema.parse(stored))).toBe(true);
  });

  it('may be of a round in which nobody applied', () => {
    const snapshot = freeze([]);
    expect(snapshot).toMatchObject({ entries: [], quotaCuts: {} });
    expect(isUnaltered(snapshot)).toBe(true);
  });
});

describe('the hash of the inputs', () => {
  const review = { reference: 'A-1', reviewer: 'han-jisoo', revision: 2, scores: { motivation: 3, fit: 4 } };
  const other = { ...review, reviewer: 'yoon-seojun' };

  it('is the same for the reviews in any order', () => {
    expect(inputsHashOf([review, other])).toBe(inputsHashOf([other, review]));
  });

  it.each([{ reference: 'A-2' }, { reviewer: 'yoon-seojun' }, { revision: 3 }, { scores: { motivation: 4, fit: 3 } }])(
    'is another one with %o',
    (change) => {
      expect(inputsHashOf([{ ...review, ...change }])).not.toBe(inputsHashOf([review]));
    },
  );
});

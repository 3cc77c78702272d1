import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allocate, type InLine, type Seating } from '../../../functions/selection/allocation.ts';
import { anyCase, early, line, seating } from '../committee/lines.ts';

describe('near the cut', () => {
  const near = (entries: readonly InLine[], rules: Seating) => [...allocate(entries, rules).nearCut];
  const places = (letters: string, rules: Partial<Seating>) =>
    near(line(letters), seating(rules))
      .map((reference) => Number(reference.slice(2)))
      .sort((a, b) => a - b);

  it.each([
    ['are so many on each side as the round says', '.......', { nearCut: 2 }, [2, 3, 4, 5]],
    ['is nobody who cannot be placed', '....x', { nearCut: 2 }, [2, 3, 4]],
    ['is nobody if nobody has a seat', 'xx', {}, []],
    ['is nobody if there is no seat', '..', { capacity: 0 }, []],
    [
      'of a quota are its members, however many others lie between them',
      '......e.e..e..',
      { capacity: 6, quotas: [{ id: 'early', seats: 2 }] },
      [4, 5, 9, 12],
    ],
    ['are only who goes without a seat of a quota', '..e..', { capacity: 2, quotas: [early] }, [1, 2, 3]],
    [
      'is nobody by a quota whose members would get open seats anyway',
      'e.e.......',
      { capacity: 6, quotas: [{ id: 'early', seats: 2 }] },
      [6, 7],
    ],
    [
      'is whoever would get neither the seat of the quota nor an open one, two places further down',
      'e...ee....',
      { capacity: 6, quotas: [{ id: 'early', seats: 2 }], nearCut: 2 },
      [5, 6, 7, 8],
    ],
    [
      'of a quota is nobody for having an open seat above it',
      'e...e..e.e',
      { capacity: 6, quotas: [{ id: 'early', seats: 2 }], fill: 'open-first', nearCut: 3 },
      [2, 3, 4, 5, 6, 7, 8, 9, 10],
    ],
    [
      'of a quota are its members only, if all seats are kept',
      '.e.e..e',
      { capacity: 2, quotas: [{ id: 'early', seats: 2 }] },
      [4, 7],
    ],
  ] satisfies [string, string, Partial<Seating>, number[]][])('%s: %s', (_, letters, rules, expected) => {
    expect(places(letters, rules)).toEqual(expected);
  });

  const withSeats = (entries: readonly InLine[], rules: Seating): ReadonlySet<string> =>
    new Set(
      [...allocate(entries, rules).outcomes].flatMap(([reference, { outcome }]) =>
        outcome === 'SEAT' ? [reference] : [],
      ),
    );
  const renumbered = (order: readonly InLine[]): InLine[] =>
    order.map((entry, index) => ({ ...entry, place: index + 1 }));
  /** The line after somebody went from one index to another. */
  const movedTo = (entries: readonly InLine[], from: number, to: number): InLine[] => {
    const others = entries.toSpliced(from, 1);
    return renumbered(others.toSpliced(to, 0, ...entries.slice(from, from + 1)));
  };
  const exchanged = (entries: readonly InLine[], one: number, other: number): InLine[] =>
    renumbered(entries.map((entry, index) => entries[index === one ? other : index === other ? one : index] ?? entry));
  const indices = (entries: readonly InLine[]): number[] => entries.map((_, index) => index);

  /** With several quotas a change may go on from one to the next: that far the rule does not look. */
  const oneQuota = anyCase.map(({ entries, rules }) => ({
    entries: renumbered(entries.filter(({ placeable }) => placeable)),
    rules: { ...rules, quotas: rules.quotas.slice(0, 1) },
  }));

  it('is whoever a few places more or fewer would give or cost a seat', () => {
    fc.assert(
      fc.property(oneQuota, ({ entries, rules }) => {
        const found = near(entries, rules);
        const seats = withSeats(entries, rules);
        const sways = (from: number, reference: string): boolean =>
          indices(entries)
            .filter((to) => Math.abs(to - from) <= rules.nearCut)
            .some((to) => withSeats(movedTo(entries, from, to), rules).has(reference) !== seats.has(reference));
        for (const [index, { reference }] of entries.entries())
          if (sways(index, reference)) expect(found).toContain(reference);
      }),
      { numRuns: 1000 },
    );
  });

  it('is whoever would gain or lose a seat if who is nearest came first or last', () => {
    fc.assert(
      fc.property(oneQuota, ({ entries, rules: given }) => {
        const rules = { ...given, nearCut: 1 };
        const found = near(entries, rules);
        const seats = withSeats(entries, rules);
        for (const reference of found) {
          const from = entries.findIndex((entry) => entry.reference === reference);
          const after = withSeats(movedTo(entries, from, seats.has(reference) ? entries.length : 0), rules);
          expect(found).toEqual(expect.arrayContaining([...seats.symmetricDifference(after)]));
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('is nobody without a seat who would not have one in the place of somebody near who has', () => {
    fc.assert(
      fc.property(anyCase, ({ entries, rules }) => {
        const seats = withSeats(entries, rules);
        const at = indices(entries).filter((index) => near(entries, rules).includes(entries[index]?.reference ?? ''));
        const above = at.filter((index) => seats.has(entries[index]?.reference ?? ''));
        for (const index of at.filter((one) => !above.includes(one))) {
          const reference = entries[index]?.reference ?? '';
          const gains = above.some((other) => withSeats(exchanged(entries, index, other), rules).has(reference));
          expect(gains).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});

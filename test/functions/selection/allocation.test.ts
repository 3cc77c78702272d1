import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Quota } from '../../../functions/rounds/admission-rules.ts';
import { allocate, type InLine, quotasOf, type Seating } from '../../../functions/selection/allocation.ts';
import { anyCase, early, line, regional, seating } from '../committee/lines.ts';

const title = { ko: '글', en: 'words' };

/** In the order of places: `1 open` seat and kind, `w1` waitlist, `-` not selected. */
const outcomes = (entries: readonly InLine[], rules: Seating): string[] =>
  [...allocate(entries, rules).outcomes.values()].map((outcome) => {
    if (outcome.outcome === 'SEAT') return `${outcome.seat} ${outcome.kind}`;
    return outcome.outcome === 'WAITLIST' ? `w${outcome.number}` : '-';
  });

describe('the seats', () => {
  it.each([
    ['go by place, then the waitlist', '......', {}, ['1 open', '2 open', '3 open', 'w1', 'w2', '-']],
    ['are not all filled when there are fewer applicants', '..', {}, ['1 open', '2 open']],
    ['go to nobody who cannot be placed', '.xx', {}, ['1 open', '-', '-']],
    ['of a quota go first', '...e', { quotas: [early] }, ['2 open', '3 open', 'w1', '1 early']],
    [
      'of a quota go to its best, who might have an open one',
      'e..e',
      { quotas: [early] },
      ['1 early', '2 open', '3 open', 'w1'],
    ],
    [
      'that are open go first if the round says so',
      'e..e',
      { quotas: [early], fill: 'open-first' },
      ['1 open', '2 open', 'w1', '3 early'],
    ],
    ['of a quota without anybody left are open', '....', { quotas: [early] }, ['1 open', '2 open', '3 open', 'w1']],
    [
      'of several quotas go in the order of the file',
      'b.er',
      { quotas: [early, regional] },
      ['1 early', '3 open', 'w1', '2 regional'],
    ],
    [
      'of a quota never go beyond the capacity',
      'eeee',
      { quotas: [{ id: 'early', seats: 9 }] },
      ['1 early', '2 early', '3 early', 'w1'],
    ],
  ] satisfies [string, string, Partial<Seating>, string[]][])('%s: %s', (_, letters, rules, expected) => {
    expect(outcomes(line(letters), seating(rules))).toEqual(expected);
  });

  it('are never more than there are, none empty while somebody is left, and no number or person twice', () => {
    fc.assert(
      fc.property(anyCase, ({ entries, rules }) => {
        const seats = [...allocate(entries, rules).outcomes.values()].flatMap((outcome) =>
          outcome.outcome === 'SEAT' ? outcome.seat : [],
        );
        const placeable = entries.filter((entry) => entry.placeable).length;
        expect(seats.length).toBe(Math.min(rules.capacity, placeable));
        expect([...seats].sort((a, b) => a - b)).toEqual(seats.map((_, index) => index + 1));
      }),
    );
  });

  it('of a quota go to its members only, and no more of them than it has', () => {
    fc.assert(
      fc.property(anyCase, ({ entries, rules }) => {
        const { outcomes } = allocate(entries, rules);
        for (const { id, seats } of rules.quotas) {
          const holders = entries.filter(({ reference }) => {
            const outcome = outcomes.get(reference);
            return outcome?.outcome === 'SEAT' && outcome.kind === id;
          });
          expect(holders.length).toBeLessThanOrEqual(seats);
          expect(holders.every(({ quotas }) => quotas.includes(id))).toBe(true);
        }
      }),
    );
  });

  it('leave nobody out for somebody below them, except by a quota', () => {
    fc.assert(
      fc.property(anyCase, ({ entries, rules }) => {
        const { outcomes } = allocate(entries, rules);
        const at = ({ reference }: InLine) => outcomes.get(reference);
        const firstOut = entries.findIndex((entry) => at(entry)?.outcome !== 'SEAT');
        const below = firstOut < 0 ? [] : entries.slice(firstOut);
        expect(below.map(at).filter((outcome) => outcome?.outcome === 'SEAT' && outcome.kind === 'open')).toEqual([]);
      }),
    );
  });

  it('and the waitlist are followed by nobody who waits before them', () => {
    fc.assert(
      fc.property(anyCase, ({ entries, rules }) => {
        const left = outcomes(entries, rules).filter((outcome) => !outcome.includes(' '));
        const waiting = left.filter((outcome) => outcome.startsWith('w'));
        expect(waiting).toEqual(waiting.map((_, index) => `w${index + 1}`));
        expect(left.slice(0, waiting.length)).toEqual(waiting);
      }),
    );
  });
});

describe('the cut', () => {
  it('is the last open seat, and each quota has its own', () => {
    const { cut, quotaCuts } = allocate(line('...e.'), seating({ quotas: [early] }));
    expect(cut).toEqual({ place: 2, score: 4.9 });
    expect(quotaCuts).toEqual({ early: { place: 4, score: 4.7 } });
  });

  it('is the last seat of all if none is open', () => {
    expect(allocate(line('eer'), seating({ capacity: 1, quotas: [early] })).cut).toEqual({ place: 1, score: 5 });
  });

  it('does not exist if nobody has a seat', () => {
    expect(allocate(line('xx'), seating())).toMatchObject({ cut: undefined, quotaCuts: {} });
  });
});

describe('a quota', () => {
  const quotas: Quota[] = [
    { id: 'field', title, seats: 2, rule: 'any-of', field: 'field', values: ['it', 'finance'] },
    { id: 'early', title, seats: 2, rule: 'at-most', field: 'years', most: 3 },
  ];

  it.each([
    [{ field: 'it', years: '3' }, ['field', 'early']],
    [{ field: ['other', 'finance'], years: 2.5 }, ['field', 'early']],
    [{ field: 'other', years: 4 }, []],
    [{ field: [], years: '' }, []],
    [{ years: 'three' }, []],
    [{ years: ' 0 ' }, ['early']],
    [{}, []],
  ])('applies by the answers: %o is in %o', (answers, expected) => {
    expect(quotasOf(answers, quotas)).toEqual(expected);
  });
});

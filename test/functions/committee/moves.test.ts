import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differences, type Move, moveInRanking, seatsChanged } from '../../../functions/committee/moves.ts';
import { freezeRanking, isPlaceable, isUnaltered, type Snapshot } from '../../../functions/selection/snapshot.ts';
import { canonicalHash } from '../../../functions/shared/database/canonical.ts';
import { instantSchema } from '../../../functions/shared/time.ts';
import { anyCandidates, candidate } from '../selection/candidates.ts';
import { rulesWith } from '../selection/rules.ts';

const at = instantSchema.parse('2027-02-12T01:00:00Z');
const reason = 'Worked on exactly this for two years';
const frozen = (candidates: Parameters<typeof freezeRanking>[0]['candidates']): Snapshot =>
  freezeRanking({
    round: { id: 'academy-2027h1', version: 1, capacity: 2 },
    rules: rulesWith({ by: 'mean', minimum: 2 }, 2),
    candidates,
    inputsHash: canonicalHash('inputs'),
    seedHash: canonicalHash('seed'),
    at,
    by: 'system:admission',
  });
const five = () => frozen([...'ABCDE'].map((reference, index) => candidate(reference, 5 - index / 2)));
const order = ({ entries }: Snapshot): string => entries.map(({ reference }) => reference).join('');

function moved(snapshot: Snapshot, ...moves: Move[]): Snapshot {
  const result = moveInRanking(snapshot, moves, 'person:seo-hana', at);
  if (result.kind !== 'moved') throw new Error(JSON.stringify(result));
  return result.snapshot;
}

describe('a move by the committee', () => {
  it('makes the next snapshot, in which everybody else keeps their order', () => {
    const before = five();
    const after = moved(before, { reference: 'D', to: 1, reason: ` ${reason}\n` });
    expect(order(after)).toBe('DABCE');
    expect(after).toMatchObject({
      number: 2,
      basedOn: { number: 1, hash: before.snapshotHash },
      madeBy: 'person:seo-hana',
      cut: { place: 2, score: 5 },
    });
    expect(after.entries[0]).toMatchObject({
      place: 1,
      moved: { from: 4, to: 1, reason, by: 'person:seo-hana', snapshot: 2 },
    });
    expect(after.entries.filter((entry) => entry.moved)).toHaveLength(1);
    expect([isUnaltered(before), isUnaltered(after)]).toEqual([true, true]);
  });

  it('gives out the seats and the waitlist anew', () => {
    const after = moved(five(), { reference: 'D', to: 1, reason });
    expect(after.entries.map(({ reference, outcome }) => `${reference} ${outcome.outcome}`)).toEqual([
      'D SEAT',
      'A SEAT',
      'B WAITLIST',
      'C WAITLIST',
      'E NOT_SELECTED',
    ]);
  });

  it('may be several at once, in whatever order they are listed', () => {
    const moves = [
      { reference: 'E', to: 2, reason },
      { reference: 'A', to: 4, reason },
      { reference: 'C', to: 3, reason },
    ];
    expect(order(moved(five(), ...moves))).toBe('BECAD');
    expect(moved(five(), ...moves.toReversed()).snapshotHash).toBe(moved(five(), ...moves).snapshotHash);
  });

  it('there and back restores the order and the seats', () => {
    fc.assert(
      fc.property(anyCandidates(20), fc.nat(), fc.nat(), (candidates, which, where) => {
        const before = frozen(candidates);
        const placeable = before.entries.filter(isPlaceable);
        const chosen = placeable[which % placeable.length];
        const to = (where % placeable.length) + 1;
        if (!chosen || chosen.place === to) return;
        const there = moved(before, { reference: chosen.reference, to, reason });
        const back = moved(there, { reference: chosen.reference, to: chosen.place, reason });
        expect(differences(before, there).map(({ reference }) => reference)).toContain(chosen.reference);
        expect(differences(before, back)).toEqual([]);
        expect(back.number).toBe(3);
      }),
    );
  });

  it.each([
    ['unknown', [{ reference: 'X', to: 1, reason }]],
    ['no-reason', [{ reference: 'D', to: 1, reason: ' \n' }]],
    ['no-such-place', [{ reference: 'D', to: 0, reason }]],
    ['no-such-place', [{ reference: 'D', to: 6, reason }]],
    ['no-such-place', [{ reference: 'D', to: 1.5, reason }]],
    ['not-placeable', [{ reference: 'L', to: 1, reason }]],
    ['place-taken', [...'DE'].map((reference) => ({ reference, to: 1, reason }))],
    ['repeated', [1, 2].map((to) => ({ reference: 'D', to, reason }))],
  ])('is refused as %s: %o', (problem, moves) => {
    const snapshot = frozen([...'ABCDE', 'L'].map((reference, index) => candidate(reference, index < 5 ? 4 : 1)));
    expect(moveInRanking(snapshot, moves, 'person:seo-hana', at)).toEqual({
      kind: 'refused',
      problems: moves.map(({ reference }) => ({ reference, problem })),
    });
  });

  it('to where somebody is already makes no snapshot', () => {
    const still = [{ reference: 'D', to: 4, reason }];
    expect(moveInRanking(five(), still, 'person:seo-hana', at)).toEqual({ kind: 'unchanged' });
    expect(moveInRanking(five(), [], 'person:seo-hana', at)).toEqual({ kind: 'unchanged' });
  });

  it('keeps the record of an earlier move of somebody else', () => {
    const twice = moved(moved(five(), { reference: 'D', to: 1, reason }), { reference: 'E', to: 2, reason });
    expect(order(twice)).toBe('DEABC');
    expect(twice.entries.map((entry) => entry.moved?.from)).toEqual([4, 5, undefined, undefined, undefined]);
  });
});

describe('the difference between two snapshots', () => {
  it('is also who got a seat, and who lost it, and nobody whose seat has another number', () => {
    const before = five();
    const changed = (to: number) => [...seatsChanged(before, moved(before, { reference: 'E', to, reason }))];
    expect([changed(1), changed(2), changed(3)]).toEqual([['B', 'E'], ['B', 'E'], []]);
  });

  it('is who has another place or outcome', () => {
    const before = five();
    expect(differences(before, moved(before, { reference: 'C', to: 2, reason }))).toMatchObject([
      { reference: 'C', before: { place: 3, outcome: { outcome: 'WAITLIST', number: 1 } }, after: { place: 2 } },
      { reference: 'B', before: { place: 2 }, after: { place: 3, outcome: { outcome: 'WAITLIST', number: 1 } } },
    ]);
  });

  it('has who came and who left', () => {
    const found = differences(frozen([candidate('A', 4)]), frozen([candidate('B', 4)]));
    expect(found.map(({ reference, before, after }) => [reference, before?.place, after?.place])).toEqual([
      ['B', undefined, 1],
      ['A', 1, undefined],
    ]);
  });
});

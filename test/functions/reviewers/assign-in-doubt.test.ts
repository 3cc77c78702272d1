import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignInDoubt } from '../../../functions/reviewers/assign-in-doubt.ts';
import { assignReviewers } from '../../../functions/reviewers/assignment.ts';
import { type Interest, type Interests, surely } from '../../../functions/reviewers/conflicts.ts';

const applications = (count: number, wanted: number) =>
  Array.from({ length: count }, (_, at) => ({ reference: `A-${at}`, lang: 'ko' as const, wanted, had: [] }));
const reviewers = (count: number, capacity: number) =>
  Array.from({ length: count }, (_, at) => ({ id: `r-${at}`, languages: ['ko'] as const, capacity, load: 0 }));

describe('what only looks like a conflict', () => {
  it('keeps a reviewer away while somebody else can review', () => {
    const interests: Interests<Interest> = (_, id) => (id === 'r-0' ? 'in-doubt' : undefined);
    const { assigned, missing } = assignInDoubt(applications(3, 2), reviewers(3, 9), interests);
    expect(assigned.flatMap((one) => one.reviewers)).not.toContain('r-0');
    expect(missing).toEqual([]);
  });

  it('keeps nobody away from what would else have no review', () => {
    const interests: Interests<Interest> = (_, id) =>
      id === 'r-0' ? 'in-doubt' : id === 'r-1' ? 'declared' : undefined;
    const { assigned, missing, loads } = assignInDoubt(applications(1, 3), reviewers(3, 9), interests);
    expect(assigned).toEqual([{ reference: 'A-0', reviewers: ['r-0', 'r-2'] }]);
    expect(missing).toEqual([
      { reference: 'A-0', count: 1, why: { had: 0, conflict: 1, away: 0, language: 0, capacity: 0 } },
    ]);
    expect(loads.map(({ after }) => after)).toEqual([1, 0, 1]);
  });

  it('changes nothing for those with whom nobody is in doubt, gives no review to a conflict, and takes none away', () => {
    const found = fc.constantFrom<(Interest | undefined)[]>(undefined, undefined, undefined, 'in-doubt', 'affiliation');
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 1, max: 5 }),
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 1, max: 6 }),
        fc.array(found, { minLength: 40, maxLength: 40 }),
        (count, people, wanted, capacity, table) => {
          const interests: Interests<Interest> = (reference, id) =>
            table[Number(reference.slice(2)) * 5 + Number(id.slice(2))];
          const some = applications(count, wanted);
          const all = reviewers(people, capacity);
          const result = assignInDoubt(some, all, interests);
          const clear = assignReviewers(some, all, interests);
          const given = new Map(result.assigned.map((one) => [one.reference, one.reviewers]));
          for (const one of clear.assigned) {
            expect(given.get(one.reference)).toEqual(expect.arrayContaining([...one.reviewers]));
          }
          const short = new Set(clear.missing.map(({ reference }) => reference));
          const loads = new Map<string, number>();
          for (const { reference, reviewers: ids } of result.assigned) {
            expect(new Set(ids).size).toBe(ids.length);
            for (const id of ids) {
              loads.set(id, (loads.get(id) ?? 0) + 1);
              const why = interests(reference, id);
              expect(why === undefined || (why === 'in-doubt' && short.has(reference))).toBe(true);
            }
          }
          for (const { id, after } of result.loads) {
            expect(after).toBe(loads.get(id) ?? 0);
            expect(after).toBeLessThanOrEqual(capacity);
          }
          for (const { reference, count: lacking, why } of result.missing) {
            expect((given.get(reference)?.length ?? 0) + lacking).toBe(wanted);
            const sure = all.filter(({ id }) => surely(interests)(reference, id) !== undefined);
            expect(why.conflict).toBe(sure.length);
            expect(why.had).toBe(0);
          }
        },
      ),
      { numRuns: 500 },
    );
  });
});

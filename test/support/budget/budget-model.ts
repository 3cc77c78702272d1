import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { type BudgetLine, freeOf } from '../../../functions/budget/budget.ts';
import { instantSchema } from '../../../functions/shared/time.ts';
import { testSeed } from '../seed.ts';
import { openBudget } from './open-budget.ts';

const now = instantSchema.parse('2027-01-04T00:00:00Z');

/** What may be asked for, some of it at once. */
const act = fc.oneof(
  fc.record({
    do: fc.constant('ceiling' as const),
    amount: fc.nat(3_000),
    line: fc.constantFrom('lecturers', 'travel'),
  }),
  fc.record({
    do: fc.constant('plan' as const),
    id: fc.constantFrom('one', 'two'),
    amount: fc.nat(1_500),
    line: fc.constantFrom('lecturers', 'travel'),
  }),
  fc.record({
    do: fc.constant('draw' as const),
    claim: fc.constantFrom('c1', 'c2', 'c3', 'c4'),
    id: fc.constantFrom('one', 'two'),
    amount: fc.nat(800),
  }),
  fc.record({ do: fc.constant('put back' as const), claim: fc.constantFrom('c1', 'c2', 'c3', 'c4') }),
);

/** Sums of lines and commitments, after each of some things that happen at once. */
export function budgetModel(runs: number): void {
  it('whatever is loaded, planned, drawn and put back, in whatever order and at once, no line is over its ceiling and every sum is right', async () => {
    const seed = testSeed();
    console.log(`budget: seed ${seed}`);
    const at = fc.asyncProperty(
      fc.array(fc.array(act, { minLength: 1, maxLength: 3 }), { maxLength: 12 }),
      async (steps) => {
        vi.spyOn(Math, 'random').mockReturnValue(0);
        const { deps, ceiling, plan, draw, drawn: drawnBy, putBack } = openBudget(now);
        const drawn = new Map<string, number>();
        for (const together of steps) {
          await Promise.all(
            together.map(async (one) => {
              if (one.do === 'ceiling') await ceiling(one.amount, one.line);
              if (one.do === 'plan') await plan(one.id, one.amount, one.line);
              if (one.do === 'draw') await draw(one.claim, one.id, one.amount);
              if (one.do === 'put back') await putBack(one.claim);
            }),
          );
          drawn.clear();
          for (const claim of ['c1', 'c2', 'c3', 'c4']) {
            const found = await drawnBy(claim);
            if (found) drawn.set(found.commitment, (drawn.get(found.commitment) ?? 0) + found.amount);
          }
          const lines = await deps.budgets.linesOf(2027);
          const found = await Promise.all(['one', 'two'].map((id) => deps.budgets.commitment(id)));
          const commitments = found.filter((one) => one !== undefined);
          for (const line of lines)
            expectRight(
              line,
              commitments.flatMap(({ parts }) => parts),
            );
          for (const { id, parts } of commitments) {
            expect(parts.reduce((sum, { spent }) => sum + spent, 0)).toBe(drawn.get(id) ?? 0);
          }
        }
      },
    );
    await fc.assert(at, { seed, numRuns: runs });
    vi.restoreAllMocks();
  });
}

function expectRight(line: BudgetLine, parts: readonly { line: string; reserved: number; spent: number }[]): void {
  const own = parts.filter((part) => part.line === line.line);
  const sum = (of: 'reserved' | 'spent') => own.reduce((all, part) => all + part[of], 0);
  expect(line.reserved).toBe(sum('reserved'));
  expect(line.spent).toBe(sum('spent'));
  expect(freeOf(line)).toBeGreaterThanOrEqual(0);
  expect(line.reserved + line.spent + freeOf(line)).toBe(line.ceiling);
}

import { wire } from '../../../functions/app/wiring.ts';
import { commitBudget } from '../../../functions/budget/commit-budget.ts';
import { type BudgetParts, drawParts, putPartsBack } from '../../../functions/budget/draw-parts.ts';
import { loadBudget } from '../../../functions/budget/load-budget.ts';
import { decideAgainOnConflict } from '../../../functions/shared/errors.ts';
import type { Instant } from '../../../functions/shared/time.ts';
import { tries } from '../../../functions/shared/tries.ts';
import { memoryDatabase, memoryTables } from '../memory/memory-database.ts';

const by = 'operator:test';
const title = { ko: '강사료', en: 'Fees' };

/** A budget of its own in memory, with all that moves its money. */
export function openBudget(now: Instant) {
  const { db } = memoryDatabase();
  const deps = wire(memoryTables, db);
  const line = (name = 'lecturers', year = 2027) => deps.budgets.line({ year, line: name });
  const drawn = (claim: string) => deps.budgets.draw(`${claim}#2027#lecturers`);
  const store = async ({ changes, events: [first, ...more] }: BudgetParts): Promise<void> => {
    if (first) await deps.commit({ changes, events: [first, ...more] });
  };
  return {
    db,
    deps,
    line,
    ceiling: (ceiling: number, name = 'lecturers', year = 2027) =>
      loadBudget(
        deps,
        { by, file: { year, example: true, lines: { [name]: { title, ceiling, source: 'made up' } } } },
        now,
      ),
    plan: (id: string, amount: number, name = 'lecturers', year = 2027) =>
      commitBudget(deps, { id, by, plan: amount > 0 ? [{ year, line: name, amount }] : [] }, now),
    drawn,
    /** As a decision does that commits nothing else: once, however often it is tried. */
    draw: (claim: string, commitment: string, amount: number) =>
      decideAgainOnConflict(async () => {
        if (await drawn(claim)) return { kind: 'drawn' } as const;
        const parts = [{ year: 2027, line: 'lecturers', amount }];
        const found = await drawParts(deps.budgets, { claim, commitment, parts, by, adding: false }, now);
        if (found.kind === 'waits-for-finance') return { kind: found.kind, by: found.parts[0]?.by };
        await store(found);
        return { kind: 'drawn' } as const;
      }, tries.nextInLine),
    putBack: (claim: string) =>
      decideAgainOnConflict(async () => {
        const draw = await drawn(claim);
        if (!draw) return;
        const { commitment, ...part } = draw;
        await store(await putPartsBack(deps.budgets, { claim, commitment, parts: [part], by }, now));
      }, tries.nextInLine),
  };
}

import type { Commit } from '../shared/database/commit.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { type Planned, partsBy } from './budget.ts';
import type { BudgetsTable } from './budgets-table.ts';
import { moveMoney, type Shortfall } from './move-money.ts';

export type CommitBudgetOutcome =
  | { readonly kind: 'committed' | 'unchanged' }
  /** Over the ceiling: nothing is reserved, of no line. */
  | { readonly kind: 'short'; readonly lines: readonly Shortfall[] };

/**
 * Reserves what a timetable is planned to cost, before anybody teaches; by a further plan, the difference; without one,
 * all is freed that was not claimed. One transaction, whatever the timetable's size: its sums are by line and year.
 */
export async function commitBudget(
  { budgets, commit }: { readonly budgets: BudgetsTable; readonly commit: Commit },
  { id, plan, by }: { readonly id: string; readonly plan: readonly Planned[]; readonly by: string },
  now: Instant,
): Promise<CommitBudgetOutcome> {
  return decideAgainOnConflict(async () => {
    const was = await budgets.commitment(id);
    const parts = partsBy(plan, was?.parts ?? []);
    const moved = await moveMoney(budgets, { id, was, parts });
    if (moved.kind !== 'moved') return moved;
    const data = { parts: parts.map(({ year, line, reserved, spent }) => `${year} ${line} ${reserved} ${spent}`) };
    await commit({
      changes: moved.changes,
      events: [{ subject: `commitment#${id}`, type: 'BudgetCommitted', by, at: now, data }],
    });
    return { kind: 'committed' };
  }, tries.contested);
}

import type { Change } from '../shared/database/database.ts';
import { type BudgetLine, type Commitment, freeOf, lineKey, type Part, type Planned } from './budget.ts';
import type { BudgetsTable } from './budgets-table.ts';

/** A line that has less than is wanted; one that there is not has nothing. */
export interface Shortfall extends Pick<Planned, 'year' | 'line'> {
  /** In won. */
  readonly by: number;
}

export type Moved =
  | { readonly kind: 'moved'; readonly changes: readonly Change[] }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'short'; readonly lines: readonly Shortfall[] };

/**
 * The next parts of a commitment, with the same won moved in the lines of the budget: the one place where amounts of
 * both change, so that the sums of all commitments are those of the lines.
 */
export async function moveMoney(
  budgets: BudgetsTable,
  { id, was, parts }: { readonly id: string; readonly was: Commitment | undefined; readonly parts: readonly Part[] },
): Promise<Moved> {
  const before = new Map((was?.parts ?? []).map((part) => [lineKey(part), part]));
  const moves = parts
    .map((part) => {
      const { reserved = 0, spent = 0 } = before.get(lineKey(part)) ?? {};
      return { part, reserved: part.reserved - reserved, spent: part.spent - spent };
    })
    .filter(({ reserved, spent }) => reserved !== 0 || spent !== 0);
  if (moves.length === 0) return { kind: 'unchanged' };
  const lines = await Promise.all(moves.map(async (move) => ({ ...move, line: await budgets.line(move.part) })));
  const short = lines.flatMap(({ part: { year, line: name }, line, reserved, spent }) => {
    const by = reserved + spent - (line ? freeOf(line) : 0);
    return by > 0 || !line ? [{ year, line: name, by }] : [];
  });
  if (short.length > 0) return { kind: 'short', lines: short };
  const next: Commitment = { ...was, id, parts: [...parts], revision: (was?.revision ?? 0) + 1 };
  return {
    kind: 'moved',
    changes: [
      budgets.saveCommitment(next, was),
      ...lines.flatMap(({ line, reserved, spent }) =>
        line ? [budgets.saveLine(movedLine(line, { reserved, spent }), line)] : [],
      ),
    ],
  };
}

const movedLine = (line: BudgetLine, by: Pick<BudgetLine, 'reserved' | 'spent'>): BudgetLine => ({
  ...line,
  reserved: line.reserved + by.reserved,
  spent: line.spent + by.spent,
  revision: line.revision + 1,
});

import { isDeepStrictEqual } from 'node:util';
import type { EventDraft } from '../shared/database/audit.ts';
import type { Commit } from '../shared/database/commit.ts';
import type { Change } from '../shared/database/database.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { Instant, LocalDate } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { type BudgetLine, freeOf } from './budget.ts';
import type { BudgetFile } from './budget-file.ts';
import type { BudgetsTable } from './budgets-table.ts';

/** Lines whose ceiling would be below what is promised and spent, by so much. */
export type TooLow = readonly { readonly line: string; readonly by: number }[];

/** What of a budget's line is told before somebody confirms the file: nothing is lowered or left out in silence. */
export interface CeilingNotice {
  readonly line: string;
  readonly from: number;
  /** None: the file says nothing of the line, which stays as it is. */
  readonly to: number | undefined;
  /** What is neither reserved nor spent then. */
  readonly free: number;
}

export type LoadBudgetOutcome =
  | { readonly kind: 'loaded'; readonly changed: readonly string[] }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'too-low'; readonly lines: TooLow };

export type CeilingsPlan =
  | {
      readonly kind: 'changed';
      readonly changed: readonly string[];
      readonly changes: readonly Change[];
      readonly event: EventDraft;
    }
  | Exclude<LoadBudgetOutcome, { readonly kind: 'loaded' }>;

interface Given {
  readonly file: BudgetFile;
  readonly by: string;
}

/** What setting the ceilings of a year changes. Lines that the file does not name stay as they are. */
export async function planCeilings(budgets: BudgetsTable, { file, by }: Given, now: Instant): Promise<CeilingsPlan> {
  const present = new Map((await budgets.linesOf(file.year)).map((line) => [line.line, line]));
  const next = Object.entries(file.lines).flatMap(([line, { ceiling, title }]) => {
    const was = present.get(line);
    const isSame = was?.ceiling === ceiling && isDeepStrictEqual(was.title, title);
    return isSame ? [] : [{ was, line: withCeiling({ year: file.year, line, ceiling, title }, was) }];
  });
  const low = next.flatMap(({ line }) => (freeOf(line) < 0 ? [{ line: line.line, by: -freeOf(line) }] : []));
  if (low.length > 0) return { kind: 'too-low', lines: low };
  if (next.length === 0) return { kind: 'unchanged' };
  return {
    kind: 'changed',
    changed: next.map(({ line }) => line.line),
    changes: next.map(({ line, was }) => budgets.saveLine(line, was)),
    event: {
      subject: `budget#${file.year}`,
      type: 'BudgetLoaded',
      by,
      at: now,
      data: { ceilings: next.map(({ line }) => `${line.line} ${line.ceiling}`) },
    },
  };
}

/** The lines that a file would lower, and those that it leaves out. */
export async function ceilingNotices(
  budgets: Pick<BudgetsTable, 'linesOf'>,
  { year, lines }: Pick<BudgetFile, 'year' | 'lines'>,
): Promise<CeilingNotice[]> {
  return (await budgets.linesOf(year)).flatMap((was) => {
    const to = lines[was.line]?.ceiling;
    const free = freeOf({ ...was, ceiling: to ?? was.ceiling });
    return to === undefined || to < was.ceiling ? [{ line: was.line, from: was.ceiling, to, free }] : [];
  });
}

/** Whether a year's lines pay nothing more but what finance decides. */
export const isYearOver = (year: number, today: LocalDate): boolean => today > `${year}-12-31`;

/** Sets the ceilings of a year. */
export async function loadBudget(
  { budgets, commit }: { readonly budgets: BudgetsTable; readonly commit: Commit },
  given: Given,
  now: Instant,
): Promise<LoadBudgetOutcome> {
  return decideAgainOnConflict(async () => {
    const plan = await planCeilings(budgets, given, now);
    if (plan.kind !== 'changed') return plan;
    await commit({ changes: plan.changes, events: [plan.event] });
    return { kind: 'loaded', changed: plan.changed };
  }, tries.contested);
}

const withCeiling = (
  ceiling: Pick<BudgetLine, 'year' | 'line' | 'ceiling' | 'title'>,
  was: BudgetLine | undefined,
): BudgetLine => ({ reserved: 0, spent: 0, ...was, ...ceiling, revision: (was?.revision ?? 0) + 1 });

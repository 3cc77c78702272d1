import type { BudgetsTable } from '../budget/budgets-table.ts';
import type { Dependencies as Below } from '../lecturers/dependencies.ts';
import type { RulesTable } from './rules-table.ts';

/** What the use cases about files of rules reach; each asks for the few that it uses. */
export interface Dependencies extends Below {
  readonly budgets: BudgetsTable;
  readonly rules: RulesTable;
}

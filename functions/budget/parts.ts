import type { Database } from '../shared/database.ts';
import type { TableNames } from '../shared/environment.ts';
import { tableName } from '../shared/parts.ts';
import { budgetsTable } from './budgets-table.ts';

export const budgetParts = (names: TableNames, db: Database) => ({
  budgets: () => budgetsTable(db, tableName(names, 'BUDGETS_TABLE')),
});

import type { TableNames } from '../shared/aws/environment.ts';
import type { Database } from '../shared/database/database.ts';
import { tableName } from '../shared/parts.ts';
import { budgetsTable } from './budgets-table.ts';

export const budgetParts = (names: TableNames, db: Database) => ({
  budgets: () => budgetsTable(db, tableName(names, 'BUDGETS_TABLE')),
});

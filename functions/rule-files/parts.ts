import { budgetParts } from '../budget/parts.ts';
import { lecturersParts } from '../lecturers/parts.ts';
import type { TableNames } from '../shared/aws/environment.ts';
import type { Database } from '../shared/database/database.ts';
import { tableName } from '../shared/parts.ts';
import { rulesTable } from './rules-table.ts';

/** With the parts of the capabilities below. */
export const ruleFilesParts = (names: TableNames, db: Database) => ({
  ...lecturersParts(names, db),
  ...budgetParts(names, db),
  rules: () => rulesTable(db, tableName(names, 'RULES_TABLE')),
});

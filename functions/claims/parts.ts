import { ruleFilesParts } from '../rule-files/parts.ts';
import type { Database } from '../shared/database.ts';
import type { TableNames } from '../shared/environment.ts';
import { tableName } from '../shared/parts.ts';
import { claimsTable } from './claims-table.ts';

/** With the parts of the capabilities below. */
export const claimsParts = (names: TableNames, db: Database) => ({
  ...ruleFilesParts(names, db),
  claims: () => claimsTable(db, tableName(names, 'CLAIMS_TABLE')),
});

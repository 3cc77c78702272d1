import { ruleFilesParts } from '../rule-files/parts.ts';
import { storer } from '../shared/commit.ts';
import type { Database } from '../shared/database.ts';
import type { TableNames } from '../shared/environment.ts';
import { tableName } from '../shared/parts.ts';
import { claimsTable } from './claims-table.ts';

/** With the parts of the capabilities below. */
export const claimsParts = (names: TableNames, db: Database) => ({
  ...ruleFilesParts(names, db),
  store: () => storer(db, { outbox: tableName(names, 'OUTBOX_TABLE') }),
  claims: () => claimsTable(db, tableName(names, 'CLAIMS_TABLE')),
});

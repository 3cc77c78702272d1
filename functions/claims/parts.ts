import { ruleFilesParts } from '../rule-files/parts.ts';
import type { TableNames } from '../shared/aws/environment.ts';
import { storer } from '../shared/database/commit.ts';
import type { Database } from '../shared/database/database.ts';
import { tableName } from '../shared/parts.ts';
import { claimsTable } from './claims-table.ts';

/** With the parts of the capabilities below. */
export const claimsParts = (names: TableNames, db: Database) => ({
  ...ruleFilesParts(names, db),
  store: () => storer(db, { outbox: tableName(names, 'OUTBOX_TABLE') }),
  claims: () => claimsTable(db, tableName(names, 'CLAIMS_TABLE')),
});

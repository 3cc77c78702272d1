import { codesTable } from '../codes/codes-table.ts';
import { documentsParts } from '../documents/parts.ts';
import { addressesTable } from '../outbox/addresses-table.ts';
import { requestsTable } from '../requests/requests-table.ts';
import type { TableNames } from '../shared/aws/environment.ts';
import { storer } from '../shared/database/commit.ts';
import type { Database } from '../shared/database/database.ts';
import { tableName } from '../shared/parts.ts';
import { agreementsTable } from './agreements-table.ts';

/** With the parts of the blocks below. */
export const agreementsParts = (names: TableNames, db: Database) => ({
  ...documentsParts(names, db),
  agreements: () => agreementsTable(db, tableName(names, 'AGREEMENTS_TABLE')),
  requests: () => requestsTable(db, tableName(names, 'REQUESTS_TABLE')),
  codes: () => codesTable(db, tableName(names, 'CODES_TABLE')),
  addresses: () => addressesTable(db, tableName(names, 'ADDRESSES_TABLE')),
  store: () => storer(db, { outbox: tableName(names, 'OUTBOX_TABLE') }),
});

import { documentsParts } from '../documents/parts.ts';
import { requestsTable } from '../requests/requests-table.ts';
import type { TableNames } from '../shared/aws/environment.ts';
import type { Database } from '../shared/database/database.ts';
import { tableName } from '../shared/parts.ts';
import { checklistsTable } from './checklists-table.ts';

/** The tables of checklists, and of whoever is asked to do something of them. */
export const checklistsParts = (names: TableNames, db: Database) => ({
  ...documentsParts(names, db),
  requests: () => requestsTable(db, tableName(names, 'REQUESTS_TABLE')),
  checklists: () => checklistsTable(db, tableName(names, 'CHECKLISTS_TABLE')),
});

import { applicationsParts } from '../applications/parts.ts';
import type { TableNames } from '../shared/aws/environment.ts';
import type { Database } from '../shared/database/database.ts';
import { tableName } from '../shared/parts.ts';
import { screeningsTable } from './screenings-table.ts';

/** With the parts of the capabilities below. */
export const screeningParts = (names: TableNames, db: Database) => ({
  ...applicationsParts(names, db),
  screenings: () => screeningsTable(db, tableName(names, 'SCREENINGS_TABLE')),
});

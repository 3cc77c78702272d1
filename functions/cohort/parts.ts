import { seatsParts } from '../seats/parts.ts';
import type { TableNames } from '../shared/aws/environment.ts';
import type { Database } from '../shared/database/database.ts';
import { tableName } from '../shared/parts.ts';
import { statisticsTable } from './statistics-table.ts';

/** With the parts of the capabilities below. */
export const cohortParts = (names: TableNames, db: Database) => ({
  ...seatsParts(names, db),
  statistics: () => statisticsTable(db, tableName(names, 'ADMISSIONS_TABLE')),
});

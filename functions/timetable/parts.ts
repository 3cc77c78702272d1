import { cohortParts } from '../cohort/parts.ts';
import type { TableNames } from '../shared/aws/environment.ts';
import type { Database } from '../shared/database/database.ts';
import { tableName } from '../shared/parts.ts';
import { timetablesTable } from './timetables-table.ts';

/** With the parts of the capabilities below. */
export const timetableParts = (names: TableNames, db: Database) => ({
  ...cohortParts(names, db),
  timetables: () => timetablesTable(db, tableName(names, 'TIMETABLES_TABLE')),
});

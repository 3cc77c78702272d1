import { screeningParts } from '../screening/parts.ts';
import type { TableNames } from '../shared/aws/environment.ts';
import type { Database } from '../shared/database/database.ts';
import { tableName } from '../shared/parts.ts';
import { admissionsTable } from './admissions-table.ts';

/** With the parts of the capabilities below. */
export const selectionParts = (names: TableNames, db: Database) => ({
  ...screeningParts(names, db),
  admissions: () => admissionsTable(db, tableName(names, 'ADMISSIONS_TABLE')),
});

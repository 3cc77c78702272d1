import { decisionProofParts } from '../second-factor/parts.ts';
import type { TableNames } from '../shared/aws/environment.ts';
import type { Database } from '../shared/database/database.ts';
import { tableName } from '../shared/parts.ts';
import { timetableParts } from '../timetable/parts.ts';
import { lecturersTable } from './lecturers-table.ts';

/** With the parts of the capabilities below. */
export const lecturersParts = (names: TableNames, db: Database) => ({
  ...timetableParts(names, db),
  ...decisionProofParts(names, db),
  lecturers: () => lecturersTable(db, tableName(names, 'LECTURERS_TABLE')),
});

import { seatsParts } from '../seats/parts.ts';
import type { TableNames } from '../shared/aws/environment.ts';
import type { Database } from '../shared/database/database.ts';
import { tableName } from '../shared/parts.ts';
import { spacesParts } from '../spaces/parts.ts';
import { residenciesTable } from './residencies-table.ts';
import { residencyEventsTable } from './residency-events-table.ts';

/** With the parts of the capabilities below. */
export const residenciesParts = (names: TableNames, db: Database) => ({
  ...seatsParts(names, db),
  spaces: spacesParts(names, db).spaces,
  residencies: () => residenciesTable(db, tableName(names, 'RESIDENCIES_TABLE')),
  residencyEvents: () => residencyEventsTable(db, tableName(names, 'RESIDENCYEVENTS_TABLE')),
});

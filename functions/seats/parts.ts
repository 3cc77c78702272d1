import { selectionParts } from '../selection/parts.ts';
import type { TableNames } from '../shared/aws/environment.ts';
import type { Database } from '../shared/database/database.ts';
import { tableName } from '../shared/parts.ts';
import { lettersTable } from './letters-table.ts';
import { seatsTable } from './seats-table.ts';

/** With the parts of the capabilities below. */
export const seatsParts = (names: TableNames, db: Database) => ({
  ...selectionParts(names, db),
  seats: () => seatsTable(db, tableName(names, 'SEATS_TABLE')),
  letters: () => lettersTable(db, tableName(names, 'SEATS_TABLE')),
});

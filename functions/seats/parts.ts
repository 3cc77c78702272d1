import { selectionParts } from '../selection/parts.ts';
import type { Database } from '../shared/database.ts';
import type { TableNames } from '../shared/environment.ts';
import { tableName } from '../shared/parts.ts';
import { lettersTable } from './letters-table.ts';
import { seatsTable } from './seats-table.ts';

/** With the parts of the capabilities below. */
export const seatsParts = (names: TableNames, db: Database) => ({
  ...selectionParts(names, db),
  seats: () => seatsTable(db, tableName(names, 'SEATS_TABLE')),
  letters: () => lettersTable(db, tableName(names, 'SEATS_TABLE')),
});

import { paymentsParts } from '../payments/parts.ts';
import type { TableNames } from '../shared/aws/environment.ts';
import type { Database } from '../shared/database/database.ts';
import { lazily, tableName } from '../shared/parts.ts';
import { filingsTable } from './filings-table.ts';
import { keptRepaid } from './kept-repaid.ts';

/** With the parts of the capabilities below. */
export const taxMonthParts = (names: TableNames, db: Database) => {
  const below = paymentsParts(names, db);
  return {
    ...below,
    filings: () => filingsTable(db, tableName(names, 'FILINGS_TABLE')),
    repaidTaxes: () => keptRepaid(lazily(below)),
  };
};

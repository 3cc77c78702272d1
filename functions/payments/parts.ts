import { keptProfiles } from '../bank-files/bank-profile-kind.ts';
import { claimsParts } from '../claims/parts.ts';
import type { TableNames } from '../shared/aws/environment.ts';
import type { Database } from '../shared/database/database.ts';
import { lazily, tableName } from '../shared/parts.ts';
import { keptClaims } from './kept-claims.ts';
import { keptPayees } from './kept-payees.ts';
import { paymentsTable } from './payments-table.ts';

/** With the parts of the capabilities below. */
export const paymentsParts = (names: TableNames, db: Database) => {
  const below = claimsParts(names, db);
  return {
    ...below,
    payments: () => paymentsTable(db, tableName(names, 'PAYMENTS_TABLE')),
    claimsToPay: () => keptClaims(lazily(below)),
    payeesToPay: () => keptPayees(lazily(below)),
    bankProfiles: () => keptProfiles(lazily(below)),
  };
};

import type { Dependencies as Below } from '../payments/dependencies.ts';
import type { RulesTable } from '../rule-files/rules-table.ts';
import type { FilingsTable } from './filings-table.ts';
import type { PaidClaim } from './tax-month.ts';

/** What the tax month asks of whoever keeps claims. */
export interface RepaidTaxes {
  /**
   * What lecturers have paid back in a month (`2027-04`), by the day on which the last of it came in: sums below zero, as
   * the class of income and the kind of payee that the claim was paid as.
   */
  readonly repaidIn: (month: string) => Promise<readonly PaidClaim[]>;
}

/** What the use cases of the tax month reach; each asks for the few that it uses. */
export interface Dependencies extends Pick<Below, 'payments' | 'commit'> {
  readonly filings: FilingsTable;
  readonly repaidTaxes: RepaidTaxes;
  readonly rules: Pick<RulesTable, 'inForce'>;
}

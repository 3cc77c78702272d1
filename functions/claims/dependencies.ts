import type { Dependencies as Below } from '../rule-files/dependencies.ts';
import type { ClaimsTable } from './claims-table.ts';

/** What the use cases about claims reach; each asks for the few that it uses. */
export interface Dependencies extends Below {
  readonly claims: ClaimsTable;
}

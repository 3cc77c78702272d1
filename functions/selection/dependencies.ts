import type { Dependencies as Below } from '../screening/dependencies.ts';
import type { AdmissionsTable } from './admissions-table.ts';

/** What the use cases of the selection reach; each asks for the few that it uses. */
export interface Dependencies extends Below {
  readonly admissions: AdmissionsTable;
}

import type { Dependencies as Below } from '../seats/dependencies.ts';
import type { StatisticsTable } from './statistics-table.ts';

/** What the use cases about the end of a round reach; each asks for the few that it uses. */
export interface Dependencies extends Below {
  readonly statistics: StatisticsTable;
}

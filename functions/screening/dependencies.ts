import type { Dependencies as Below } from '../applications/dependencies.ts';
import type { ScreeningsTable } from './screenings-table.ts';

/** What the use cases about reviews reach; each asks for the few that it uses. */
export interface Dependencies extends Below {
  readonly screenings: ScreeningsTable;
}

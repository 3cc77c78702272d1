import type { Dependencies as Below } from '../seats/dependencies.ts';
import type { SpacesTable } from '../spaces/spaces-table.ts';
import type { ResidenciesTable } from './residencies-table.ts';
import type { ResidencyEventsTable } from './residency-events-table.ts';

/** What the use cases about residencies reach; each asks for the few that it uses. */
export interface Dependencies extends Below {
  readonly residencies: ResidenciesTable;
  readonly residencyEvents: ResidencyEventsTable;
  readonly spaces: SpacesTable;
}

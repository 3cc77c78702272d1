import type { Dependencies as Below } from '../cohort/dependencies.ts';
import type { TimetablesTable } from './timetables-table.ts';

/** What the use cases about timetables reach; each asks for the few that it uses. */
export interface Dependencies extends Below {
  readonly timetables: TimetablesTable;
}

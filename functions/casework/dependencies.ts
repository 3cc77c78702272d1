import type { Dependencies as Below } from '../cohort/dependencies.ts';
import type { AuditEvent } from '../shared/database/audit.ts';
import type { CountsTable } from './counts-table.ts';
import type { ListedApplications } from './listed-applications.ts';

/** What is read of a round and its applications by those who look after it; each asks for the few that it uses. */
export interface Dependencies extends Below {
  readonly counts: CountsTable;
  readonly lists: ListedApplications;
  /** All that the audit tells of something. */
  readonly eventsOf: (about: string) => Promise<readonly AuditEvent[]>;
}

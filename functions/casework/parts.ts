import { attachmentsParts } from '../attachments/parts.ts';
import { cohortParts } from '../cohort/parts.ts';
import type { TableNames } from '../shared/aws/environment.ts';
import { type AuditEvent, eventsOf } from '../shared/database/audit.ts';
import type { Database } from '../shared/database/database.ts';
import { tableName } from '../shared/parts.ts';
import { countsTable } from './counts-table.ts';
import { listedApplications } from './listed-applications.ts';

/** With the parts of the capabilities below. */
export const caseworkParts = (names: TableNames, db: Database) => ({
  ...attachmentsParts(names, db),
  ...cohortParts(names, db),
  /** All that the audit tells of something. */
  eventsOf:
    () =>
    (about: string): Promise<AuditEvent[]> =>
      eventsOf(db, tableName(names, 'AUDIT_TABLE'), about),
  lists: () => listedApplications(db, tableName(names, 'APPLICATIONS_TABLE')),
  counts: () => countsTable(db, tableName(names, 'ADMISSIONS_TABLE')),
});

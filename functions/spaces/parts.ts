import { peopleTable } from '../people/people-table.ts';
import { sessionsTable } from '../sessions/sessions-table.ts';
import type { TableNames } from '../shared/aws/environment.ts';
import { type AuditEvent, eventsOf } from '../shared/database/audit.ts';
import { committer } from '../shared/database/commit.ts';
import type { Database } from '../shared/database/database.ts';
import { tableName } from '../shared/parts.ts';
import { spacesTable } from './spaces-table.ts';

/** The table of spaces, and what its pages at the desk are made of. */
export const spacesParts = (names: TableNames, db: Database) => ({
  spaces: () => spacesTable(db, tableName(names, 'SPACES_TABLE')),
  people: () => peopleTable(db, tableName(names, 'PEOPLE_TABLE')),
  sessions: () => sessionsTable(db, tableName(names, 'SESSIONS_TABLE')),
  commit: () => committer(db, { audit: tableName(names, 'AUDIT_TABLE'), outbox: tableName(names, 'OUTBOX_TABLE') }),
  /** All that the audit tells of something. */
  eventsOf:
    () =>
    (about: string): Promise<AuditEvent[]> =>
      eventsOf(db, tableName(names, 'AUDIT_TABLE'), about),
});

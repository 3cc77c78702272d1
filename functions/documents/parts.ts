import { peopleTable } from '../people/people-table.ts';
import { sessionsTable } from '../sessions/sessions-table.ts';
import type { TableNames } from '../shared/aws/environment.ts';
import { committer } from '../shared/database/commit.ts';
import type { Database } from '../shared/database/database.ts';
import { tableName } from '../shared/parts.ts';
import { secureRandom } from '../shared/random.ts';
import { documentsTable } from './documents-table.ts';

/** The tables of documents, and of whoever looks at them. */
export const documentsParts = (names: TableNames, db: Database) => ({
  documents: () => documentsTable(db, tableName(names, 'DOCUMENTS_TABLE')),
  people: () => peopleTable(db, tableName(names, 'PEOPLE_TABLE')),
  sessions: () => sessionsTable(db, tableName(names, 'SESSIONS_TABLE')),
  commit: () => committer(db, { audit: tableName(names, 'AUDIT_TABLE'), outbox: tableName(names, 'OUTBOX_TABLE') }),
  random: () => secureRandom,
});

import { codesTable } from '../codes/codes-table.ts';
import { addressesTable } from '../outbox/addresses-table.ts';
import { outboxTable } from '../outbox/outbox-table.ts';
import { peopleTable } from '../people/people-table.ts';
import { requestsTable } from '../requests/requests-table.ts';
import { roundsTable } from '../rounds/rounds-table.ts';
import { sessionsTable } from '../sessions/sessions-table.ts';
import type { TableNames } from '../shared/aws/environment.ts';
import { committer, storer } from '../shared/database/commit.ts';
import type { Database } from '../shared/database/database.ts';
import { tableName } from '../shared/parts.ts';
import { secureRandom } from '../shared/random.ts';
import { applicationsTable } from './applications-table.ts';

/** What use cases about applications are made of, but for what higher capabilities supply. */
export const applicationsParts = (names: TableNames, db: Database) => ({
  applications: () => applicationsTable(db, tableName(names, 'APPLICATIONS_TABLE')),
  requests: () => requestsTable(db, tableName(names, 'REQUESTS_TABLE')),
  rounds: () => roundsTable(db, tableName(names, 'ROUNDS_TABLE')),
  people: () => peopleTable(db, tableName(names, 'PEOPLE_TABLE')),
  outbox: () => outboxTable(db, tableName(names, 'OUTBOX_TABLE')),
  addresses: () => addressesTable(db, tableName(names, 'ADDRESSES_TABLE')),
  codes: () => codesTable(db, tableName(names, 'CODES_TABLE')),
  sessions: () => sessionsTable(db, tableName(names, 'SESSIONS_TABLE')),
  store: () => storer(db, { outbox: tableName(names, 'OUTBOX_TABLE') }),
  commit: () => committer(db, { audit: tableName(names, 'AUDIT_TABLE'), outbox: tableName(names, 'OUTBOX_TABLE') }),
  random: () => secureRandom,
});

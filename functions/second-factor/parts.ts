import { codesTable } from '../codes/codes-table.ts';
import { peopleTable } from '../people/people-table.ts';
import { sessionsTable } from '../sessions/sessions-table.ts';
import type { TableNames } from '../shared/aws/environment.ts';
import { committer } from '../shared/database/commit.ts';
import type { Database } from '../shared/database/database.ts';
import { tableName } from '../shared/parts.ts';
import { secureRandom } from '../shared/random.ts';
import { passkeysTable } from './passkeys-table.ts';
import { decisionProof } from './proofs.ts';
import { proofsTable } from './proofs-table.ts';

/** What the pages of the second factor are made of; `passkeys` and `proofs` are its own. */
export const secondFactorParts = (names: TableNames, db: Database) => ({
  passkeys: () => passkeysTable(db, tableName(names, 'PASSKEYS_TABLE')),
  proofs: () => proofsTable(db, tableName(names, 'PROOFS_TABLE')),
  codes: () => codesTable(db, tableName(names, 'CODES_TABLE')),
  people: () => peopleTable(db, tableName(names, 'PEOPLE_TABLE')),
  sessions: () => sessionsTable(db, tableName(names, 'SESSIONS_TABLE')),
  commit: () => committer(db, { audit: tableName(names, 'AUDIT_TABLE'), outbox: tableName(names, 'OUTBOX_TABLE') }),
  random: () => secureRandom,
});

/** What whoever decides on money is made of beside their own: they take proofs, and make none. */
export const decisionProofParts = (names: TableNames, db: Database) => ({
  decisionProof: () => decisionProof({ proofs: proofsTable(db, tableName(names, 'PROOFS_TABLE')) }),
});

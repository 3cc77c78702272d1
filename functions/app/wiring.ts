import { applicationsTable } from '../applications/applications-table.ts';
import { peopleTable } from '../people/people-table.ts';
import { requestsTable } from '../requests/requests-table.ts';
import { roundsTable } from '../rounds/rounds-table.ts';
import { screeningsTable } from '../screening/screenings-table.ts';
import { lettersTable } from '../seats/letters-table.ts';
import { seatsTable } from '../seats/seats-table.ts';
import { admissionsTable } from '../selection/admissions-table.ts';
import { committer } from '../shared/commit.ts';
import { type Database, openDatabase } from '../shared/database.ts';
import { secureRandom } from '../shared/random.ts';
import type { Dependencies } from './dependencies.ts';

interface TableNames {
  readonly APPLICATIONS_TABLE: string;
  readonly REQUESTS_TABLE: string;
  readonly ROUNDS_TABLE: string;
  readonly PEOPLE_TABLE: string;
  readonly SCREENINGS_TABLE: string;
  readonly ADMISSIONS_TABLE: string;
  readonly SEATS_TABLE: string;
  readonly AUDIT_TABLE: string;
  readonly OUTBOX_TABLE: string;
}

/** The dependencies of an entry, from its environment. */
export const wire = (names: TableNames, db: Database = openDatabase()): Dependencies => ({
  applications: applicationsTable(db, names.APPLICATIONS_TABLE),
  requests: requestsTable(db, names.REQUESTS_TABLE),
  rounds: roundsTable(db, names.ROUNDS_TABLE),
  people: peopleTable(db, names.PEOPLE_TABLE),
  screenings: screeningsTable(db, names.SCREENINGS_TABLE),
  admissions: admissionsTable(db, names.ADMISSIONS_TABLE),
  seats: seatsTable(db, names.SEATS_TABLE),
  letters: lettersTable(db, names.SEATS_TABLE),
  commit: committer(db, { audit: names.AUDIT_TABLE, outbox: names.OUTBOX_TABLE }),
  random: secureRandom,
});

import { applicationsTable } from '../applications/applications-table.ts';
import { leavingAll } from '../applications/leaving.ts';
import { statisticsTable } from '../cohort/statistics-table.ts';
import { peopleTable } from '../people/people-table.ts';
import { requestsTable } from '../requests/requests-table.ts';
import { roundsTable } from '../rounds/rounds-table.ts';
import { cancelScreening } from '../screening/cancel-screening.ts';
import { reviewsErasing } from '../screening/erase-reviews.ts';
import { screeningsTable } from '../screening/screenings-table.ts';
import { placeErasing } from '../seats/erase-place.ts';
import { leaveSelection } from '../seats/leave-selection.ts';
import { lettersTable } from '../seats/letters-table.ts';
import { seatsTable } from '../seats/seats-table.ts';
import { admissionsTable } from '../selection/admissions-table.ts';
import { roundSelection } from '../selection/round-selection.ts';
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

/** The dependencies of an entry, from its environment, with what higher capabilities supply to lower ones. */
export function wire(names: TableNames, db: Database = openDatabase()): Dependencies {
  const tables = {
    applications: applicationsTable(db, names.APPLICATIONS_TABLE),
    requests: requestsTable(db, names.REQUESTS_TABLE),
    rounds: roundsTable(db, names.ROUNDS_TABLE),
    people: peopleTable(db, names.PEOPLE_TABLE),
    screenings: screeningsTable(db, names.SCREENINGS_TABLE),
    admissions: admissionsTable(db, names.ADMISSIONS_TABLE),
    statistics: statisticsTable(db, names.ADMISSIONS_TABLE),
    seats: seatsTable(db, names.SEATS_TABLE),
    letters: lettersTable(db, names.SEATS_TABLE),
    commit: committer(db, { audit: names.AUDIT_TABLE, outbox: names.OUTBOX_TABLE }),
    random: secureRandom,
  };
  return {
    ...tables,
    selection: roundSelection(tables),
    leaving: leavingAll([
      (reference, { by, now }) => cancelScreening(tables, reference, { by, outcome: 'WITHDRAWN' }, now),
      (reference, leaving) => leaveSelection(tables, reference, leaving),
    ]),
    erasing: [reviewsErasing(tables), placeErasing(tables)],
  };
}

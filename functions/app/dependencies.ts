import type { ApplicationsTable } from '../applications/applications-table.ts';
import type { PeopleTable } from '../people/people-table.ts';
import type { RequestsTable } from '../requests/requests-table.ts';
import type { RoundsTable } from '../rounds/rounds-table.ts';
import type { ScreeningsTable } from '../screening/screenings-table.ts';
import type { LettersTable } from '../seats/letters-table.ts';
import type { SeatsTable } from '../seats/seats-table.ts';
import type { AdmissionsTable } from '../selection/admissions-table.ts';
import type { Commit } from '../shared/commit.ts';
import type { RandomBytes } from '../shared/random.ts';

/** What the use cases reach; each role is granted what its own need. */
export interface Dependencies {
  readonly applications: ApplicationsTable;
  readonly requests: RequestsTable;
  readonly rounds: RoundsTable;
  readonly people: PeopleTable;
  readonly screenings: ScreeningsTable;
  readonly admissions: AdmissionsTable;
  readonly seats: SeatsTable;
  readonly letters: LettersTable;
  readonly commit: Commit;
  readonly random: RandomBytes;
}

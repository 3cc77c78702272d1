import type { PeopleTable } from '../people/people-table.ts';
import type { RequestsTable } from '../requests/requests-table.ts';
import type { RoundsTable } from '../rounds/rounds-table.ts';
import type { Commit } from '../shared/commit.ts';
import type { RandomBytes } from '../shared/random.ts';
import type { ApplicationsTable } from './applications-table.ts';

/** What the use cases about applications reach. */
export interface Dependencies {
  readonly applications: ApplicationsTable;
  readonly requests: RequestsTable;
  readonly rounds: RoundsTable;
  readonly people: PeopleTable;
  readonly commit: Commit;
  readonly random: RandomBytes;
}

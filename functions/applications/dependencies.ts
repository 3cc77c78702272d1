import type { OutboxTable } from '../outbox/outbox-table.ts';
import type { PeopleTable } from '../people/people-table.ts';
import type { InterestsIn } from '../requests/interests.ts';
import type { Kinds } from '../requests/kind.ts';
import type { RequestsTable } from '../requests/requests-table.ts';
import type { RoundSelection } from '../rounds/round-selection.ts';
import type { RoundsTable } from '../rounds/rounds-table.ts';
import type { Commit } from '../shared/commit.ts';
import type { RandomBytes } from '../shared/random.ts';
import type { ApplicationsTable } from './applications-table.ts';
import type { Erasing, Leaving } from './leaving.ts';

/** What the use cases about applications reach; each asks for the few that it uses. */
export interface Dependencies {
  readonly applications: ApplicationsTable;
  readonly requests: RequestsTable;
  readonly rounds: RoundsTable;
  readonly people: PeopleTable;
  readonly outbox: OutboxTable;
  readonly commit: Commit;
  readonly random: RandomBytes;
}

/** What higher capabilities supply, handed over in app/. */
export interface Ports {
  readonly kinds: Kinds;
  readonly interestsIn: InterestsIn;
  readonly selection: RoundSelection;
  readonly leaving: Leaving;
  readonly erasing: readonly Erasing[];
}

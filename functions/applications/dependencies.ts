import type { CodesTable } from '../codes/codes-table.ts';
import type { AddressesTable } from '../outbox/addresses-table.ts';
import type { OutboxTable } from '../outbox/outbox-table.ts';
import type { PeopleTable } from '../people/people-table.ts';
import type { InterestsIn } from '../requests/interests.ts';
import type { Kinds } from '../requests/kind.ts';
import type { RequestsTable } from '../requests/requests-table.ts';
import type { Round } from '../rounds/round.ts';
import type { RoundSelection } from '../rounds/round-selection.ts';
import type { RoundsTable } from '../rounds/rounds-table.ts';
import type { SessionsTable } from '../sessions/sessions-table.ts';
import type { Commit, Parts, Store } from '../shared/database/commit.ts';
import type { Lang } from '../shared/i18n.ts';
import type { RandomBytes } from '../shared/random.ts';
import type { Instant } from '../shared/time.ts';
import type { Application } from './application.ts';
import type { ApplicationsTable } from './applications-table.ts';
import type { Erasing, Leaving } from './leaving.ts';

/** What the use cases about applications reach; each asks for the few that it uses. */
export interface Dependencies {
  readonly applications: ApplicationsTable;
  readonly requests: RequestsTable;
  readonly rounds: RoundsTable;
  readonly people: PeopleTable;
  readonly outbox: OutboxTable;
  /** Addresses that bounced. */
  readonly addresses: AddressesTable;
  readonly codes: CodesTable;
  readonly sessions: SessionsTable;
  readonly commit: Commit;
  readonly store: Store;
  readonly random: RandomBytes;
}

/** A port: rounds by invitation, in which only those apply who were asked. */
export interface Invited {
  /** The application of whoever has proved an address, begun if there is none; nothing for who was not asked. */
  readonly begin: (
    round: Round,
    who: { readonly email: string; readonly lang: Lang },
    now: Instant,
  ) => Promise<Application | undefined>;
  /** What follows elsewhere when one is sent. It goes into the same transaction. */
  readonly sent: (application: Application, now: Instant) => Promise<Parts>;
}

/** What higher capabilities supply, handed over in app/. */
export interface Ports {
  readonly kinds: Kinds;
  readonly interestsIn: InterestsIn;
  readonly selection: RoundSelection;
  readonly leaving: Leaving;
  readonly invited: Invited;
  readonly erasing: readonly Erasing[];
}

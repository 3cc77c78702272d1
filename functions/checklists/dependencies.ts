import type { DocumentsTable } from '../documents/documents-table.ts';
import type { PeopleTable } from '../people/people-table.ts';
import type { Kinds } from '../requests/kind.ts';
import type { RequestsTable } from '../requests/requests-table.ts';
import type { SessionsTable } from '../sessions/sessions-table.ts';
import type { Commit } from '../shared/database/commit.ts';
import type { RandomBytes } from '../shared/random.ts';
import type { ChecklistsTable } from './checklists-table.ts';
import type { ChecklistOwners } from './owners.ts';

/** What the use cases about checklists reach; each asks for the few that it uses. */
export interface Dependencies {
  readonly checklists: ChecklistsTable;
  readonly documents: DocumentsTable;
  readonly requests: RequestsTable;
  readonly people: PeopleTable;
  readonly sessions: SessionsTable;
  readonly commit: Commit;
  readonly random: RandomBytes;
  readonly kinds: Kinds;
  readonly checklistOwners: ChecklistOwners;
}

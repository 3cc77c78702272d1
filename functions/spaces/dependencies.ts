import type { Commit } from '../shared/commit.ts';
import type { SpacesTable } from './spaces-table.ts';

/** What the use cases of spaces reach. */
export interface Dependencies {
  readonly spaces: SpacesTable;
  readonly commit: Commit;
}

import type { Commit } from '../shared/database/commit.ts';
import type { SpaceHolders } from './holders.ts';
import type { SpacesTable } from './spaces-table.ts';

/** What the use cases of spaces reach. */
export interface Dependencies {
  readonly spaces: SpacesTable;
  /** What a confirmed return means for the holder. */
  readonly spaceHolders: SpaceHolders;
  readonly commit: Commit;
}

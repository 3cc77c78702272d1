import type { Commit } from '../shared/database/commit.ts';
import type { RandomBytes } from '../shared/random.ts';
import type { DocumentsTable } from './documents-table.ts';
import type { FileStore } from './file-store.ts';
import type { DocumentKeepers } from './keepers.ts';

/** What the use cases about documents reach; each asks for the few that it uses. */
export interface Dependencies {
  readonly documents: DocumentsTable;
  readonly files: FileStore;
  readonly commit: Commit;
  readonly random: RandomBytes;
  readonly keepers: DocumentKeepers;
}

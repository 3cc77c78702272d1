import { readingBy } from '../shared/database/audit.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import type { Dependencies } from './dependencies.ts';
import type { SlotFiles, StoredFile } from './document.ts';
import { fileEvent } from './store-file.ts';

/** Records that somebody takes a document. To be done before the address of it is given. */
export async function recordDocumentDownload(
  { commit }: Pick<Dependencies, 'commit'>,
  {
    slot,
    file,
    by,
  }: { readonly slot: Pick<SlotFiles, 'owner' | 'slot'>; readonly file: StoredFile; readonly by: string },
  now: Instant,
): Promise<void> {
  const { chain } = readingBy(by, now);
  const event = { ...fileEvent(slot, file, { type: 'DocumentDownloaded', by, at: now }), chain };
  await decideAgainOnConflict(() => commit({ changes: [], events: [event] }), tries.shared);
}

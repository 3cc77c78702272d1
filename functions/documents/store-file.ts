import type { OutboxDraft } from '../outbox/entry.ts';
import type { EventDraft } from '../shared/database/audit.ts';
import type { EventType } from '../shared/names.ts';
import type { Instant } from '../shared/time.ts';
import type { Dependencies } from './dependencies.ts';
import type { SlotFiles, StoredFile } from './document.ts';
import type { FileVersion } from './file-store.ts';
import { keeperOf } from './keepers.ts';
import { ownerId } from './owner-keys.ts';

/** What happened to a file, for the audit: ids, and no name. */
export const fileEvent = (
  { owner, slot }: Pick<SlotFiles, 'owner' | 'slot'>,
  { number, id }: Pick<StoredFile, 'number' | 'id'>,
  happened: { readonly type: EventType; readonly by: string; readonly at: Instant; readonly why?: string },
): EventDraft => {
  const { why, ...told } = happened;
  return {
    subject: ownerId(owner),
    ...told,
    data: { slot, number, file: id, ...(why !== undefined && { why }) },
  };
};

/** Who does what nobody does by hand. */
export const checker = 'system:documents';

/** The slot of a file, with the file; nothing, if nobody was ever asked for it. */
export async function findFile(
  { documents }: Pick<Dependencies, 'documents'>,
  id: string,
): Promise<{ readonly slot: SlotFiles; readonly file: StoredFile } | undefined> {
  const whose = await documents.whose(id);
  const slot = whose && (await documents.slot(whose));
  const file = slot?.files.find((one) => one.id === id);
  return slot && file && { slot, file };
}

/** What its owner is told of a file that is not taken. */
export const tellRefused = async (
  { keepers }: Pick<Dependencies, 'keepers'>,
  slot: SlotFiles,
  file: StoredFile,
  now: Instant,
): Promise<readonly OutboxDraft[]> =>
  (await keeperOf(keepers, slot.owner)?.refused(ownerId(slot.owner), slot, file, now)) ?? [];

/** Takes away all versions of a file but one. */
export async function removeBut(
  { files }: Pick<Dependencies, 'files'>,
  id: string,
  kept: string | undefined,
  versions: readonly FileVersion[],
): Promise<void> {
  for (const { versionId } of versions) if (versionId !== kept) await files.remove(id, versionId);
}

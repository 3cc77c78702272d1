import type { FileStore, FileVersion } from '../../../functions/documents/file-store.ts';
import { mostBytes } from '../../../functions/documents/slot.ts';

interface Version extends FileVersion {
  readonly content: Buffer;
  readonly sent: string;
}

/** The bucket of documents in memory: every post of a key makes a version, as S3 does. */
export function memoryFiles() {
  const objects = new Map<string, Version[]>();
  let count = 0;
  const store: FileStore = {
    versions: async (id) => (objects.get(id) ?? []).map(({ content: _content, sent: _sent, ...version }) => version),
    read: async (id, versionId) => objects.get(id)?.find((version) => version.versionId === versionId),
    remove: async (id, versionId) => {
      const left = (objects.get(id) ?? []).filter((version) => version.versionId !== versionId);
      if (left.length > 0) objects.set(id, left);
      else objects.delete(id);
    },
  };
  return {
    store,
    /** What a form posts; false, if its size is refused. */
    post: (id: string, content: Buffer, sent: string): boolean => {
      if (content.length < 1 || content.length > mostBytes) return false;
      count += 1;
      const version = { versionId: `v${count}`, bytes: content.length, isMarker: false, content, sent };
      objects.set(id, [...(objects.get(id) ?? []), version]);
      return true;
    },
    /** All that there is, by key. */
    objects: (): ReadonlyMap<string, readonly Version[]> => objects,
  };
}

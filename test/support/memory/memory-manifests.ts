import { generateKeyPairSync, sign } from 'node:crypto';
import type { ManifestStore } from '../../../functions/audit/manifest-store.ts';
import { type SigningDependencies, signHeads } from '../../../functions/audit/sign-heads.ts';
import type { Database } from '../../../functions/shared/database/database.ts';
import type { Instant, LocalDate } from '../../../functions/shared/time.ts';

/** The bucket and the key of the manifests, in memory. */
export function memoryManifests(db: Database) {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const files = new Map<string, string>();
  const store: ManifestStore = {
    list: async (prefix) => [...files.keys()].filter((name) => name.startsWith(prefix)).sort(),
    read: async (name) => files.get(name),
    create: async (name, content) => {
      if (files.has(name)) return false;
      files.set(name, content);
      return true;
    },
  };
  const deps: SigningDependencies = {
    db,
    auditTable: 'audit',
    store,
    publicKey: async () => publicKey,
    sign: async (text) => sign('sha256', Buffer.from(text), privateKey),
  };
  return {
    files,
    store,
    key: publicKey,
    deps,
    sign: (now: Instant, until?: LocalDate) => signHeads(deps, now, until),
  };
}

import type { KeyObject } from 'node:crypto';
import type { Database } from '../shared/database/database.ts';
import { sha256Hex } from '../shared/sha256.ts';
import { addDays, type Instant, type LocalDate, seoulDateOf } from '../shared/time.ts';
import { changedHeads } from './changed-heads.ts';
import {
  fingerprintOf,
  type Manifest,
  ManifestFault,
  manifestFolder,
  manifestKey,
  partKey,
  partOf,
  readManifest,
} from './manifest.ts';
import type { ManifestStore } from './manifest-store.ts';

export interface SigningDependencies {
  readonly db: Database;
  readonly auditTable: string;
  readonly store: ManifestStore;
  readonly publicKey: () => Promise<KeyObject>;
  /** A DER signature (ECDSA, P-256, SHA-256). */
  readonly sign: (text: string) => Promise<Uint8Array>;
}

/** How far back the first manifest looks. */
const firstDays = 31;

/**
 * Signs how far every chain has grown that grew since the last manifest, up to and with a day: yesterday, if nothing
 * is said. Whoever can write the table can then no longer change, shorten or remove these chains unseen.
 * @throws ManifestFault if the last manifest is not as it was signed.
 */
export async function signHeads(
  deps: SigningDependencies,
  now: Instant,
  until: LocalDate = addDays(seoulDateOf(now), -1),
): Promise<Pick<Manifest, 'manifest' | 'from' | 'until'> & { readonly heads: number }> {
  const key = await deps.publicKey();
  const last = await lastManifest(deps.store, key);
  const manifest = (last?.manifest ?? 0) + 1;
  const from = last ? nextDay(last) : addDays(until, -firstDays);
  const parts: Manifest['parts'] = [];
  for await (const heads of changedHeads(deps.db, deps.auditTable, from, until)) {
    const part = partOf(heads);
    const sha256 = sha256Hex(part);
    await deps.store.create(partKey(sha256), part);
    parts.push({ sha256, heads: heads.length });
  }
  const next: Manifest = { manifest, from, until, at: now, previous: last?.sha256, parts, key: fingerprintOf(key) };
  const line = JSON.stringify(next);
  const signature = await deps.sign(line);
  const created = await deps.store.create(
    manifestKey(manifest),
    `${line}\n${Buffer.from(signature).toString('base64')}\n`,
  );
  if (!created) throw new ManifestFault(`manifest ${manifest} was made by somebody else meanwhile`);
  return { manifest, from, until, heads: parts.reduce((sum, { heads }) => sum + heads, 0) };
}

/** A day that was not over when it was signed is looked at again. */
const nextDay = ({ at, until }: Manifest): LocalDate => (seoulDateOf(at) > until ? addDays(until, 1) : until);

async function lastManifest(
  store: ManifestStore,
  key: KeyObject,
): Promise<ReturnType<typeof readManifest> | undefined> {
  const name = (await store.list(manifestFolder)).at(-1);
  const file = name && (await store.read(name));
  if (!file) return undefined;
  const last = readManifest(file, key);
  if (manifestKey(last.manifest) !== name) throw new ManifestFault(`${name} says that it is ${last.manifest}`);
  return last;
}

import type { KeyObject } from 'node:crypto';
import {
  headsIn,
  type Manifest,
  ManifestFault,
  manifestFolder,
  manifestKey,
  partKey,
  readManifest,
  type SignedHead,
} from '../../functions/audit/manifest.ts';
import type { ManifestStore } from '../../functions/audit/manifest-store.ts';
import { sha256Hex } from '../../functions/shared/sha256.ts';

export interface SignedChain extends Omit<SignedHead, 'subject'> {
  /** The manifest that holds this end of the chain. */
  readonly manifest: number;
  /** The first manifest that holds any of it. */
  readonly since: Pick<Manifest, 'manifest' | 'until'>;
}

export interface Signed {
  readonly heads: ReadonlyMap<string, SignedChain>;
  readonly newest: Pick<Manifest, 'manifest' | 'until' | 'at'> | undefined;
}

/** How far each chain was signed. What is wrong with the manifests themselves is added to the faults. */
export async function signedHeads(store: ManifestStore, key: KeyObject, faults: string[]): Promise<Signed> {
  const heads = new Map<string, SignedChain>();
  let before: (Manifest & { readonly sha256: string }) | undefined;
  for (const name of await store.list(manifestFolder)) {
    try {
      const number = (before?.manifest ?? 0) + 1;
      if (name !== manifestKey(number)) throw new ManifestFault(`manifest ${number} is missing`);
      const found = readManifest((await store.read(name)) ?? '', key);
      if (found.manifest !== number || found.previous !== before?.sha256) {
        throw new ManifestFault('it does not follow the one before');
      }
      for (const { sha256 } of found.parts) {
        const part = (await store.read(partKey(sha256))) ?? '';
        if (sha256Hex(part) !== sha256)
          throw new ManifestFault(`its part ${sha256.slice(0, 12)}… is not as it was signed`);
        for (const head of headsIn(part)) keep(heads, head, found);
      }
      before = found;
    } catch (error) {
      if (!(error instanceof ManifestFault)) throw error;
      faults.push(`${name}: ${error.message}`);
      break;
    }
  }
  return { heads, newest: before };
}

function keep(heads: Map<string, SignedChain>, { subject, number, hash }: SignedHead, manifest: Manifest): void {
  const known = heads.get(subject);
  if (known && known.number >= number) return;
  const { manifest: id, until } = manifest;
  heads.set(subject, { number, hash, manifest: id, since: known?.since ?? { manifest: id, until } });
}

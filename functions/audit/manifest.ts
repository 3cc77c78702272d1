import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import * as z from 'zod';
import { chainHeadSchema } from '../shared/database/chain-head.ts';
import { sha256Hex } from '../shared/sha256.ts';
import { instantSchema, localDateSchema } from '../shared/time.ts';

/*
 * Every night the ends of the chains that grew go into a manifest: `manifests/000012.json`, one line of JSON and one
 * with its signature. The heads themselves are in parts, `parts/<sha256>.jsonl`, one line each. A manifest names the
 * hash of each of its parts and of the manifest before, so that one signature covers all that was ever signed.
 */

const hashSchema = z.string().regex(/^[0-9a-f]{64}$/);

export const signedHeadSchema = chainHeadSchema.extend({ subject: z.string() });
/** How far a chain had grown. */
export type SignedHead = z.infer<typeof signedHeadSchema>;

export const manifestSchema = z.object({
  manifest: z.number().int().positive(),
  /** The days, in Seoul, whose grown chains it holds. */
  from: localDateSchema,
  until: localDateSchema,
  at: instantSchema,
  /** SHA-256 of the first line of the manifest before; none for the first. */
  previous: hashSchema.optional(),
  parts: z.array(z.object({ sha256: hashSchema, heads: z.number().int().positive() })),
  /** SHA-256 of the public key (DER) that the signature is checked with. */
  key: hashSchema,
});
export type Manifest = z.infer<typeof manifestSchema>;

export const manifestFolder = 'manifests/';
export const manifestKey = (number: number): string => `${manifestFolder}${String(number).padStart(6, '0')}.json`;
export const partKey = (sha256: string): string => `parts/${sha256}.jsonl`;

/** The content of a part: a line of JSON for the head of each chain. */
export const partOf = (heads: readonly SignedHead[]): string =>
  heads.map(({ subject, number, hash }) => `${JSON.stringify({ subject, number, hash })}\n`).join('');

/** The heads in a part's content. @throws if a line is none */
export const headsIn = (part: string): SignedHead[] =>
  part
    .split('\n')
    .filter(Boolean)
    .map((line) => signedHeadSchema.parse(JSON.parse(line)));

/** The key as KMS gives it: SubjectPublicKeyInfo in DER. */
export const publicKeyOf = (der: Uint8Array): KeyObject =>
  createPublicKey({ key: Buffer.from(der), format: 'der', type: 'spki' });

/** What a manifest names the key by that it was signed with. */
export const fingerprintOf = (key: KeyObject): string => sha256Hex(key.export({ format: 'der', type: 'spki' }));

/** Something in the bucket is not as the signing Lambda left it. */
export class ManifestFault extends Error {
  override readonly name = 'ManifestFault';
}

/** A manifest whose signature holds, and the hash by which the next one names it. @throws ManifestFault */
export function readManifest(file: string, key: KeyObject): Manifest & { readonly sha256: string } {
  const [line = '', signature = ''] = file.split('\n');
  if (!verify('sha256', Buffer.from(line), key, Buffer.from(signature, 'base64'))) {
    throw new ManifestFault('its signature does not hold');
  }
  return { ...manifestSchema.parse(JSON.parse(line)), sha256: sha256Hex(line) };
}

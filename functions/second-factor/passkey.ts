import * as z from 'zod';
import { audited } from '../shared/database/chain-head.ts';
import { storedObject } from '../shared/database/stored.ts';
import { instantSchema } from '../shared/time.ts';

const passkeySchema = storedObject({
  /** The credential's own id, in base64url. */
  id: z.string(),
  /** COSE, in base64url. No secret: nobody can sign with it. */
  publicKey: z.string(),
  /** How often it has signed, as it says itself; stays 0 with those that do not count. */
  counter: z.number().int().nonnegative(),
  transports: z.array(z.string()).default([]),
  /** Whether the account of its maker keeps it, for several devices. */
  synced: z.boolean().optional(),
  addedAt: instantSchema,
  usedAt: instantSchema.optional(),
});
export type Passkey = z.infer<typeof passkeySchema>;

/** All passkeys of one of the staff. */
export const passkeysSchema = storedObject({
  person: z.string(),
  /** As what authenticators know the person: drawn by lot, in base64url. */
  handle: z.string(),
  passkeys: z.array(passkeySchema),
  revision: z.number().int().positive(),
  ...audited,
});
export type Passkeys = z.infer<typeof passkeysSchema>;

/** What a passkey is called in lists, commands and the audit: what can be read out, and is no option of a command. */
export const shortId = ({ id }: Pick<Passkey, 'id'>): string =>
  Buffer.from(id, 'base64url').toString('hex').slice(0, 8);

/**
 * Whether a counter says that the passkey was not copied: higher than any before, or never counted at all. A copy and
 * its original cannot both go on counting.
 */
export const countsOn = ({ counter }: Pick<Passkey, 'counter'>, next: number): boolean =>
  next > counter || (next === 0 && counter === 0);

/** How many somebody may have: a telephone, a computer, a key in the safe, and their successors for a while. */
export const mostPasskeys = 10;

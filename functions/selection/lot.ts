import { createHash, createHmac } from 'node:crypto';
import * as z from 'zod';

/*
 * The lot that decides between equals. The hash of the seed is published when the round opens, before there is any
 * application; the seed itself with the results. Then anybody can verify both with openssl:
 *
 *   printf %s "$SEED" | openssl dgst -sha256                          is the published hash
 *   printf %s "$REFERENCE" | openssl dgst -sha256 -hmac "$SEED"       is the lot of a reference
 *
 * The seed is used as it is written, as 64 characters. The lower lot, read as a number, comes first.
 */

/** 32 random bytes, written as 64 hexadecimal digits in small letters. */
export const seedSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** SHA-256 of the seed as it is written, in hexadecimal. @throws when it is no seed. */
export const seedHashOf = (seed: string): string => createHash('sha256').update(seedSchema.parse(seed)).digest('hex');

/** HMAC-SHA-256 of a reference under the seed as it is written, in hexadecimal. @throws when it is no seed. */
export const lotOf = (seed: string, reference: string): string =>
  createHmac('sha256', seedSchema.parse(seed)).update(reference).digest('hex');

import * as z from 'zod';
import { Fault } from './errors.ts';
import { checkCharacter, drawn, isWhole, meant } from './text/crockford.ts';
import { shaped } from './text/shaped.ts';

/** Programme (A academy, S startup lab, P pilot), year and half (or, of a renewal, its number): `A-27H1`, `S-27R1`. */
export const roundCodeSchema = shaped(/^[ASP]-\d{2}[HR][12]$/, 'A-27H1');

const randomLength = 7;
const shape = /^([ASP])(\d{2}[HR][12])([0-9A-HJKMNP-TV-Z]{4})([0-9A-HJKMNP-TV-Z]{4})$/;

const plain = (written: string): string => written.replaceAll('-', '');

/** A reference as it is stored and shown, `A-27H1-7K3Q-9MX4`: round code, seven random characters, check character. */
export const referenceSchema = z
  .string()
  .regex(/^[ASP]-\d{2}[HR][12]-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
  .refine((reference) => isWhole(plain(reference)))
  .brand<'Reference'>();
export type Reference = z.output<typeof referenceSchema>;

/**
 * A reference of a round from at least seven random bytes (35 bits of them are used).
 * @throws when the round code is none or bytes are missing.
 */
export function newReference(roundCode: string, random: Uint8Array): Reference {
  if (random.length < randomLength) throw new Fault('RandomTooShort', { bytes: random.length, wanted: randomLength });
  const chars = drawn(random.subarray(0, randomLength));
  const check = checkCharacter(plain(roundCodeSchema.parse(roundCode)) + chars);
  return referenceSchema.parse(`${roundCode}-${chars.slice(0, 4)}-${chars.slice(4)}${check}`);
}

/**
 * The reference that somebody typed or read out, however they wrote it. Nothing, if it cannot be one or its check
 * character does not fit.
 */
export function parseReference(typed: string): Reference | undefined {
  if (typed.length > 100) return undefined;
  const [, programme, half, first, second] = shape.exec(meant(typed)) ?? [];
  return referenceSchema.safeParse(`${programme}-${half}-${first}-${second}`).data;
}

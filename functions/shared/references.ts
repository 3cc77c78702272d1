import * as z from 'zod';

/** Crockford's base 32: no I, L, O or U, so that a reference survives being read out or copied by hand. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Programme (A academy, S startup lab, P pilot), year and half: `A-27H1`. */
export const roundCodeSchema = z.string().regex(/^[ASP]-\d{2}H[12]$/);

const randomLength = 7;
const shape = /^([ASP])(\d{2}H[12])([0-9A-HJKMNP-TV-Z]{4})([0-9A-HJKMNP-TV-Z]{4})$/;

/** Multiplies by x in GF(32) = GF(2)[x] / (x⁵ + x² + 1), where x generates all 31 elements that are not 0. */
const timesX = (element: number): number => (element & 16 ? (element << 1) ^ 0b100101 : element << 1);

/**
 * The sum of all characters, the n-th from the right weighted with xⁿ. A change of one character changes it, since no
 * weight is 0; so does a swap of two different ones, since the weights of any two of up to 31 places differ.
 */
const weightedSum = (chars: string): number =>
  [...chars].reduce((sum, char) => timesX(sum) ^ alphabet.indexOf(char), 0);

const plain = (written: string): string => written.replaceAll('-', '');

/** A reference as it is stored and shown, `A-27H1-7K3Q-9MX4`: round code, seven random characters, check character. */
export const referenceSchema = z
  .string()
  .regex(/^[ASP]-\d{2}H[12]-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/)
  .refine((reference) => weightedSum(plain(reference)) === 0)
  .brand<'Reference'>();
export type Reference = z.output<typeof referenceSchema>;

/**
 * A reference of a round from at least seven random bytes (35 bits of them are used).
 * @throws when the round code is none or bytes are missing.
 */
export function newReference(roundCode: string, random: Uint8Array): Reference {
  if (random.length < randomLength) throw new RangeError(`a reference takes ${randomLength} random bytes`);
  const drawn = [...random.subarray(0, randomLength)].map((byte) => alphabet.charAt(byte & 31)).join('');
  const unchecked = plain(roundCodeSchema.parse(roundCode)) + drawn;
  const check = alphabet.charAt(timesX(weightedSum(unchecked)));
  return referenceSchema.parse(`${roundCode}-${drawn.slice(0, 4)}-${drawn.slice(4)}${check}`);
}

const separators = /[\s\p{Pd}\u2212_.]/gu;

/**
 * The reference that somebody typed or read out: lower case, full-width, with spaces, other dashes or none, O for 0,
 * I or L for 1. Nothing, where it cannot be one or its check character does not fit.
 */
export function parseReference(typed: string): Reference | undefined {
  if (typed.length > 100) return undefined;
  const chars = typed
    .normalize('NFKC')
    .replace(separators, '')
    .toUpperCase()
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1');
  const [, programme, half, first, second] = shape.exec(chars) ?? [];
  return referenceSchema.safeParse(`${programme}-${half}-${first}-${second}`).data;
}

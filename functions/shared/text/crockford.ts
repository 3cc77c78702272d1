/** Crockford's base 32: no I, L, O or U, so that what is written in it survives being read out or copied by hand. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Multiplies by x in GF(32) = GF(2)[x] / (x⁵ + x² + 1), where x generates all 31 elements that are not 0. */
const timesX = (element: number): number => (element & 16 ? (element << 1) ^ 0b100101 : element << 1);

/**
 * The sum of all characters, the n-th from the right weighted with xⁿ. A change of one character changes it, since no
 * weight is 0; so does a swap of two different ones, since the weights of any two of up to 31 places differ.
 */
const weightedSum = (chars: string): number =>
  [...chars].reduce((sum, char) => timesX(sum) ^ alphabet.indexOf(char), 0);

/** One character for each byte, of which five bits are used. */
export const drawn = (random: Uint8Array): string => [...random].map((byte) => alphabet.charAt(byte & 31)).join('');

/** The character that makes what it is appended to whole: see `isWhole`. */
export const checkCharacter = (chars: string): string => alphabet.charAt(timesX(weightedSum(chars)));

/** Whether the last character is the check character of the others; up to 31 characters. */
export const isWhole = (chars: string): boolean => weightedSum(chars) === 0;

/** What nobody sees too, which mail programs put in to break lines. */
const separators = /[\s\p{Pd}\p{Default_Ignorable_Code_Point}\u2212_.]/gu;

/**
 * The characters that somebody meant who typed or read them out: lower case, full-width, with spaces, other dashes or
 * none, O for 0, I or L for 1.
 */
export const meant = (typed: string): string =>
  typed.normalize('NFKC').replace(separators, '').toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1');

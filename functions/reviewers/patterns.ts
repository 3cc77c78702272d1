/* What the patterns of masking are made of. They are matched with the flag `u`. */

/** The beginning of a word. */
export const wordStart = '(?<![\\p{L}\\p{N}])';

/** A text that stands for itself. */
export const quoted = (text: string): string =>
  text.replace(/[^\p{L}\p{N}]/gu, (sign) => `\\u{${sign.codePointAt(0)?.toString(16)}}`);

/*
 * How what people type becomes text. Nothing is imported here, and no pattern looks behind or subtracts sets: the same
 * lines run in browsers, some of them old.
 */

/** What Unicode calls default-ignorable: no font draws it, and two names that differ by it alone look the same. */
const ignorable = /\p{Default_Ignorable_Code_Point}/gu;
/** Ignorable by itself, but part of the sign before it: in emoji, in Persian and Indic words, in old Hanja. */
const joining = String.raw`\u180b-\u180d\u180f\u200c\u200d\ufe00-\ufe0f\u{e0020}-\u{e007f}\u{e0100}-\u{e01ef}`;
const isJoining = new RegExp(`[${joining}]`, 'u');
/** Joiners with nothing before them, and more of them than the longest flag has tags. */
const strayJoiners = new RegExp(`(^|\\s)[${joining}]+`, 'gu');
const tooManyJoiners = new RegExp(`([${joining}]{8})[${joining}]+`, 'gu');

/** What half a surrogate pair alone becomes; `toWellFormed` does the same, which older browsers have not. */
const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd');

const control = /\p{Cc}/gu;
/** Controls that are white space; the callers turn them into spaces or line ends. */
const whiteControls = '\t\n\v\f\r\u0085';
const withoutControls = (text: string): string =>
  text.replace(control, (char) => (whiteControls.includes(char) ? char : ''));

/** Looks like a space, and is called a symbol. */
const brailleBlank = /\u2800/g;
const fullWidth = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff20]/g;

/**
 * Normalisation sorts the marks on one letter in quadratic time: half a million of them would take minutes. No
 * language has more than a few on one letter, and the Stream-Safe Text Format (UAX 15) allows 30.
 */
const tooManyMarks = /(\p{M}{30})\p{M}+/gu;
export const compose = (text: string, form: 'NFC' | 'NFKC'): string =>
  text.replace(tooManyMarks, '$1').normalize(form).replace(tooManyMarks, '$1');

/**
 * Digits of any width and letters in their plain form. What stands for a number otherwise than as a digit (`²`, `½`, `①`,
 * `㏠`) stays as it is, so that `10²` is not taken for 102.
 */
export const plainDigits = (typed: string): string =>
  typed.replace(/[^\p{No}\p{So}]+/gu, (signs) => compose(signs, 'NFKC'));

/** Well-formed, without controls that are no white space, and without anything that nobody sees. */
export const visible = (typed: string): string =>
  withoutControls(wellFormed(typed).replace(ignorable, '')).replace(brailleBlank, ' ');

/**
 * One line as people see it: NFC, full-width letters, digits and @ in their ASCII form, white space of any kind as
 * single spaces, no controls, nothing that is not seen or turns the direction of text.
 */
export const normaliseLine = (typed: string): string =>
  compose(
    visible(typed).replace(fullWidth, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0)),
    'NFC',
  )
    .replace(/[\s\u0085]+/g, ' ')
    .trim();

/**
 * Several lines: NFC, line ends as \n, tabs kept, no other controls, nothing that turns the direction of text; of what
 * is not seen only joiners that follow a sign.
 */
export const normaliseText = (typed: string): string => {
  const seen = wellFormed(typed)
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(ignorable, (char) => (isJoining.test(char) ? char : ''));
  const joined = withoutControls(seen)
    .replace(/[\v\f\u2800]/g, ' ')
    .replace(strayJoiners, '$1')
    .replace(tooManyJoiners, '$1');
  return compose(joined, 'NFC').trim();
};

/** Characters as people and their counters count them: code points of the normalised text. */
export function lengthOf(value: string): number {
  let count = 0;
  for (const _ of value) count += 1;
  return count;
}

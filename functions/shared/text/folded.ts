/** A text as it is searched: without case, accents, widths, kinds of dashes and digits, and signs that nobody sees. */
export interface Folded {
  readonly plain: string;
  /** Where a stretch of `plain` stands in the text, in UTF-16 units. */
  readonly place: (from: number, to: number) => { readonly from: number; readonly to: number };
}

const dashes = /[\p{Pd}\u2212\u30fc\u3161\uff5e]/gu;
/** Marks on a letter too, as of Vietnamese: what is searched for is folded in the same way. */
const unseen = /[\p{Default_Ignorable_Code_Point}\p{Mn}]/gu;
/** Letters that no normal form takes apart. */
const apart: Readonly<Record<string, string>> = { đ: 'd', ø: 'o', ł: 'l', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe' };

/** The text has to be in NFC: syllables of Hangul are compared as they are. */
export function folded(text: string): Folded {
  const places: number[] = [];
  let plain = '';
  let at = 0;
  for (const sign of text) {
    const one = foldedSign(sign);
    plain += one;
    for (let unit = 0; unit < one.length; unit += 1) places.push(at);
    at += sign.length;
  }
  places.push(at);
  const ends = text.length;
  return {
    plain,
    place: (from, to) => ({ from: places[from] ?? ends, to: to === 0 ? 0 : endOf(text, places[to - 1] ?? ends) }),
  };
}

/** A stretch ends behind its last sign, and not before the next one: what nobody sees between stays outside. */
const endOf = (text: string, at: number): number => at + String.fromCodePoint(text.codePointAt(at) ?? 0).length;

export const foldedText = (text: string): string => folded(text.normalize('NFC')).plain;

function foldedSign(sign: string): string {
  if (sign >= '가' && sign <= '힣') return sign;
  if (sign <= '~') return sign.toLowerCase();
  const digit = digitOf(sign);
  if (digit !== undefined) return digit;
  const wide = sign.normalize('NFKC').replace(dashes, '-');
  const bare = /\p{Script=Latin}/u.test(wide) ? wide.normalize('NFD') : wide;
  const low = bare.replace(unseen, '').toLowerCase();
  return apart[low] ?? low;
}

/** A digit of whatever script as an ASCII one. */
function digitOf(sign: string): string | undefined {
  const point = sign.codePointAt(0);
  if (point === undefined || !/^\p{Nd}$/u.test(sign)) return undefined;
  for (let zero = point; zero > point - 10; zero -= 1) {
    if (!/\p{Nd}/u.test(String.fromCodePoint(zero - 1))) return String(point - zero);
  }
  return undefined;
}

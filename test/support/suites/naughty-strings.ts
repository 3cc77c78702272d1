import { createRequire } from 'node:module';
import * as z from 'zod';

const list = z.array(z.string()).parse(createRequire(import.meta.url)('big-list-of-naughty-strings'));

/** The Big List of Naughty Strings, and what Korean forms meet besides. */
export const naughty: readonly string[] = [
  ...list,
  '김지원'.normalize('NFD'),
  '０１０－１２３４－５６７８',
  '２０１２',
  '\u202e거꾸로\u202c',
  '\u2066<b>\u2069',
  'שלום عالم',
  '𠮷野家 👩‍👩‍👧‍👦 🇰🇷',
  'a\u0000b',
  '\u0001\u001b[31m빨강\u007f\u0085',
  '가\r\n나\r다\n라',
  '\ufeff\u200b\u3164',
  '</textarea><script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onfocus=alert(1) autofocus='",
  '{{constructor.constructor("alert(1)")()}}<%= 7*7 %>',
  '\r\nBcc: everyone@example.com\r\n\r\nhello',
  '=HYPERLINK("https://example.com")',
  '__proto__',
  'constructor',
  'toString',
  '[object Object]',
];

/** A third of the list, another one for each seed, and all that is ours. */
export const someNaughty = (seed: number): readonly string[] =>
  naughty.filter((_, index) => index >= list.length || index % 3 === seed % 3);

/** Strings joined to as few as possible of at most so many characters; what is longer by itself is left out. */
export function packed(strings: readonly string[], most: number, between: string): string[] {
  const packs: string[] = [];
  for (const one of strings) {
    if ([...one].length > most) continue;
    const last = packs.at(-1);
    const joined = last === undefined ? one : last + between + one;
    if (last !== undefined && [...joined].length <= most) packs[packs.length - 1] = joined;
    else packs.push(one);
  }
  return packs;
}

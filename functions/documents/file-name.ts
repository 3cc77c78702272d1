import { strictText } from '../shared/text/strict-text.ts';
import { lengthOf, normaliseLine } from '../shared/text/text.ts';
import { type Format, formats } from './formats.ts';

/** Characters of a name, its ending included. */
export const longestName = 150;

/** What is no part of a name on some system that people have, or would end it in a header. */
const unsafe = /[<>:"|?*]/gu;

/** The last part of what a browser called the file: paths of before have no meaning here. */
const lastPart = (sent: string): string => sent.split(/[/\\]/u).at(-1) ?? '';

const endingIn = (name: string): string => /\.[\p{L}\p{N}]{1,10}$/u.exec(name)?.[0] ?? '';

/** So many characters from the beginning, and no half of one. */
const beginningOf = (text: string, characters: number): string => Array.from(text).slice(0, characters).join('');

/**
 * The name under which a file is kept: one line in NFC, without a path, without signs that nobody sees or that turn the
 * direction of text, and with an ending that says what the file is. Cut in the middle, so that the ending stays.
 * @param otherwise the name of a file whose own has nothing left
 */
export function keptName(sent: string, format: Format, otherwise: string): string {
  const clean = (text: string): string =>
    normaliseLine(lastPart(normaliseLine(text)))
      .replace(unsafe, '_')
      .replace(/^[\s.]+|[\s.]+$/gu, '');
  const name = clean(sent);
  const [usual, ...others] = formats[format].endings;
  const ending = endingIn(name);
  const fits = [usual, ...others].some((one) => ending.toLowerCase() === `.${one}`);
  const stem = (fits ? name.slice(0, -ending.length) : name).replace(/[\s.]+$/u, '') || clean(otherwise) || 'document';
  const tail = fits ? ending : `.${usual}`;
  return `${beginningOf(stem, longestName - lengthOf(tail)).trimEnd()}${tail}`;
}

/**
 * A name out of the metadata of an object: S3 gives what is not ASCII as RFC 2047 says it, and a server that knows
 * nothing of that the bytes of UTF-8 as if they were Latin letters, perhaps twice. What would end the name in the form,
 * browsers write as %22, %0D and %0A.
 */
export const sentName = (header: string): string =>
  decoded(header).replace(/%(?:22|0D|0A)/giu, (escaped) => decodeURIComponent(escaped));

function decoded(header: string): string {
  const words = header.match(/=\?utf-8\?[bq]\?[^?]*\?=/giu);
  if (words) return words.map(ofEncodedWord).join('');
  let name = header;
  for (let time = 0; time < 2; time += 1) {
    if (!/^[\0-\xff]*$/u.test(name) || !/[\x80-\xff]/u.test(name)) break;
    const read = strictText(Buffer.from(name, 'latin1'));
    if (read === undefined) break;
    name = read;
  }
  return name;
}

function ofEncodedWord(word: string): string {
  const [, how = '', text = ''] = /^=\?utf-8\?([bq])\?([^?]*)\?=$/iu.exec(word) ?? [];
  const bytes =
    how.toLowerCase() === 'b'
      ? Buffer.from(text, 'base64')
      : Buffer.from(
          text
            .replaceAll('_', ' ')
            .replace(/=([\dA-F]{2})/giu, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
          'latin1',
        );
  return strictText(bytes) ?? bytes.toString('latin1');
}

/** As a download is called, in both forms (RFC 6266): old programs read the first, which is plain ASCII. */
export function attachment(name: string): string {
  const ascii = name
    .normalize('NFKD')
    .replace(/[^\x20-\x7e]/gu, '')
    .replace(/["\\%]/gu, '_')
    .trim();
  const plain = /^\.|^$/u.test(ascii) ? `document${ascii}` : ascii;
  return `attachment; filename="${plain}"; filename*=UTF-8''${percentEncoded(name)}`;
}

/** All but letters, digits and `-._~`, as signatures and headers want it (RFC 3986). */
export const percentEncoded = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/gu, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);

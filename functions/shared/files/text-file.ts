import iconv from 'iconv-lite';
import { strictText } from '../text/strict-text.ts';

/** How a file was written: UTF-8 as everything should be, UTF-16 with its mark, or what Korean Excel saves as "CSV". */
export type Encoding = 'UTF-8' | 'UTF-16' | 'CP949';

export interface TextFile {
  readonly text: string;
  readonly encoding: Encoding;
}

/**
 * The text of a file that a person saved, without a byte-order mark; nothing if it is in none of the encodings above,
 * since half-read names are worse than none. (`TextDecoder('euc-kr')` lacks most of CP949's syllables.)
 */
export function readText(bytes: Uint8Array): TextFile | undefined {
  const mark = utf16Mark(bytes);
  if (mark) return file(strictText(bytes, mark), 'UTF-16');
  return file(strictText(bytes), 'UTF-8') ?? file(cp949Text(bytes), 'CP949');
}

const utf16Mark = ([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | undefined => {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
};

const file = (text: string | undefined, encoding: Encoding): TextFile | undefined =>
  text === undefined || text.includes('\0') ? undefined : { text, encoding };

/** Its decoder never refuses anything: what it read has to give the same bytes again. */
export function cp949Text(bytes: Uint8Array): string | undefined {
  const text = iconv.decode(bytes, 'cp949');
  return Buffer.compare(iconv.encode(text, 'cp949'), bytes) === 0 ? text : undefined;
}

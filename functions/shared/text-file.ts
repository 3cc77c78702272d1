import iconv from 'iconv-lite';

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
  if (mark) return strictly(mark, 'UTF-16', bytes);
  return strictly('utf-8', 'UTF-8', bytes) ?? cp949(bytes);
}

const utf16Mark = ([first, second]: Uint8Array): string | undefined => {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
};

function strictly(label: string, encoding: Encoding, bytes: Uint8Array): TextFile | undefined {
  try {
    const text = new TextDecoder(label, { fatal: true }).decode(bytes);
    return text.includes('\0') ? undefined : { text, encoding };
  } catch {
    return undefined;
  }
}

/** Its decoder never refuses anything: what it read has to give the same bytes again. */
function cp949(bytes: Uint8Array): TextFile | undefined {
  const text = iconv.decode(bytes, 'cp949');
  const again = iconv.encode(text, 'cp949');
  return !text.includes('\0') && Buffer.compare(again, bytes) === 0 ? { text, encoding: 'CP949' } : undefined;
}

import iconv from 'iconv-lite';

export type TextEncoding = 'utf-8' | 'utf-8-bom' | 'cp949';

/** The bytes of a text, without a mark; nothing, if the encoding lacks a character of it. */
export function bytesOfText(text: string, encoding: TextEncoding): Buffer | undefined {
  if (encoding !== 'cp949') return text.isWellFormed() ? Buffer.from(text, 'utf8') : undefined;
  // It writes ? for what it lacks, and a few signs become others: only what is read back the same was written.
  const bytes = iconv.encode(text, 'cp949');
  return iconv.decode(bytes, 'cp949') === text ? bytes : undefined;
}

export const byteLength = (text: string, encoding: TextEncoding): number | undefined =>
  bytesOfText(text, encoding)?.length;

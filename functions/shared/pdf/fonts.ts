import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PdfFonts } from './document.ts';
import { type MoreFont, moreFonts } from './more-fonts.ts';

/**
 * The fonts of documents, which lie beside the bundle (infra/bundle.ts); each read once a worker: those of Pretendard at
 * the first document, the others at the first name that needs them.
 */
export function fontsIn(folder: string): () => Promise<PdfFonts> {
  const kept = new Map<string, Promise<Buffer>>();
  const read = (file: string): Promise<Buffer> => {
    const known = kept.get(file);
    if (known) return known;
    const bytes = readFile(join(folder, file));
    kept.set(file, bytes);
    // Read again by the next document, and not refused for as long as the worker lives.
    bytes.catch(() => kept.delete(file));
    return bytes;
  };
  const more = (font: MoreFont): Promise<Buffer> => read(moreFonts[font]);
  return async () => {
    const [regular, bold] = await Promise.all([read('PretendardGOV-Regular.ttf'), read('PretendardGOV-Bold.ttf')]);
    return { regular, bold, more };
  };
}

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PdfFonts } from './document.ts';

/** The fonts of documents, which lie beside the bundle (infra/bundle.ts); read once a worker, at the first document. */
export function fontsIn(folder: string): () => Promise<PdfFonts> {
  let kept: Promise<PdfFonts> | undefined;
  const read = async (): Promise<PdfFonts> => {
    const [regular, bold] = await Promise.all([
      readFile(join(folder, 'PretendardGOV-Regular.ttf')),
      readFile(join(folder, 'PretendardGOV-Bold.ttf')),
    ]);
    return { regular, bold };
  };
  return () => {
    kept ??= read();
    return kept;
  };
}

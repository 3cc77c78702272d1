import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LetterFonts } from './letter-pdf.ts';

/** The fonts of the letter, which lie beside the bundle (infra/bundle.ts); read once a worker, at the first letter. */
export function fontsIn(folder: string): () => Promise<LetterFonts> {
  let kept: Promise<LetterFonts> | undefined;
  const read = async (): Promise<LetterFonts> => {
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

import { readFile } from 'node:fs/promises';
import type { PdfFonts } from '../../functions/shared/pdf/document.ts';
import { moreFontFile, pretendardFiles } from '../../infra/font-files.ts';

/** The fonts of documents as they lie in their packages, from where bundling copies them. */
export async function fontsInPackages(): Promise<PdfFonts> {
  const [regular, bold] = await Promise.all([readFile(pretendardFiles.regular), readFile(pretendardFiles.bold)]);
  return { regular, bold, more: (font) => readFile(moreFontFile(font)) };
}

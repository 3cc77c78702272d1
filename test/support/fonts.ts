import { readFileSync } from 'node:fs';
import { once } from '../../functions/shared/once.ts';
import type { PdfFonts } from '../../functions/shared/pdf/document.ts';
import type { MoreFont } from '../../functions/shared/pdf/more-fonts.ts';
import { moreFontFile, pretendardFiles } from '../../infra/font-files.ts';

const more = new Map<MoreFont, Buffer>();
const fonts = once(
  (): PdfFonts => ({
    regular: readFileSync(pretendardFiles.regular),
    bold: readFileSync(pretendardFiles.bold),
    more: async (font) => {
      const file = more.get(font) ?? readFileSync(moreFontFile(font));
      more.set(font, file);
      return file;
    },
  }),
);

/** The fonts of documents as they lie in their packages, from where bundling copies them; read once, as by a Lambda. */
export const fontsInPackages = async (): Promise<PdfFonts> => fonts();

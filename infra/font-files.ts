import { join } from 'node:path';
import { type MoreFont, moreFonts } from '../functions/shared/pdf/more-fonts.ts';

const modules = join(import.meta.dirname, '../node_modules');
const pretendard = join(modules, 'pretendard-gov/dist/public/static/alternative');

/** Where the fonts of documents come from. */
export const pretendardFiles = {
  regular: join(pretendard, 'PretendardGOV-Regular.ttf'),
  bold: join(pretendard, 'PretendardGOV-Bold.ttf'),
} as const;

const packageOf = (font: MoreFont): string => (font === 'han' ? 'zcool-xiaowei' : `noto-sans-${font}`);

/** `NotoSansThai_700Bold.ttf` lies in `@expo-google-fonts/noto-sans-thai/700Bold`. */
export const moreFontFile = (font: MoreFont): string => {
  const [, weight = ''] = /_(\w+)\.ttf$/.exec(moreFonts[font]) ?? [];
  return join(modules, '@expo-google-fonts', packageOf(font), weight, moreFonts[font]);
};

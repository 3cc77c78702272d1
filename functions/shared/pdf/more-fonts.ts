/**
 * The fonts of names that Pretendard GOV cannot draw, in the order in which they are tried, as files beside the bundle:
 * Hanja in the forms of China first, then scripts of their own.
 */
export const moreFonts = {
  han: 'ZCOOLXiaoWei_400Regular.ttf',
  arabic: 'NotoSansArabic_700Bold.ttf',
  thai: 'NotoSansThai_700Bold.ttf',
  devanagari: 'NotoSansDevanagari_700Bold.ttf',
  hebrew: 'NotoSansHebrew_700Bold.ttf',
  georgian: 'NotoSansGeorgian_700Bold.ttf',
  armenian: 'NotoSansArmenian_700Bold.ttf',
  khmer: 'NotoSansKhmer_700Bold.ttf',
  tamil: 'NotoSansTamil_700Bold.ttf',
  bengali: 'NotoSansBengali_700Bold.ttf',
} as const;
export type MoreFont = keyof typeof moreFonts;

export const moreFontNames: readonly MoreFont[] = [
  'han',
  'arabic',
  'thai',
  'devanagari',
  'hebrew',
  'georgian',
  'armenian',
  'khmer',
  'tamil',
  'bengali',
];

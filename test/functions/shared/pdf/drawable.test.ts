import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { create, type Font } from 'fontkit';
import { describe, expect, it } from 'vitest';
import { drawnWords, type FontName, isDrawable, moreFontsOf } from '../../../../functions/shared/pdf/drawable.ts';
import { personName } from '../../../../functions/shared/text/normalise.ts';
import { moreFontFile, pretendardFiles } from '../../../../infra/font-files.ts';
import { codePoint } from '../../../support/code-points.ts';

const opened = new Map<FontName, Font>();
const fontOf = (name: FontName): Font => {
  const font = opened.get(name) ?? create(readFileSync(name === 'bold' ? pretendardFiles.bold : moreFontFile(name)));
  if (!('layout' in font)) throw new Error(`${name} holds several fonts`);
  opened.set(name, font);
  return font;
};
const fontsOf = (name: string) => drawnWords(name)?.map((pieces) => pieces.map(({ font }) => font).join('+'));

describe('the fonts of a name', () => {
  it.each([
    ['김하늘', ['bold']],
    ['李知垣', ['bold']],
    ['Nguyễn Thị Ánh', ['bold', 'bold', 'bold']],
    ['Иван Καίσαρ はな', ['bold', 'bold', 'bold']],
    ['张伟', ['han']],
    ['李知垣 张三', ['han', 'han']],
    ['김 张伟', ['bold', 'han']],
    ['김张伟', ['bold+han']],
    ['محمد علي', ['arabic', 'arabic']],
    ['Ali علي', ['bold', 'arabic']],
    ['דוד-כהן', ['hebrew']],
    ['สมชาย ใจดี', ['thai', 'thai']],
    ['नरेन्द्र', ['devanagari']],
    ['გიორგი', ['georgian']],
    ['Արամ', ['armenian']],
    ['សុខា', ['khmer']],
    ['கோபால்', ['tamil']],
    ['শ্রীমতী', ['bengali']],
  ])('%s are the first that have all of it, else by word, else by sign: %j', (name, fonts) => {
    expect(fontsOf(name)).toEqual(fonts);
    expect(fontsOf(name.normalize('NFD'))).toEqual(fonts);
  });

  it.each(['𠮷', 'ကျော်', 'ལྷ', 'مُحَمَّد', 'น้ำ', 'Aliعلي', '김 😀', '\u{20000}'])('do not suffice for %s', (name) => {
    expect(isDrawable(name)).toBe(false);
  });

  it('are read only when a name needs them', () => {
    expect(moreFontsOf('김하늘 Kim 李')).toEqual([]);
    expect(moreFontsOf('김 张伟 علي')).toEqual(['han', 'arabic']);
  });

  it('have a glyph for every sign of every name that is said to be drawable', () => {
    const scripts = [
      [0x20, 0x24f],
      [0x370, 0x52f],
      [0x530, 0x5ff],
      [0x600, 0x6ff],
      [0x900, 0x97f],
      [0x980, 0x9ff],
      [0xb80, 0xbff],
      [0xe00, 0xe7f],
      [0x1000, 0x10ff],
      [0x1780, 0x17ff],
      [0x1e00, 0x1fff],
      [0x3040, 0x30ff],
      [0x4e00, 0x9fff],
      [0xac00, 0xd7a3],
      [0x20000, 0x2a6df],
    ] as const;
    const sign = fc.oneof(
      ...scripts.map(([min, max]) => fc.integer({ min, max }).map((point) => String.fromCodePoint(point))),
      fc.string({ unit: codePoint, maxLength: 1 }),
    );
    const ofOne = fc
      .constantFrom(...scripts)
      .chain(([min, max]) =>
        fc
          .array(fc.integer({ min, max }), { minLength: 1, maxLength: 6 })
          .map((points) => String.fromCodePoint(...points)),
      );
    const typed = fc.array(fc.oneof(sign, ofOne, fc.constant(' ')), { maxLength: 6 }).map((parts) => parts.join(''));
    let drawn = 0;
    fc.assert(
      fc.property(typed, (written) => {
        const { data: name } = personName.safeParse(written);
        const words = name === undefined ? undefined : drawnWords(name);
        if (name === undefined || !words) return;
        drawn += 1;
        for (const { font, text } of words.flat()) {
          for (const char of text)
            expect([char, fontOf(font).hasGlyphForCodePoint(char.codePointAt(0) ?? 0)]).toEqual([char, true]);
        }
        expect(words.map((pieces) => pieces.map(({ text }) => text).join('')).join(' ')).toBe(name);
      }),
      { numRuns: 3000 },
    );
    expect(drawn).toBeGreaterThan(200);
  });
});

import { readFileSync } from 'node:fs';
import { create } from 'fontkit';
import { type MoreFont, moreFontNames } from '../functions/shared/pdf/more-fonts.ts';
import { moreFontFile, pretendardFiles } from './font-files.ts';

/** What a name may have between its letters in any script. */
const between = /[ '’.-]/u;
/** What a font is used for: its own script, without what fontkit sets in the wrong place (points of Arabic). */
const uses: Readonly<Record<MoreFont, RegExp>> = {
  han: /\p{scx=Han}/u,
  arabic: /(?=\p{scx=Arabic})[\p{L}\p{Nd}]/u,
  thai: /\p{scx=Thai}/u,
  devanagari: /\p{scx=Devanagari}/u,
  hebrew: /(?=\p{scx=Hebrew})\p{L}/u,
  georgian: /\p{scx=Georgian}/u,
  armenian: /\p{scx=Armenian}/u,
  khmer: /\p{scx=Khmer}/u,
  tamil: /\p{scx=Tamil}/u,
  bengali: /\p{scx=Bengali}/u,
};

function codePointsOf(file: string): readonly number[] {
  const font = create(readFileSync(file));
  if (!('characterSet' in font)) throw new Error(`${file} holds several fonts`);
  return font.characterSet.filter((point) => /[\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}]/u.test(String.fromCodePoint(point)));
}

/** Blocks of 256 code points that a font has any of, each as 32 bytes in base64: `ac=//8…`. */
function packed(points: readonly number[]): string {
  const blocks = new Map<number, Uint8Array>();
  for (const point of points) {
    const block = blocks.get(point >> 8) ?? new Uint8Array(32);
    const byte = (point & 0xff) >> 3;
    block[byte] = (block[byte] ?? 0) | (1 << (point & 7));
    blocks.set(point >> 8, block);
  }
  return [...blocks]
    .sort(([a], [b]) => a - b)
    .map(([block, bits]) => `${block.toString(16)}=${Buffer.from(bits).toString('base64').replace(/=+$/, '')}`)
    .join(' ');
}

/** The file that tells the form and the letter which font draws what, so that neither opens a font to know. */
export function fontCoverage(): string {
  const more = moreFontNames.map((font): readonly [string, readonly number[]] => {
    const points = codePointsOf(moreFontFile(font));
    const used = (point: number) => [between, uses[font]].some((use) => use.test(String.fromCodePoint(point)));
    return [font, points.filter(used)];
  });
  const fonts = [['bold', codePointsOf(pretendardFiles.bold)] as const, ...more];
  return [
    '/* Made by `npm run generate` of the fonts: the code points that each draws, in blocks of 256. */',
    '',
    'export const fontCoverage = {',
    ...fonts.map(([font, points]) => `  ${font}: '${packed(points)}',`),
    '} as const;',
    '',
  ].join('\n');
}

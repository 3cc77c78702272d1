import { once } from '../once.ts';
import { fontCoverage } from './font-coverage.ts';
import { type MoreFont, moreFontNames } from './more-fonts.ts';

export type FontName = 'bold' | MoreFont;

/** Part of a word, in the font that draws it. */
export interface Piece {
  readonly font: FontName;
  readonly text: string;
}

const rightToLeft: readonly FontName[] = ['arabic', 'hebrew'];
/** What fontkit sets in the wrong place though the font has it: a tone under the ring of the vowel am. */
const misplaced = /[\u0e48-\u0e4b]\u0e33/u;

const blocksOf = (packed: string): ReadonlyMap<number, Uint8Array> =>
  new Map(
    packed.split(' ').map((entry) => {
      const at = entry.indexOf('=');
      return [Number.parseInt(entry.slice(0, at), 16), Buffer.from(entry.slice(at + 1), 'base64')];
    }),
  );

const fontNames: readonly FontName[] = ['bold', ...moreFontNames];
const fonts = once(() => fontNames.map((name) => ({ name, blocks: blocksOf(fontCoverage[name]) })));

/** The first font that draws all of it. */
function fontOf(text: string): FontName | undefined {
  const points = Array.from(text, (char) => char.codePointAt(0) ?? 0);
  return fonts().find(({ blocks }) =>
    points.every((point) => ((blocks.get(point >> 8)?.[(point & 0xff) >> 3] ?? 0) >> (point & 7)) & 1),
  )?.name;
}

const graphemes = once(() => new Intl.Segmenter('ko', { granularity: 'grapheme' }));

/** A word in one font, or sign by sign. Signs that run from right to left are not mixed into a word. */
function piecesOf(word: string): readonly Piece[] | undefined {
  const whole = fontOf(word);
  if (whole) return [{ font: whole, text: word }];
  const pieces: Piece[] = [];
  for (const { segment: text } of graphemes().segment(word)) {
    const font = fontOf(text);
    if (!font || rightToLeft.includes(font)) return undefined;
    const last = pieces.at(-1);
    if (last?.font === font) pieces.splice(-1, 1, { font, text: last.text + text });
    else pieces.push({ font, text });
  }
  return pieces;
}

/**
 * The words of a line, in as few fonts as draw them: the first that has all of it, else by word, else by sign. Nothing,
 * if no font draws some sign of it as it should look.
 */
export function drawnWords(line: string): readonly (readonly Piece[])[] | undefined {
  const text = line.normalize('NFC');
  if (misplaced.test(text)) return undefined;
  const whole = fontOf(text);
  const words: (readonly Piece[])[] = [];
  for (const word of text.split(' ').filter(Boolean)) {
    const pieces = whole ? [{ font: whole, text: word }] : piecesOf(word);
    if (!pieces) return undefined;
    words.push(pieces);
  }
  return words;
}

/** The fonts that a name needs beside the first. */
export function moreFontsOf(name: string): readonly MoreFont[] {
  const used = (drawnWords(name) ?? []).flatMap((pieces) => pieces.map(({ font }) => font));
  return moreFontNames.filter((font) => used.includes(font));
}

/** Whether a document can show a name. */
export const isDrawable = (name: string): boolean => drawnWords(name) !== undefined;

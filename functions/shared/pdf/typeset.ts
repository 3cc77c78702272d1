import type { Document } from './document.ts';
import { drawnWords, type Piece } from './drawable.ts';

/** Where a line of words begins, and how wide and high what is made of it may be. */
interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly sizes: readonly number[];
}

const lineGap = 3;
/** Fonts of other scripts are set on the line of the first, however high they are. */
const ascent = 0.95;
const lineHeight = (size: number): number => size * 1.2 + lineGap;
/** Without it pdfkit sets word by word from left to right, whatever the script. */
const asWhole: { readonly features: [] } = { features: [] };

/**
 * Writes a name in the fonts that have its signs (the document has them by their names), in the first size in which it
 * fits. The names that need one font only are set by pdfkit itself. Returns where it ends.
 */
export function typeset(document: Document, text: string, box: Box): number {
  const words = drawnWords(text);
  const other = words?.some((pieces) => pieces.some(({ font }) => font !== 'bold'));
  return words && other ? inSeveralFonts(document, words, box) : inOneFont(document, text, box);
}

function inOneFont(document: Document, text: string, { x, y, width, height, sizes }: Box): number {
  document.font('bold');
  const options = { width, lineGap };
  const size = sizes.find((one) => document.fontSize(one).heightOfString(text, options) <= height) ?? sizes.at(-1) ?? 0;
  document.fontSize(size).text(text, x, y, { ...options, height, ellipsis: true });
  return document.y;
}

type Words = readonly (readonly Piece[])[];

function inSeveralFonts(document: Document, words: Words, { x, y, width, height, sizes }: Box): number {
  const fits = (size: number): boolean => {
    const lines = linesOf(document, words, size, width);
    const widest = Math.max(...lines.map((line) => widthOf(document, line, size)));
    return widest <= width && lines.length * lineHeight(size) <= height;
  };
  const size = sizes.find(fits) ?? sizes.at(-1) ?? 0;
  const lines = linesOf(document, words, size, width);
  for (const [index, line] of lines.entries()) {
    const base = y + index * lineHeight(size) + size * ascent;
    let at = x;
    for (const piece of line) {
      document.font(piece.font).fontSize(size);
      document.text(piece.text, at, base, { lineBreak: false, baseline: 'alphabetic', ...asWhole });
      at += widthOf(document, [piece], size);
    }
  }
  document.y = y + lines.length * lineHeight(size);
  return document.y;
}

const widthOf = (document: Document, line: readonly Piece[], size: number): number =>
  line.reduce((sum, { font, text }) => sum + document.font(font).fontSize(size).widthOfString(text, asWhole), 0);

/** Words of one font stand in one piece with the spaces between them, so that those from right to left do as a whole. */
const joined = (line: readonly Piece[], word: readonly Piece[]): readonly Piece[] => {
  const last = line.at(-1);
  const [first, ...more] = word;
  if (!last || !first) return word;
  return last.font === first.font
    ? [...line.slice(0, -1), { font: last.font, text: `${last.text} ${first.text}` }, ...more]
    : [...line, { font: 'bold', text: ' ' }, ...word];
};

function linesOf(document: Document, words: Words, size: number, width: number): readonly (readonly Piece[])[] {
  const lines: (readonly Piece[])[] = [];
  for (const word of words) {
    const line = lines.at(-1);
    const longer = line && joined(line, word);
    if (longer && widthOf(document, longer, size) <= width) lines.splice(-1, 1, longer);
    else lines.push(word);
  }
  return lines;
}

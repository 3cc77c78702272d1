import type { Lang, Text } from '../shared/i18n.ts';
import {
  bytesOf,
  colour,
  type Document,
  decoration,
  type Element,
  letterhead,
  openDocument,
  type PdfFonts,
  page,
  paragraph,
  rule,
} from '../shared/pdf/document.ts';
import { isDrawable, moreFontsOf } from '../shared/pdf/drawable.ts';
import { typeset } from '../shared/pdf/typeset.ts';
import { formatDate, formatInstant, type Instant, seoulDateOf } from '../shared/time.ts';
import type { Signature, Signer } from './agreement.ts';
import { calledIn } from './called.ts';
import { numberLabel, pdfWords as words } from './pdf-words.ts';
import type { FilledPart } from './template.ts';
import { verifyPath } from './verify-path.ts';

export interface AgreementContent {
  readonly agreement: string;
  readonly number: number;
  readonly title: Text;
  readonly signers: readonly Signer[];
  readonly frozenAt: Instant;
  readonly parts: readonly FilledPart[];
  readonly baseUrl: string;
  /** Who signed which text, once all have. */
  readonly signed?: { readonly signatures: readonly Signature[]; readonly sha256: string };
}

const { width } = page;
const bottom = page.height - 64;
const lineGap = 3;

/**
 * An agreement as a tagged PDF: the Korean text, its translation, and the signatures once all have signed. The same
 * content gives the same bytes.
 */
export async function agreementPdf(content: AgreementContent, fonts: PdfFonts): Promise<Buffer> {
  const { title, signers, signed, frozenAt } = content;
  const names = [
    ...signers.flatMap(({ name, party }) => [name, party]),
    ...(signed?.signatures ?? []).map(({ name }) => name),
    ...content.parts.flatMap(({ paragraphs }) => paragraphs.flatMap(({ ko, en }) => [ko, en])),
  ].filter((text) => moreFontsOf(text).length > 0);
  const { document, root } = await openDocument({ title: title.ko, name: names.join(' '), issuedAt: frozenAt }, fonts);
  const sheet = openSheet(document, root, `${content.agreement} · ${content.number}`);
  letterhead(document, root);
  sheet.y = page.top + 44;
  heading(sheet, 'H1', title.ko, 20);
  facts(sheet, content);
  writeParts(sheet, content.parts, 'ko');
  sheet.y += 20;
  heading(sheet, 'H2', title.en, 15);
  write(sheet, words.translation.en, { size: 9.5, colour: colour.subtle });
  writeParts(sheet, content.parts, 'en');
  if (signed) signatures(sheet, content, signed);
  root.end();
  return bytesOf(document);
}

/** Where the next line is written, on which page. */
interface Sheet {
  readonly document: Document;
  readonly root: Element;
  readonly footer: string;
  y: number;
  number: number;
}

function openSheet(document: Document, root: Element, footer: string): Sheet {
  const sheet: Sheet = { document, root, footer, y: page.top, number: 1 };
  writeFooter(sheet);
  return sheet;
}

function writeFooter({ document, footer, number }: Sheet): void {
  decoration(document, () => {
    document.font('regular').fontSize(8.5).fillColor(colour.subtle);
    document.text(`${footer} · ${number}`, page.left, page.height - 44, { width, align: 'right', lineBreak: false });
  });
}

/** On the next page, if what comes does not fit on this one. */
function room(sheet: Sheet, height: number): void {
  if (sheet.y + height <= bottom) return;
  sheet.document.addPage();
  sheet.number += 1;
  sheet.y = page.top;
  writeFooter(sheet);
}

function heading(sheet: Sheet, kind: 'H1' | 'H2' | 'H3', text: string, size: number): void {
  const { document, root } = sheet;
  const height = document.font('bold').fontSize(size).heightOfString(text, { width });
  // Never alone at the foot of a page.
  room(sheet, height + 36);
  paragraph(document, root, kind, () => {
    document.font('bold').fontSize(size).fillColor(colour.strong).text(text, page.left, sheet.y, { width });
  });
  sheet.y += height + 8;
}

interface Look {
  readonly size?: number;
  readonly colour?: string;
  readonly font?: 'regular' | 'bold';
}

/** Words over as many pages as they take. */
function write(
  sheet: Sheet,
  text: string,
  { size = 10.5, colour: ink = colour.text, font = 'regular' }: Look = {},
): void {
  const { document, root } = sheet;
  if (moreFontsOf(text).length > 0) {
    writeName(sheet, text, size);
    return;
  }
  const heightOf = (some: readonly string[]) =>
    document.font(font).fontSize(size).heightOfString(some.join(' '), { width, lineGap });
  let rest = text.split(' ');
  while (rest.length > 0) {
    room(sheet, size * 2.6);
    const fits = fitting(rest, (some) => heightOf(some) <= bottom - sheet.y);
    const now = rest.slice(0, fits);
    const height = heightOf(now);
    paragraph(document, root, 'P', () => {
      document.font(font).fontSize(size).fillColor(ink);
      document.text(now.join(' '), page.left, sheet.y, { width, lineGap });
    });
    sheet.y += height + 5;
    rest = rest.slice(fits);
    if (rest.length > 0) sheet.y = bottom;
  }
}

/** How many of some words fit, one at least: a word that is higher than a page is cut by nobody. */
function fitting(all: readonly string[], fits: (some: readonly string[]) => boolean): number {
  if (fits(all)) return all.length;
  let [least, most] = [1, all.length];
  while (most - least > 1) {
    const middle = (least + most) >> 1;
    if (fits(all.slice(0, middle))) least = middle;
    else most = middle;
  }
  return least;
}

/** In the fonts that have its signs, on one page. */
function writeName(sheet: Sheet, text: string, size: number): void {
  const { document, root } = sheet;
  const lines = Math.ceil(text.length / 30);
  room(sheet, Math.min(lines * size * 1.6, bottom - page.top));
  paragraph(document, root, 'P', () => {
    document.fillColor(colour.text);
    const box = { x: page.left, y: sheet.y, width, height: bottom - page.top, sizes: [size] };
    sheet.y = typeset(document, text, box) + 5;
  });
}

function facts(sheet: Sheet, { agreement, number, title, frozenAt, signers }: AgreementContent): void {
  const { document } = sheet;
  const day = seoulDateOf(frozenAt);
  const rows = [
    `${numberLabel(calledIn(title))} ${agreement} · ${number}${words.version.ko}`,
    `${words.frozen.ko} ${formatDate(day, 'ko')} · ${words.frozen.en} ${formatDate(day, 'en')}`,
    ...signers.map((signer) => `${signer.title.ko} (${signer.title.en}): ${signer.party} · ${signer.name}`),
  ];
  rule(document, sheet.y);
  sheet.y += 8;
  for (const row of rows) write(sheet, row, { size: 10 });
  rule(document, sheet.y + 2);
  sheet.y += 16;
}

function writeParts(sheet: Sheet, parts: readonly FilledPart[], lang: Lang): void {
  for (const { heading: title, paragraphs } of parts) {
    heading(sheet, 'H3', title[lang], 12);
    for (const text of paragraphs) write(sheet, text[lang]);
    sheet.y += 8;
  }
}

function signatures(sheet: Sheet, content: AgreementContent, signed: NonNullable<AgreementContent['signed']>): void {
  sheet.y += 8;
  room(sheet, 200);
  rule(sheet.document, sheet.y);
  sheet.y += 14;
  heading(sheet, 'H2', `${words.signatures.ko} · ${words.signatures.en}`, 15);
  for (const { signer, name, at } of signed.signatures) {
    const { title, party } = content.signers.find(({ id }) => id === signer) ?? {};
    room(sheet, 90);
    if (title) write(sheet, `${title.ko} · ${title.en}`, { font: 'bold' });
    write(sheet, isDrawable(name) && party ? `${party} · ${name}` : (party ?? ''), { size: 12 });
    write(sheet, `${words.signedAt.ko} ${formatInstant(at, 'ko')} · ${words.signedAt.en} ${formatInstant(at, 'en')}`, {
      size: 9.5,
    });
    for (const lang of ['ko', 'en'] as const) write(sheet, words.way[lang], { size: 9, colour: colour.subtle });
    sheet.y += 8;
  }
  for (const lang of ['ko', 'en'] as const) write(sheet, words.text[lang], { size: 9, colour: colour.subtle });
  write(sheet, signed.sha256, { size: 9 });
  for (const lang of ['ko', 'en'] as const) write(sheet, words.verify[lang], { size: 9, colour: colour.subtle });
  write(sheet, `${content.baseUrl}${verifyPath}`, { size: 10, font: 'bold' });
}

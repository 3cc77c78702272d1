import { serviceName } from '../service-name.ts';
import type { Instant } from '../time.ts';
import { moreFontsOf } from './drawable.ts';
import { fontFor } from './kept-font.ts';
import type { MoreFont } from './more-fonts.ts';

/** Pretendard GOV as TrueType, what a PDF can embed of it, and the fonts of what it cannot draw. */
export interface PdfFonts {
  readonly regular: Buffer;
  readonly bold: Buffer;
  readonly more: (font: MoreFont) => Promise<Buffer>;
}

/** Points: A4 is 595 × 842. */
export const page = { left: 72, right: 523, width: 523 - 72, top: 72, height: 842 } as const;

/** The colours are those of functions/assets/tokens.css. */
export const colour = {
  text: '#1e2124',
  strong: '#131416',
  subtle: '#464c53',
  line: '#cdd1d5',
  tint: '#eef2f7',
} as const;

const mark = [
  { x: 0, height: 8, colour: '#86aff9' },
  { x: 7, height: 13, colour: '#256ef4' },
  { x: 14, height: 18, colour: '#083891' },
] as const;

export type Document = PDFKit.PDFDocument;
export type Element = PDFKit.PDFStructureElement;

/**
 * A tagged document in Korean with the fonts `regular` and `bold`, and those that a name in it needs besides. The same
 * content gives the same bytes, so that a copy can be compared with what was issued.
 */
export async function openDocument(
  { title, name, issuedAt }: { readonly title: string; readonly name: string; readonly issuedAt: Instant },
  fonts: PdfFonts,
): Promise<{ readonly document: Document; readonly root: Element }> {
  const { default: PDFDocument } = await import('pdfkit');
  const more = await Promise.all(moreFontsOf(name).map(async (font) => ({ font, file: await fonts.more(font) })));
  const document = new PDFDocument({
    size: 'A4',
    // No margin below, so that nothing that is too long begins a second page.
    margins: { top: page.top, bottom: 0, left: page.left, right: page.left },
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: 'ko-KR',
    // No standard font: they are not embedded, and their files are not in the bundle.
    font: '',
    info: { Title: title, Author: serviceName.ko, Creator: serviceName.en, CreationDate: new Date(issuedAt) },
  });
  document.registerFont('regular', fontFor(PDFDocument, fonts.regular));
  document.registerFont('bold', fontFor(PDFDocument, fonts.bold));
  for (const { font, file } of more) document.registerFont(font, fontFor(PDFDocument, file));
  const root = document.struct('Document');
  document.addStructure(root);
  return { document, root };
}

/** An element of the structure, with what is written in it. */
export const paragraph = (document: Document, parent: Element, kind: string, write: () => void): void => {
  parent.add(document.struct(kind, {}, write));
};

/** What is drawn and read by nobody. */
export const decoration = (document: Document, draw: () => void): void => {
  document.markContent('Artifact', { type: 'Layout' });
  draw();
  document.endMarkedContent();
};

/** A thin line from margin to margin. */
export const rule = (document: Document, y: number): void =>
  decoration(document, () => {
    document.moveTo(page.left, y).lineTo(page.right, y).lineWidth(0.75).strokeColor(colour.line).stroke();
  });

/** The mark and the name of the service, at the top. */
export function letterhead(document: Document, root: Element): void {
  decoration(document, () => {
    for (const bar of mark) {
      document.rect(page.left + bar.x, page.top + 18 - bar.height, 5, bar.height).fill(bar.colour);
    }
  });
  paragraph(document, root, 'P', () => {
    document
      .font('bold')
      .fontSize(13)
      .fillColor(colour.strong)
      .text(serviceName.ko, page.left + 28, page.top + 2);
  });
}

/** Ends a document; its bytes. */
export const bytesOf = (document: Document): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
    document.end();
  });

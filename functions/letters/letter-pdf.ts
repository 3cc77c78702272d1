import { lastLessonDay } from '../rounds/lessons.ts';
import type { Round } from '../rounds/round.ts';
import type { Letter } from '../seats/verification-code.ts';
import { serviceName } from '../shared/pages/layout.tsx';
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
import { typeset } from '../shared/pdf/typeset.ts';
import { formatDate, seoulDateOf } from '../shared/time.ts';
import { letterLabelWords, letterWordsOf } from './letter-texts.ts';
import { qrCode } from './qr-code.ts';

export interface LetterContent {
  readonly letter: Letter;
  readonly name: string;
  readonly round: Pick<Round, 'programme' | 'renews' | 'title' | 'firstDay' | 'schedule' | 'sites' | 'contact'>;
  /** Where anybody can check the code, as people type it. */
  readonly verifyAt: string;
}

const { width } = page;
const column = 96;
const twoLines = 40;
/** A name is never cut: the longest of all fits in the last of these sizes. */
const nameHeight = 56;
const nameSizes = [14, 12, 10, 8.5, 7.5];

/**
 * The confirmation letter: one tagged page in Korean. The same letter gives the same bytes, so that a copy can be
 * compared with what was issued.
 */
export async function letterPdf(content: LetterContent, fonts: PdfFonts): Promise<Buffer> {
  const { letter, name, round } = content;
  const { title } = letterWordsOf(round);
  const { document, root } = await openDocument(
    { title: `${title} · ${round.title.ko}`, name, issuedAt: letter.issuedAt },
    fonts,
  );
  letterhead(document, root);
  heading(document, root, title);
  const belowFacts = facts(document, root, content);
  const belowStatement = statement(document, root, content, belowFacts);
  verification(document, root, content, belowStatement);
  root.end();
  return bytesOf(document);
}

function heading(document: Document, root: Element, title: string): void {
  paragraph(document, root, 'H1', () => {
    document
      .font('bold')
      .fontSize(30)
      .fillColor(colour.strong)
      .text(title, page.left, page.top + 76, { width, align: 'center' });
  });
}

/** The days of a course; an extension runs from the end of each contract, which its agreement says. */
const whenOf = (round: LetterContent['round']): readonly (readonly [string, string])[] => [
  [
    letterLabelWords.period,
    `${formatDate(round.firstDay, 'ko')}부터 ${formatDate(lastLessonDay(round), 'ko')}까지 (${round.schedule.weeks}주)`,
  ],
  [letterLabelWords.days, round.schedule.days.ko],
];

function facts(document: Document, root: Element, { letter, name, round }: LetterContent): number {
  const table = document.struct('Table');
  root.add(table);
  const rows: readonly (readonly [string, string])[] = [
    [letterLabelWords.name, name],
    [letterLabelWords.round, round.title.ko],
    ...(round.renews ? [] : whenOf(round)),
    [letterLabelWords.place, round.sites.ko],
    [letterLabelWords.reference, letter.reference],
  ];
  let y = page.top + 156;
  rule(document, y);
  for (const [term, value] of rows) {
    const row = document.struct('TR');
    table.add(row);
    y += 11;
    const at = y;
    paragraph(document, row, 'TH', () => {
      document.font('bold').fontSize(11).fillColor(colour.subtle).text(term, page.left, at, { width: column });
    });
    paragraph(document, row, 'TD', () => {
      const box = { x: page.left + column, width: width - column };
      document.fillColor(colour.text);
      if (term === letterLabelWords.name)
        y = typeset(document, value, { ...box, y: at - 2, height: nameHeight, sizes: nameSizes }) + 8;
      else {
        document
          .font('regular')
          .fontSize(11.5)
          .text(value, box.x, at, { width: box.width, lineGap: 3, height: twoLines, ellipsis: true });
        y = document.y + 8;
      }
    });
    row.end();
    rule(document, y);
  }
  table.end();
  return y;
}

function statement(document: Document, root: Element, { letter, round }: LetterContent, from: number): number {
  paragraph(document, root, 'P', () => {
    document
      .font('regular')
      .fontSize(14)
      .fillColor(colour.text)
      .text(letterWordsOf(round).statement, page.left, from + 32, { width, align: 'center', lineGap: 7 });
  });
  paragraph(document, root, 'P', () => {
    document
      .font('regular')
      .fontSize(13)
      .text(dayOf(letter), page.left, document.y + 24, { width, align: 'center' });
  });
  paragraph(document, root, 'P', () => {
    document
      .font('bold')
      .fontSize(20)
      .fillColor(colour.strong)
      .text(serviceName.ko, page.left, document.y + 14, { width, align: 'center' });
  });
  return document.y;
}

/** Without the weekday, as papers are dated. */
const dayOf = ({ issuedAt }: Letter): string => formatDate(seoulDateOf(issuedAt), 'ko').replace(/\(.*\)$/u, '');

const qrSide = 92;

/** The page where the code is checked, for whoever has the paper; the code itself stands in no address. */
function drawQr(document: Document, text: string, x: number, y: number): void {
  const { size, path } = qrCode(text);
  document.rect(x, y, qrSide, qrSide).fill('#ffffff');
  document
    .save()
    .translate(x, y)
    .scale(qrSide / size)
    .path(path)
    .fill('#000000')
    .restore();
}

function verification(document: Document, root: Element, content: LetterContent, from: number): void {
  const { letter, round, verifyAt } = content;
  const top = Math.max(from + 20, page.height - 56 - 116);
  decoration(document, () => {
    document.roundedRect(page.left, top, width, 116, 6).fill(colour.tint);
    drawQr(document, verifyAt, page.right - 12 - qrSide, top + 12);
  });
  const write = (kind: string, font: 'regular' | 'bold', size: number, text: string, y: number): void =>
    paragraph(document, root, kind, () => {
      document
        .font(font)
        .fontSize(size)
        .fillColor(font === 'bold' ? colour.strong : colour.subtle)
        .text(text, page.left + 16, top + y, { width: width - 48 - qrSide, lineGap: 2 });
    });
  write('H2', 'bold', 11, letterLabelWords.verify, 11);
  write('P', 'regular', 9.5, letterLabelWords.verifyText, 27);
  write('P', 'bold', 15, `${letterLabelWords.code} ${letter.code}`, 56);
  write('P', 'regular', 10, verifyAt, 79);
  write('P', 'regular', 9.5, `${letterLabelWords.contact} ${round.contact.phone} · ${round.contact.email}`, 95);
}

import {
  bytesOf,
  colour,
  type Document,
  type Element,
  letterhead,
  openDocument,
  type PdfFonts,
  page,
  paragraph,
  rule,
} from '../shared/pdf/document.ts';
import { typeset } from '../shared/pdf/typeset.ts';
import { wonDigits } from '../shared/text/won.ts';
import { formatDate, type Instant, type LocalDate } from '../shared/time.ts';
import type { ExplainedLine } from '../wages/explain.ts';
import { statementLabels as labels } from './statement-words.ts';

export interface StatementContent {
  readonly claim: string;
  readonly name: string;
  /** `2027-03` */
  readonly month: string;
  readonly paidOn: LocalDate;
  /** The bank and the last digits: never the whole number. */
  readonly account: string;
  readonly lines: readonly ExplainedLine[];
  readonly issuedAt: Instant;
}

const { width } = page;
const amountWidth = 92;
const lineWidth = width - amountWidth - 12;
/** Nothing is written below it. */
const bottom = page.height - 64;

/** The statement of a payment in Korean, tagged, on as many pages as its lines take. The same payment gives the same bytes. */
export async function statementPdf(content: StatementContent, fonts: PdfFonts): Promise<Buffer> {
  const title = `${labels.title} · ${content.claim}`;
  const { document, root } = await openDocument({ title, name: content.name, issuedAt: content.issuedAt }, fonts);
  letterhead(document, root);
  paragraph(document, root, 'H1', () => {
    document
      .font('bold')
      .fontSize(22)
      .fillColor(colour.strong)
      .text(labels.title, page.left, page.top + 44, { width });
  });
  const y = facts(document, root, content);
  notes(document, root, content.lines, amounts(document, root, content.lines, y));
  root.end();
  return bytesOf(document);
}

function facts(document: Document, root: Element, { name, month, paidOn, claim, account }: StatementContent): number {
  const table = document.struct('Table');
  root.add(table);
  const rows = [
    [labels.name, name],
    [labels.month, `${Number(month.slice(0, 4))}년 ${Number(month.slice(5))}월`],
    [labels.paidOn, formatDate(paidOn, 'ko')],
    [labels.claim, claim],
    [labels.account, account],
  ] as const;
  let y = page.top + 92;
  for (const [term, value] of rows) {
    const row = document.struct('TR');
    table.add(row);
    const at = y;
    paragraph(document, row, 'TH', () => {
      document.font('bold').fontSize(10).fillColor(colour.subtle).text(term, page.left, at, { width: 88 });
    });
    paragraph(document, row, 'TD', () => {
      document.fillColor(colour.text);
      if (term === labels.name) {
        y = typeset(document, value, {
          x: page.left + 96,
          y: at - 1,
          width: width - 96,
          height: 30,
          sizes: [11, 9, 7.5],
        });
      } else {
        document
          .font('regular')
          .fontSize(10)
          .text(value, page.left + 96, at, { width: width - 96 });
        y = document.y;
      }
    });
    row.end();
    y += 7;
  }
  table.end();
  return y + 12;
}

function amounts(document: Document, root: Element, lines: readonly ExplainedLine[], from: number): number {
  paragraph(document, root, 'H2', () => {
    document.font('bold').fontSize(13).fillColor(colour.strong).text(labels.lines, page.left, from, { width });
  });
  const table = document.struct('Table');
  root.add(table);
  let y = heading(document, table, document.y + 8);
  for (const line of lines) {
    if (line.kind === 'note') continue;
    const font = line.kind === 'sum' ? 'bold' : 'regular';
    const height = document.font(font).fontSize(10).heightOfString(line.text.ko, { width: lineWidth, lineGap: 2 });
    if (y + height > bottom) {
      document.addPage();
      y = heading(document, table, page.top);
    }
    const row = document.struct('TR');
    table.add(row);
    const at = y;
    paragraph(document, row, 'TD', () => {
      document.font(font).fontSize(10).fillColor(colour.text);
      document.text(line.text.ko, page.left, at, { width: lineWidth, lineGap: 2 });
    });
    paragraph(document, row, 'TD', () => {
      document
        .font(font)
        .fontSize(10)
        .text(wonDigits(line.amount), page.right - amountWidth, at, {
          width: amountWidth,
          align: 'right',
        });
    });
    row.end();
    y = at + height + 5;
    rule(document, y);
    y += 6;
  }
  table.end();
  return y;
}

function heading(document: Document, table: Element, y: number): number {
  const row = document.struct('TR');
  table.add(row);
  paragraph(document, row, 'TH', () => {
    document.font('bold').fontSize(9.5).fillColor(colour.subtle).text(labels.item, page.left, y, { width: lineWidth });
  });
  paragraph(document, row, 'TH', () => {
    document.text(labels.amount, page.right - amountWidth, y, { width: amountWidth, align: 'right' });
  });
  row.end();
  rule(document, y + 17);
  return y + 23;
}

function notes(document: Document, root: Element, lines: readonly ExplainedLine[], from: number): void {
  let y = from + 8;
  for (const line of lines) {
    if (line.kind !== 'note') continue;
    const height = document.font('regular').fontSize(9).heightOfString(line.text.ko, { width, lineGap: 2 });
    if (y + height > bottom) {
      document.addPage();
      y = page.top;
    }
    const at = y;
    paragraph(document, root, 'P', () => {
      document.font('regular').fontSize(9).fillColor(colour.subtle);
      document.text(line.text.ko, page.left, at, { width, lineGap: 2 });
    });
    y = at + height + 4;
  }
}

import type { LocalDate } from '../shared/time.ts';
import type { Cell, Content, dateForms } from './bank-profile.ts';

/** One transfer as the bank's file has it: what machines read, to the letter. */
export interface TransferRow {
  /** By which the bank's result names it. */
  readonly row: string;
  readonly bank: string;
  readonly account: string;
  readonly holder: string;
  readonly payee: string;
  readonly amount: number;
  readonly gross: number;
  readonly withheld: number;
}

/** All that a file is made of: the same gives the same bytes. */
export interface FileFacts {
  readonly batch: string;
  readonly month: string;
  readonly payOn: LocalDate;
  readonly rows: readonly TransferRow[];
}

/** Where a cell stands: the number of its transfer, from 1, or before or after all of them. */
export type RowPlace = number | 'header' | 'footer';

export interface FilledCell<Of extends Cell = Cell> {
  readonly cell: Of;
  readonly column: string;
  readonly text: string;
  /** It is the heading of its column. */
  readonly isHeading: boolean;
}

export interface FilledRow<Of extends Cell = Cell> {
  readonly place: RowPlace;
  readonly cells: readonly FilledCell<Of>[];
}

interface Form<Of extends Cell> {
  readonly header: readonly (readonly Of[])[];
  readonly columns: readonly Of[];
  readonly footer: readonly (readonly Of[])[];
  readonly titles?: boolean;
}

/** The rows of a file, top to bottom, each cell with its words. */
export function filledRows<Of extends Cell>(form: Form<Of>, facts: FileFacts): FilledRow<Of>[] {
  const fill = (cells: readonly Of[], place: RowPlace): FilledRow<Of> => ({
    place,
    cells: cells.map((cell, index) => ({
      cell,
      column: columnName(cell, index),
      text: contentText(cell.is, facts, typeof place === 'number' ? place : undefined),
      isHeading: false,
    })),
  });
  const titles = form.columns.map((cell, index) => {
    return { cell, column: columnName(cell, index), text: cell.title ?? '', isHeading: true };
  });
  return [
    ...form.header.map((cells) => fill(cells, 'header')),
    ...(form.titles ? [{ place: 'header', cells: titles } as const] : []),
    ...facts.rows.map((_, index) => fill(form.columns, index + 1)),
    ...form.footer.map((cells) => fill(cells, 'footer')),
  ];
}

const columnName = ({ title, is }: Cell, index: number): string =>
  title ?? ('value' in is ? is.value : `column ${index + 1}`);

const totalOf = ({ rows }: FileFacts): number => rows.reduce((sum, { amount }) => sum + amount, 0);

function contentText(content: Content, facts: FileFacts, number: number | undefined): string {
  if ('text' in content) return content.text;
  switch (content.value) {
    case 'batch':
      return facts.batch;
    case 'month':
      return facts.month;
    case 'pay-on':
      return dayText(facts.payOn, content.form ?? 'YYYY-MM-DD');
    case 'count':
      return String(facts.rows.length);
    case 'total':
      return String(totalOf(facts));
    case 'number':
      return String(number ?? '');
    case 'account-digits':
      return (rowOf(facts, number)?.account ?? '').replace(/[^0-9]/gu, '');
    default:
      return String(rowOf(facts, number)?.[content.value] ?? '');
  }
}

const rowOf = ({ rows }: FileFacts, number: number | undefined): TransferRow | undefined =>
  number === undefined ? undefined : rows[number - 1];

function dayText(day: LocalDate, form: (typeof dateForms)[number]): string {
  if (form === 'YYYY-MM-DD') return day;
  const digits = day.replaceAll('-', '');
  return form === 'YYYYMMDD' ? digits : digits.slice(2);
}

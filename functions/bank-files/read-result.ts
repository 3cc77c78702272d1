import { CsvError, parse } from 'csv-parse/sync';
import * as z from 'zod';
import { cp949Text, readText } from '../shared/files/text-file.ts';
import { strictText } from '../shared/text/strict-text.ts';
import type { BankResultForm } from './bank-profile.ts';
import { readSheetRows } from './read-sheet.ts';

/** What the bank says of one row. */
export interface ResultRow {
  /** In its file, from 1. */
  readonly line: number;
  readonly row: string;
  readonly amount: number;
  readonly outcome: 'paid' | 'returned';
  /** As the bank writes it, without digits, which could be an account. */
  readonly reason?: string;
}

export type ResultProblem =
  /** Nothing in it can be read as this bank writes it. */
  | { readonly why: 'unreadable'; readonly line?: number; readonly what: string }
  | { readonly why: 'amount-unreadable' | 'status-unknown'; readonly line: number; readonly row: string };

export type ReadResult =
  | { readonly kind: 'read'; readonly rows: readonly ResultRow[] }
  | { readonly kind: 'refused'; readonly problems: readonly ResultProblem[] };

/** Words of a row, before anything is made of them. */
interface Raw {
  readonly line: number;
  readonly row: string;
  readonly amount: string;
  readonly status: string;
  readonly reason?: string | undefined;
}

const unreadable = (what: string, line?: number): ReadResult => ({
  kind: 'refused',
  problems: [{ why: 'unreadable', what, ...(line !== undefined && { line }) }],
});

/** Reads the bank's result file by the profile of the bank. */
export async function readResult(form: BankResultForm, bytes: Uint8Array): Promise<ReadResult> {
  if (form.format === 'fixed-width') return meant(form, fixedRows(form, bytes));
  const table = form.format === 'csv' ? csvTable(form, bytes) : await readSheetRows(bytes);
  if ('what' in table) return unreadable(table.what, table.line);
  return byHeadings(form, table.rows);
}

type Table =
  | { readonly rows: readonly { readonly line: number; readonly cells: readonly string[] }[] }
  | { readonly what: string; readonly line?: number };

const recordsSchema = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }));

function csvTable({ delimiter }: Extract<BankResultForm, { format: 'csv' }>, bytes: Uint8Array): Table {
  const file = readText(bytes);
  if (!file) return { what: 'encoding' };
  try {
    const options = { delimiter, relax_column_count: true, skip_empty_lines: true, info: true } as const;
    const records = recordsSchema.parse(parse(file.text, options));
    return { rows: records.map(({ record, info }) => ({ line: info.lines, cells: record })) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line: unknown = error.lines;
    return { what: 'csv', ...(typeof line === 'number' && { line }) };
  }
}

function byHeadings(form: Exclude<BankResultForm, { format: 'fixed-width' }>, table: readonly TableRow[]): ReadResult {
  const [headings, ...rows] = table.slice(form.skip);
  if (!headings) return unreadable('headings');
  const place = (title: string): number => headings.cells.findIndex((cell) => cell.trim() === title);
  const wanted = [form.row, form.amount, form.status, ...(form.reason === undefined ? [] : [form.reason])];
  const missing = wanted.filter((title) => place(title) < 0);
  if (missing.length > 0) return unreadable(missing.join(', '), headings.line);
  const at = (cells: readonly string[], title: string): string => (cells[place(title)] ?? '').trim();
  const raw = rows
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    .map(({ line, cells }) => ({
      line,
      row: at(cells, form.row),
      amount: at(cells, form.amount),
      status: at(cells, form.status),
      reason: form.reason === undefined ? undefined : at(cells, form.reason),
    }));
  return meant(form, raw);
}

type TableRow = Extract<Table, { rows: unknown }>['rows'][number];

function fixedRows(form: Extract<BankResultForm, { format: 'fixed-width' }>, bytes: Uint8Array): Raw[] | string {
  const { encoding, recordBytes, transfer } = form;
  const read = encoding === 'cp949' ? cp949Text : strictText;
  const raw: Raw[] = [];
  for (const [index, line] of linesOf(bytes).entries()) {
    if (line.length !== recordBytes) return `line ${index + 1}`;
    const at = ({ from, bytes: length }: { readonly from: number; readonly bytes: number }): string | undefined =>
      read(line.subarray(from - 1, from - 1 + length))?.trim();
    if (at(transfer) !== transfer.is) continue;
    const [row, amount, status] = [at(form.row), at(form.amount), at(form.status)];
    if (row === undefined || amount === undefined || status === undefined) return `line ${index + 1}`;
    raw.push({ line: index + 1, row, amount, status, reason: form.reason && at(form.reason) });
  }
  return raw;
}

/** The lines of a file: no byte of a character in CP949 or UTF-8 is a line break. */
function linesOf(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  for (let from = 0; from < bytes.length; ) {
    const found = bytes.indexOf(0x0a, from);
    const end = found < 0 ? bytes.length : found;
    lines.push(bytes.subarray(from, end > from && bytes[end - 1] === 0x0d ? end - 1 : end));
    from = end + 1;
  }
  return lines;
}

/** Digits, with commas between thousands or with zeros before them. */
const won = /^\d{1,3}(?:,\d{3})+$|^\d{1,15}$/u;

function meant(form: Pick<BankResultForm, 'paid' | 'returned'>, raw: readonly Raw[] | string): ReadResult {
  if (typeof raw === 'string') return unreadable(raw);
  const problems: ResultProblem[] = [];
  const rows = raw.flatMap(({ line, row, amount, status, reason }): ResultRow[] => {
    const outcome = form.paid.includes(status) ? 'paid' : form.returned.includes(status) ? 'returned' : undefined;
    if (!won.test(amount)) problems.push({ why: 'amount-unreadable', line, row });
    if (!outcome) problems.push({ why: 'status-unknown', line, row });
    if (!won.test(amount) || !outcome) return [];
    const told = outcome === 'returned' && reason ? { reason: withoutDigits(reason) } : {};
    return [{ line, row, amount: Number(amount.replaceAll(',', '')), outcome, ...told }];
  });
  return problems.length > 0 ? { kind: 'refused', problems } : { kind: 'read', rows };
}

const withoutDigits = (reason: string): string => reason.replace(/\p{N}/gu, '●').slice(0, 60).toWellFormed();

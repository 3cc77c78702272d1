import { CsvError, parse } from 'csv-parse/sync';
import * as z from 'zod';
import { normaliseLine } from '../text/text.ts';

export interface BadRow {
  /** The line in the file, the header being line 1. */
  readonly line: number;
  readonly reason: string;
}

/** A row's cells by column, and the line on which it begins. */
export interface CsvRow {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

const parsedSchema = z.array(
  z.object({ record: z.record(z.string(), z.string()), info: z.object({ lines: z.number() }) }),
);

/** The rows of a CSV file (RFC 4180, with or without BOM) whose first line names its columns; or why it is none. */
export function readCsv(
  csv: string,
  neededColumns: readonly string[],
): { readonly rows: readonly CsvRow[] } | { readonly bad: BadRow } {
  const header: string[] = [];
  const columns = (names: string[]): string[] => {
    header.push(...names.map(normaliseLine));
    return header;
  };
  try {
    const parsed = parsedSchema.parse(
      parse(csv, { bom: true, columns, trim: true, skip_empty_lines: true, info: true }),
    );
    const missing = neededColumns.filter((name) => !header.includes(name));
    if (missing.length > 0) {
      const what = `${missing.length === 1 ? 'column' : 'columns'} ${missing.join(', ')}`;
      return { bad: { line: 1, reason: `the file has no ${what}: the first line names them, separated by commas` } };
    }
    return { rows: parsed.map(({ record, info }) => ({ line: info.lines - breaksIn(record), cells: seen(record) })) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line: unknown = error.lines;
    return { bad: { line: typeof line === 'number' ? line : 1, reason: error.message } };
  }
}

/** Each cell is one line of what can be seen. */
const seen = (cells: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(cells).map(([column, cell]) => [column, normaliseLine(cell)]));

/** The parser counts the lines up to the end of a row, and a cell may have several. */
const breaksIn = (cells: Readonly<Record<string, string>>): number =>
  Object.values(cells).reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/gu)?.length ?? 0), 0);

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const file = join(import.meta.dirname, '../../../docs/benchmarks.md');

export const columns: readonly string[] = [
  'date',
  'calls in sequence when sending',
  'invocations',
  'CPU ms',
  'write units',
  'read units',
  'transitions',
  'mails',
  '$ a million',
  '$ a quiet month',
];
/** The cells of a run, by their columns. */
export type Row = Readonly<Record<string, string>>;

const cellsOf = (line: string): string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

/** The last row of the table with these columns, if there is one. */
export function lastRun(text: string = readFileSync(file, 'utf8')): Row | undefined {
  const lines = text.split('\n');
  const head = lines.findIndex((line) => cellsOf(line).join('|') === columns.join('|'));
  if (head < 0) return undefined;
  const end = lines.findIndex((line, index) => index > head && !line.startsWith('|'));
  const rows = lines.slice(head + 2, end < 0 ? undefined : end);
  const cells = cellsOf(rows.at(-1) ?? '');
  return rows.length === 0
    ? undefined
    : Object.fromEntries(columns.map((column, index) => [column, cells[index] ?? '']));
}

/** As the table has it. */
export const lineOf = (row: Row): string => `| ${columns.map((column) => row[column] ?? '').join(' | ')} |`;

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const file = join(import.meta.dirname, '../../docs/benchmarks.md');

/** The columns of the tables in which runs are kept, the date first. */
export const costColumns: readonly string[] = [
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
export const loadColumns: readonly string[] = ['date', 'machine', 'median ratio', 'at most 0.65', 'above', 'highest'];
export const deadlineColumns: readonly string[] = [
  'date',
  'what',
  'refused, lost, twice',
  'longest wait for a code',
  'last start',
  'last receipt',
  'last acceptance',
];
/** The cells of a run, by their columns. */
export type Row = Readonly<Record<string, string>>;

const cellsOf = (line: string): string[] =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

/** The last row of the table with these columns, if there is one. */
export function lastRun(columns: readonly string[], text: string = readFileSync(file, 'utf8')): Row | undefined {
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
export const lineOf = (columns: readonly string[], row: Row): string =>
  `| ${columns.map((column) => row[column] ?? '').join(' | ')} |`;

/** Prints a run beside the last one of its table, and the line for the table. */
export function printBeside(title: string, columns: readonly string[], now: Row): void {
  const last = lastRun(columns);
  console.log(`${title.padEnd(63)} now, and last (${last?.date ?? 'none'})`);
  for (const column of columns.slice(1)) {
    console.log(`  ${column.padEnd(50)} ${(now[column] ?? '').padStart(9)}   ${(last?.[column] ?? '').padStart(9)}`);
  }
  console.log(`for docs/benchmarks.md:\n${lineOf(columns, now)}`);
}

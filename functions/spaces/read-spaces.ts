import * as z from 'zod';
import { type BadRow, readCsv } from '../shared/files/read-csv.ts';
import { foldedText } from '../shared/text/folded.ts';
import { type LocalDate, localDateSchema } from '../shared/time.ts';
import { spaceIdSchema } from './space.ts';

/** Columns that every file has, under the names that it gives them. */
export const spaceColumns = ['id', 'site', 'floor', 'name', 'desks', 'accessible', 'from', 'until'] as const;

/** A space is no hall: a number beyond this is a mistake. */
const mostDesks = 200;
const short = z.string().min(1, 'is empty').max(60, 'has more than 60 characters');

const rowSchema = z
  .object({
    id: spaceIdSchema,
    site: short,
    floor: z.string().max(20, 'has more than 20 characters'),
    name: short,
    desks: z
      .string()
      .regex(/^\d{1,3}$/u, { error: ({ input }) => `is ${String(input) || 'empty'}, and should be like 4` })
      .transform(Number)
      .pipe(z.int().min(1, 'should be at least 1').max(mostDesks, `should be at most ${mostDesks}`)),
    accessible: z
      .enum(['yes', 'no'], { error: ({ input }) => `is ${String(input) || 'empty'}, and should be yes or no` })
      .transform((written) => written === 'yes'),
    from: localDateSchema,
    until: z.union([z.literal('').transform((): LocalDate | undefined => undefined), localDateSchema]),
  })
  .refine(({ from, until }) => until === undefined || from <= until, {
    path: ['until'],
    message: 'lies before the first day',
  });
export type SpaceRow = z.output<typeof rowSchema>;

/** Reads spaces from CSV; every bad row is told, and then nothing is good. */
export function readSpaces(csv: string): { readonly spaces: readonly SpaceRow[]; readonly bad: readonly BadRow[] } {
  const read = readCsv(csv, spaceColumns);
  if ('bad' in read) return { spaces: [], bad: [read.bad] };
  const rows: { readonly line: number; readonly row: SpaceRow }[] = [];
  const bad: BadRow[] = [];
  for (const { line, cells } of read.rows) {
    const row = rowSchema.safeParse(cells);
    if (row.success) rows.push({ line, row: row.data });
    else bad.push(...row.error.issues.map(({ path, message }) => ({ line, reason: `${path.join('.')}: ${message}` })));
  }
  bad.push(...twice(rows, ({ id }) => id, 'id'), ...twice(rows, placeOf, 'site, floor and name'));
  if (read.rows.length === 0) bad.push({ line: 1, reason: 'there is no space in the file' });
  return {
    spaces: bad.length > 0 ? [] : rows.map(({ row }) => row),
    bad: bad.toSorted((a, b) => a.line - b.line),
  };
}

/** Where a space is, however it is written: one room under two ids would be given to two. */
export const placeOf = ({ site, floor, name }: Pick<SpaceRow, 'site' | 'floor' | 'name'>): string =>
  JSON.stringify([site, floor, name].map((part) => foldedText(part).replace(/\s/gu, '')));

const twice = (
  rows: readonly { readonly line: number; readonly row: SpaceRow }[],
  keyOf: (row: SpaceRow) => string,
  what: string,
): BadRow[] =>
  rows.flatMap(({ line, row }, index) => {
    const first = rows.slice(0, index).find((other) => keyOf(other.row) === keyOf(row));
    return first ? [{ line, reason: `${row.id}: has the ${what} of line ${first.line}` }] : [];
  });

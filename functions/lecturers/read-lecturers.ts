import * as z from 'zod';
import { asciiAddress, mailboxOf } from '../people/mailbox.ts';
import { type BadRow, readCsv } from '../shared/files/read-csv.ts';
import { langs } from '../shared/i18n.ts';
import { isDrawable } from '../shared/pdf/drawable.ts';
import { hasResidentNumber } from '../shared/text/resident-number.ts';
import { type LocalDate, localDateSchema } from '../shared/time.ts';
import { capClasses } from '../wages/wages-parts.ts';
import { lecturerIdSchema } from './lecturer.ts';

/** Columns that every file has, under the names that it gives them. */
export const lecturerColumns = [
  'id',
  'name',
  'email',
  'lang',
  'institution',
  'grade',
  'cap',
  'capConfirmedBy',
  'capConfirmedOn',
  'payee',
  'taxClass',
  'taxSince',
  'recordedBy',
  'document',
] as const;

const short = z.string().min(1, 'is empty').max(60, 'has more than 60 characters');
/** Of somebody of the staff. */
const staffId = lecturerIdSchema;
const optionalDate = z.union([z.literal('').transform((): LocalDate | undefined => undefined), localDateSchema]);

const rowSchema = z
  .object({
    id: lecturerIdSchema,
    name: short.refine(isDrawable, 'has a letter that the statement cannot print'),
    email: z
      .string()
      .transform(asciiAddress)
      .pipe(z.email({ error: ({ input }) => `is ${String(input)}, and should be like haon.kim@example.com` })),
    lang: z.enum(langs),
    institution: short,
    grade: short,
    cap: z.enum(['none', ...capClasses]),
    /** Who has confirmed the class of the cap, and when. */
    capConfirmedBy: staffId,
    capConfirmedOn: localDateSchema,
    payee: z.enum(['resident', 'non-resident', 'institution', 'business-with-invoice']),
    taxClass: z.enum(['', 'other-income', 'business-income']),
    /** The first day on which it applies. */
    taxSince: optionalDate,
    /** Who of finance has recorded how the lecturer is paid. */
    recordedBy: staffId,
    /** The first day on which grade, cap and payee hold; of a change, the day on which it is loaded, unless it is said. */
    factsSince: optionalDate.optional(),
    /** The treaty paper of a non-resident, or the number of an institution's document or of an invoice. */
    document: z.string().max(60),
  })
  .superRefine(({ payee, taxClass, taxSince }, context) => {
    const wrong = (path: string, message: string) => context.addIssue({ code: 'custom', path: [path], message });
    if (payee === 'resident') {
      if (taxClass === '') wrong('taxClass', 'is empty, and a resident is paid as other-income or business-income');
      if (taxSince === undefined) wrong('taxSince', 'is empty, and the class applies from a day on');
    } else if (taxClass !== '' || taxSince !== undefined) {
      wrong('taxClass', `is for residents, and the payee is ${payee}`);
    }
  });
export type LecturerRow = z.output<typeof rowSchema>;

/** Reads lecturers from CSV; every bad row is told, and then nothing is good. Numbers of residents are not repeated. */
export function readLecturers(csv: string): {
  readonly lecturers: readonly LecturerRow[];
  readonly bad: readonly BadRow[];
} {
  const read = readCsv(csv, lecturerColumns);
  if ('bad' in read) return { lecturers: [], bad: [read.bad] };
  const rows: { readonly line: number; readonly row: LecturerRow }[] = [];
  const bad: BadRow[] = [];
  for (const { line, cells } of read.rows) {
    const forbidden = Object.entries(cells).flatMap(([column, cell]) => (hasResidentNumber(cell) ? [column] : []));
    if (forbidden.length > 0) {
      bad.push({ line, reason: `${forbidden.join(', ')}: holds a number like a resident registration number` });
      continue;
    }
    const row = rowSchema.safeParse(cells);
    if (row.success) rows.push({ line, row: row.data });
    else bad.push(...row.error.issues.map(({ path, message }) => ({ line, reason: `${path.join('.')}: ${message}` })));
  }
  bad.push(...twice(rows, 'id', ({ id }) => id), ...twice(rows, 'email', ({ email }) => mailboxOf(email)));
  if (read.rows.length === 0) bad.push({ line: 1, reason: 'there is no lecturer in the file' });
  return {
    lecturers: bad.length > 0 ? [] : rows.map(({ row }) => row),
    bad: bad.toSorted((a, b) => a.line - b.line),
  };
}

/** Two of one id; or of one mailbox, whose links would open each other's accounts. */
const twice = (
  rows: readonly { readonly line: number; readonly row: LecturerRow }[],
  column: string,
  keyOf: (row: LecturerRow) => string,
): BadRow[] =>
  rows.flatMap(({ line, row }, index) =>
    rows.findIndex((other) => keyOf(other.row) === keyOf(row)) < index
      ? [{ line, reason: `${column}: ${keyOf(row)} stands there twice` }]
      : [],
  );

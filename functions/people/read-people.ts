import * as z from 'zod';
import { type BadRow, readCsv } from '../shared/files/read-csv.ts';
import { isDrawable } from '../shared/pdf/drawable.ts';
import { localDateSchema } from '../shared/time.ts';
import { asciiAddress, mailboxOf } from './mailbox.ts';
import { personSchema } from './person.ts';

/** Columns that every file has; the others may be left out. */
const neededColumns = ['id', 'name', 'email', 'lang', 'roles', 'deputy', 'absences'];

const list = (cell: string): string[] => [...new Set(cell.split(/[;\s]+/u).filter(Boolean))];

const absenceSchema = z.object({ from: localDateSchema, to: localDateSchema });

const rowSchema = z.object({
  id: personSchema.shape.id,
  name: personSchema.shape.name.refine(isDrawable, 'has a letter that no document can print'),
  email: z
    .string()
    .transform(asciiAddress)
    .pipe(z.email({ error: ({ input }) => `is ${String(input)}, and should be like minji.kim@example.com` })),
  lang: personSchema.shape.lang,
  roles: z.string().transform(list),
  deputy: z.string().transform((cell) => cell || undefined),
  /** `2027-01-04..2027-01-08; 2027-02-01..2027-02-01` */
  absences: z.string().transform((cell, context) =>
    list(cell).map((span) => {
      const [from, to = from] = span.split('..');
      const dates = absenceSchema.safeParse({ from, to });
      if (dates.success && dates.data.from <= dates.data.to) return dates.data;
      context.addIssue({ code: 'custom', message: `"${span}" is no period (2027-01-04..2027-01-08)` });
      return z.NEVER;
    }),
  ),
  /** Separated by semicolons, since names of institutions hold spaces. Columns from here on may be left out. */
  affiliations: z
    .string()
    .default('')
    .transform((cell) => [...new Set(cell.split(';').map((name) => name.trim()))].filter(Boolean)),
  /** At the command line, separated by semicolons. */
  operatorNames: z
    .string()
    .transform((cell) => (list(cell).length > 0 ? list(cell) : undefined))
    .optional(),
  /** If nothing is said: the language of the mails. */
  languages: z
    .string()
    .default('')
    .transform((cell) => list(cell))
    .pipe(personSchema.shape.languages.unwrap()),
  capacity: z
    .string()
    .default('')
    .transform((cell) => (cell === '' ? undefined : Number(cell)))
    .pipe(personSchema.shape.capacity),
});
export type Row = z.output<typeof rowSchema>;

/**
 * Reads people from CSV (RFC 4180, with or without BOM); every bad row is told, and then nothing is good. Which roles
 * there are is for the whole to say: without them, any will do.
 */
export function readPeople(
  csv: string,
  roles?: readonly string[],
): { readonly people: readonly Row[]; readonly bad: readonly BadRow[] } {
  const read = readCsv(csv, neededColumns);
  if ('bad' in read) return { people: [], bad: [read.bad] };
  const people: { readonly line: number; readonly row: Row }[] = [];
  const bad: BadRow[] = [];
  for (const { line, cells } of read.rows) {
    const row = rowSchema.safeParse(cells);
    if (!row.success) {
      bad.push(...row.error.issues.map((issue) => ({ line, reason: `${issue.path.join('.')}: ${issue.message}` })));
    } else if (roles && !row.data.roles.every((role) => roles.includes(role))) {
      bad.push({ line, reason: `roles: expected one of ${roles.join(', ')}` });
    } else {
      const { languages, lang } = row.data;
      people.push({ line, row: { ...row.data, languages: languages.length > 0 ? languages : [lang] } });
    }
  }
  bad.push(...contradictions(people));
  return { people: bad.length > 0 ? [] : people.map(({ row }) => row), bad };
}

/** What rows that are right by themselves mean together. */
function contradictions(people: readonly { readonly line: number; readonly row: Row }[]): BadRow[] {
  const ids = new Map<string, number>();
  const mailboxes = new Map<string, string>();
  const bad: BadRow[] = [];
  for (const { line, row } of people) {
    const { id, email } = row;
    const other = mailboxes.get(mailboxOf(email));
    if (ids.has(id)) bad.push({ line, reason: `id: ${id} stands there twice` });
    else if (other !== undefined) bad.push({ line, reason: `email: ${id} and ${other} have one mailbox` });
    if (!ids.has(id)) ids.set(id, line);
    if (other === undefined) mailboxes.set(mailboxOf(email), id);
  }
  for (const { line, row } of people) {
    const { id, deputy } = row;
    if (deputy && ids.get(id) === line && (!ids.has(deputy) || deputy === id)) {
      bad.push({ line, reason: `deputy: ${deputy} is nobody else in this file` });
    }
  }
  return bad;
}

import { CsvError, parse } from 'csv-parse/sync';
import * as z from 'zod';
import type { EventDraft } from '../shared/audit.ts';
import type { Commit } from '../shared/commit.ts';
import type { Change } from '../shared/database.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import { onlyKnown, unknownKeys } from '../shared/stored.ts';
import { normaliseLine } from '../shared/text.ts';
import { type Instant, localDateSchema } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { asciiAddress, mailboxOf } from './mailbox.ts';
import type { PeopleTable } from './people-table.ts';
import { linkGenerationOf, type Person, personSchema } from './person.ts';

export interface BadRow {
  /** The line in the file, the header being line 1. */
  readonly line: number;
  readonly reason: string;
}

const list = (cell: string): string[] => [...new Set(cell.split(/[;\s]+/u).filter(Boolean))];

const rowSchema = z.object({
  id: personSchema.shape.id,
  name: personSchema.shape.name,
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
      const dates = z.object({ from: localDateSchema, to: localDateSchema }).safeParse({ from, to });
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
  const read = parseRows(csv);
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

/** A row's cells by column, and the line on which it begins. */
interface CsvRow {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

const parsedSchema = z.array(
  z.object({ record: z.record(z.string(), z.string()), info: z.object({ lines: z.number() }) }),
);

/** Columns that every file has; the others may be left out. */
const neededColumns = ['id', 'name', 'email', 'lang', 'roles', 'deputy', 'absences'];

function parseRows(csv: string): { readonly rows: readonly CsvRow[] } | { readonly bad: BadRow } {
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

/** The items of a transaction. */
const inOneCommit = 100;

/** A fault that came when a part of a file was stored already: loading the file again goes on from there. */
export class PartlyLoaded extends Error {
  override readonly name = 'PartlyLoaded';
  /** Ids of those who are stored. */
  readonly loaded: readonly string[];
  constructor(loaded: readonly string[], cause: unknown) {
    super(`${loaded.length} were loaded, and then something failed`, { cause });
    this.loaded = loaded;
  }
}

/**
 * Stores people, all in one transaction if they fit into it (about 30), else as many at a time as do. Those who are as
 * they were are left alone.
 * @throws PartlyLoaded
 */
export async function loadPeople(
  deps: { readonly people: PeopleTable; readonly commit: Commit },
  rows: readonly Row[],
  by: string,
  now: Instant,
): Promise<{ readonly loaded: number; readonly unchanged: number }> {
  const loaded: string[] = [];
  let rest = rows;
  while (rest.length > 0) {
    const part = rest;
    try {
      const stored = await decideAgainOnConflict(() => storeSome(deps, part, by, now), tries.contested);
      loaded.push(...stored.loaded);
      rest = part.slice(stored.seen);
    } catch (error) {
      if (loaded.length === 0) throw error;
      throw new PartlyLoaded(loaded, error);
    }
  }
  return { loaded: loaded.length, unchanged: rows.length - loaded.length };
}

/** Stores the first of these rows, as many as fit; says how many it has seen, and who of them was stored. */
async function storeSome(
  deps: { readonly people: PeopleTable; readonly commit: Commit },
  rows: readonly Row[],
  by: string,
  now: Instant,
): Promise<{ readonly seen: number; readonly loaded: readonly string[] }> {
  const changes: Change[] = [];
  const events: EventDraft[] = [];
  const loaded: string[] = [];
  let seen = 0;
  for (const row of rows) {
    const was = await deps.people.get(row.id);
    const next = loadedPerson(row, was);
    if (next !== was) {
      const save = deps.people.save(next, was);
      if (changes.length + events.length + save.length + 1 > inOneCommit) break;
      changes.push(...save);
      events.push(loadedEvent(next, was, by, now));
      loaded.push(row.id);
    }
    seen += 1;
  }
  const [event, ...more] = events;
  if (event) await deps.commit({ changes, events: [event, ...more] });
  return { seen, loaded };
}

/** Somebody as a row of a file makes them; the very same if that changes nothing. */
export function loadedPerson(row: Row, was: Person | undefined): Person {
  const next: Person = {
    ...unknownKeys(personSchema, was ?? {}),
    ...row,
    linkGeneration: was?.linkGeneration,
    mailedGeneration: was?.mailedGeneration,
    revision: (was?.revision ?? 0) + 1,
    audited: was?.audited,
  };
  if (!was) return next;
  if (isSame(next, was)) return was;
  const revoked =
    was.roles.some((role) => !next.roles.includes(role)) || mailboxOf(next.email) !== mailboxOf(was.email);
  return revoked ? { ...next, linkGeneration: linkGenerationOf(was) + 1 } : next;
}

const isSame = (next: Person, was: Person): boolean =>
  JSON.stringify(onlyKnown(personSchema, { ...next, revision: 1, audited: undefined })) ===
  JSON.stringify(onlyKnown(personSchema, { ...was, revision: 1, audited: undefined }));

const loadedEvent = ({ id, roles }: Person, was: Person | undefined, by: string, at: Instant): EventDraft => ({
  subject: `person#${id}`,
  type: was ? 'PersonChanged' : 'PersonLoaded',
  by,
  at,
  data: { roles },
});

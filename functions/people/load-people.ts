import { CsvError, parse } from 'csv-parse/sync';
import * as z from 'zod';
import type { EventDraft } from '../shared/audit.ts';
import type { Commit } from '../shared/commit.ts';
import type { Change } from '../shared/database.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import { onlyKnown, unknownKeys } from '../shared/stored.ts';
import { type Instant, localDateSchema } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import type { PeopleTable } from './people-table.ts';
import { type Person, personSchema } from './person.ts';

export interface BadRow {
  /** The line in the file, the header being line 1. */
  readonly line: number;
  readonly reason: string;
}

const list = (cell: string): string[] => [...new Set(cell.split(/[;\s]+/u).filter(Boolean))];

const rowSchema = z.object({
  id: personSchema.shape.id,
  name: personSchema.shape.name,
  email: personSchema.shape.email,
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
  /** Where nothing is said: the language of the mails. */
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
type Row = z.output<typeof rowSchema>;

/**
 * Reads people from CSV (RFC 4180, UTF-8, with or without BOM); every bad row is told, and then nothing is good. Which
 * roles there are is for the whole to say: without them, any will do.
 */
export function readPeople(
  csv: string,
  roles?: readonly string[],
): { readonly people: readonly Row[]; readonly bad: readonly BadRow[] } {
  const cellsOfRows = parseRows(csv);
  if ('bad' in cellsOfRows) return { people: [], bad: [cellsOfRows.bad] };
  const people: Row[] = [];
  const bad: BadRow[] = [];
  const seen = new Set<string>();
  cellsOfRows.rows.forEach((cells, index) => {
    const line = index + 2;
    const row = rowSchema.safeParse(cells);
    if (!row.success) {
      bad.push(...row.error.issues.map((issue) => ({ line, reason: `${issue.path.join('.')}: ${issue.message}` })));
    } else if (roles && !row.data.roles.every((role) => roles.includes(role))) {
      bad.push({ line, reason: `roles: expected one of ${roles.join(', ')}` });
    } else if (seen.has(row.data.id)) {
      bad.push({ line, reason: `id: ${row.data.id} stands there twice` });
    } else {
      seen.add(row.data.id);
      const { languages, lang } = row.data;
      people.push({ ...row.data, languages: languages.length > 0 ? languages : [lang] });
    }
  });
  for (const [index, person] of people.entries()) {
    if (person.deputy && (!seen.has(person.deputy) || person.deputy === person.id)) {
      bad.push({ line: index + 2, reason: `deputy: ${person.deputy} is nobody else in this file` });
    }
  }
  return { people: bad.length > 0 ? [] : people, bad };
}

const rowsSchema = z.array(z.record(z.string(), z.string()));

function parseRows(csv: string): { readonly rows: z.infer<typeof rowsSchema> } | { readonly bad: BadRow } {
  try {
    return { rows: rowsSchema.parse(parse(csv, { bom: true, columns: true, trim: true, skip_empty_lines: true })) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line: unknown = error.lines;
    return { bad: { line: typeof line === 'number' ? line : 1, reason: error.message } };
  }
}

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
 * Stores people, all in one transaction where they fit into it (about 30), else as many at a time as do. Those who are as
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
    const next: Person = {
      ...unknownKeys(personSchema, was ?? {}),
      ...row,
      revision: (was?.revision ?? 0) + 1,
      audited: was?.audited,
    };
    if (!was || !isSame(next, was)) {
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

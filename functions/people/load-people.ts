import type { EventDraft } from '../shared/database/audit.ts';
import type { Commit } from '../shared/database/commit.ts';
import type { Change } from '../shared/database/database.ts';
import { onlyKnown, unknownKeys } from '../shared/database/stored.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { mailboxOf } from './mailbox.ts';
import type { PeopleTable } from './people-table.ts';
import { type Absence, linkGenerationOf, type Person, personSchema } from './person.ts';
import type { Row } from './read-people.ts';

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
 * Stores people, all in one transaction if they fit into it (about 20), else as many at a time as do. Those who are as
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
  if (event) await deps.commit({ changes: onceEach(changes), events: [event, ...more] });
  return { seen, loaded };
}

/** Somebody may take over the mailbox that another gives up by the same file: what is put there stays. */
function onceEach(changes: readonly Change[]): Change[] {
  const put = new Set(changes.flatMap((change) => ('put' in change ? [placeOf(change.put)] : [])));
  const removed = new Set<string>();
  return changes.filter((change) => {
    if (!('remove' in change)) return true;
    const place = placeOf(change.remove);
    if (put.has(place) || removed.has(place)) return false;
    removed.add(place);
    return true;
  });
}

const placeOf = ({ pk, sk }: Readonly<Record<string, unknown>>): string => JSON.stringify([pk, sk]);

/** Somebody as a row of a file makes them; the very same if that changes nothing. */
export function loadedPerson(row: Row, was: Person | undefined): Person {
  const next: Person = {
    ...unknownKeys(personSchema, was ?? {}),
    ...row,
    absences: [...row.absences, ...ownAbsences(was, row)],
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

/** What somebody has entered by themselves stays, unless the file says so too. */
const ownAbsences = (was: Person | undefined, { absences }: Row): Absence[] =>
  (was?.absences ?? []).filter(
    ({ own, from, to }) => own && !absences.some((other) => other.from === from && other.to === to),
  );

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

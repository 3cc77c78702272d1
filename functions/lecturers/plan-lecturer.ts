import { mailboxOf } from '../people/mailbox.ts';
import { canonicalHash } from '../shared/database/canonical.ts';
import { type Instant, seoulTime } from '../shared/time.ts';
import type { Lecturer, StoredPayee } from './lecturer.ts';
import type { LecturerRow } from './read-lecturers.ts';

/** What a row of a file makes of a lecturer. */
export type LecturerPlan =
  | { readonly kind: 'new'; readonly next: Lecturer }
  | { readonly kind: 'same'; readonly next: Lecturer }
  | {
      readonly kind: 'changed';
      readonly next: Lecturer;
      readonly was: Lecturer;
      readonly fields: readonly string[];
      /** Whether what decides the pay is another: a version of the facts of its own. */
      readonly facts: boolean;
      /** Whether the mailbox is another: older links open nothing more. */
      readonly moved: boolean;
    }
  /** A class from a day before one that is recorded: what was calculated by that would not be what the record says. */
  | { readonly kind: 'too-early'; readonly since: string; readonly last: string }
  | { readonly kind: 'erased' };

/** The lecturer as the row says, with what is kept. Classes of tax are added and never taken away. */
export function planLecturer(row: LecturerRow, was: Lecturer | undefined, now: Instant): LecturerPlan {
  if (was?.erasedAt) return { kind: 'erased' };
  const payee = payeeOf(row, was?.payee, now);
  if ('last' in payee) return { kind: 'too-early', ...payee };
  const facts = {
    institution: row.institution,
    grade: row.grade,
    cap: {
      class: row.cap,
      confirmedBy: row.capConfirmedBy,
      confirmedAt: seoulTime(row.capConfirmedOn, '00:00'),
    },
    payee,
  };
  const person = { name: row.name, email: row.email, lang: row.lang };
  if (!was) {
    const first = { loadedAt: now, facts: 1, accounts: 0, revision: 1 };
    const next = { id: row.id, ...person, ...facts, ...first, ...(row.factsSince && { since: row.factsSince }) };
    return { kind: 'new', next };
  }
  const isOtherDay = row.factsSince !== undefined && row.factsSince !== was.since;
  const changedFacts = [...differing(facts, was), ...(isOtherDay ? ['since'] : [])];
  const fields = [...differing(person, was), ...changedFacts];
  if (fields.length === 0) return { kind: 'same', next: was };
  const moved = mailboxOf(was.email) !== mailboxOf(row.email);
  const next = {
    ...was,
    ...person,
    ...facts,
    ...(moved && { linkGeneration: (was.linkGeneration ?? 0) + 1 }),
    ...(changedFacts.length > 0 && { loadedAt: now, since: row.factsSince, facts: was.facts + 1 }),
    revision: was.revision + 1,
  };
  return {
    kind: 'changed',
    next,
    was,
    fields,
    facts: changedFacts.length > 0,
    moved,
  };
}

const differing = (next: Readonly<Record<string, unknown>>, was: Readonly<Record<string, unknown>>): string[] =>
  Object.keys(next).filter((field) => canonicalHash([next[field]]) !== canonicalHash([was[field]]));

interface TooEarly {
  readonly since: string;
  readonly last: string;
}

function payeeOf(row: LecturerRow, was: StoredPayee | undefined, now: Instant): StoredPayee | TooEarly {
  const document = row.document || undefined;
  switch (row.payee) {
    case 'resident':
      return residentOf(row, was, now);
    case 'non-resident':
      return { kind: row.payee, ...(document && { treatyPaper: document }) };
    default:
      return { kind: row.payee, ...(document && { document }) };
  }
}

function residentOf(
  { taxClass, taxSince, recordedBy }: LecturerRow,
  was: StoredPayee | undefined,
  now: Instant,
): StoredPayee | TooEarly {
  const before = was?.kind === 'resident' ? was.taxClass : [];
  if (taxClass === '' || taxSince === undefined) return { kind: 'resident', taxClass: before };
  if (before.some((one) => one.since === taxSince && one.class === taxClass)) {
    return { kind: 'resident', taxClass: before };
  }
  const last = before.at(-1);
  if (last && taxSince < last.since) return { since: taxSince, last: last.since };
  const kept = before.filter(({ since }) => since !== taxSince);
  return { kind: 'resident', taxClass: [...kept, { since: taxSince, class: taxClass, by: recordedBy, at: now }] };
}

import type { Change, Database } from '../shared/database/database.ts';
import { keyedItems } from '../shared/database/keyed-items.ts';
import { readMany } from '../shared/database/read-many.ts';
import { fromItem } from '../shared/database/stored.ts';
import type { TableShape } from '../shared/database/table-shape.ts';
import type { Instant } from '../shared/time.ts';
import { type Account, accountSchema, usableOf } from './account.ts';
import { type Facts, factsSchema, type Lecturer, lecturerSchema } from './lecturer.ts';

/*
 * Access patterns (partition key `pk`, sort key `sk`):
 *   a lecturer, and the facts of each version          pk = lecturer#<id>, sk = lecturer | facts#0001
 *   all versions of a lecturer's account               pk = lecturer#<id>, sk = account#0001
 *   the ids of all lecturers                           pk = lecturers, sk = <id>
 */

export const lecturersShape = { partition: 'pk', sort: 'sk' } as const satisfies TableShape;

const padded = (number: number): string => String(number).padStart(4, '0');
const keyOf = (id: string): string => `lecturer#${id}`;

export function lecturersTable(db: Database, table: string) {
  const { get, below } = keyedItems(db, table);
  const accountsOf = async (id: string): Promise<Account[]> =>
    (await below(keyOf(id), 'account#')).map((found) => fromItem(accountSchema, found, table));
  const ids = async (): Promise<string[]> => (await below('lecturers')).map(({ sk }) => String(sk));

  return {
    get: (id: string): Promise<Lecturer | undefined> => get(lecturerSchema, keyOf(id), 'lecturer'),
    ids,
    all: async (): Promise<Lecturer[]> => {
      const keys = (await ids()).map((id) => ({ table, key: { pk: keyOf(id), sk: 'lecturer' } }));
      return (await readMany(db, keys)).flatMap((found) => (found ? [fromItem(lecturerSchema, found, table)] : []));
    },
    /** What decided the pay before the present facts, the oldest first. */
    factsOf: async (id: string): Promise<Facts[]> =>
      (await below(keyOf(id), 'facts#')).map((found) => fromItem(factsSchema, found, table)),
    account: (id: string, number: number): Promise<Account | undefined> =>
      get(accountSchema, keyOf(id), `account#${padded(number)}`),
    accountsOf,
    /** The newest that finance has confirmed, and the one that waits for it. */
    accountOf: async (id: string): Promise<{ readonly confirmed?: Account; readonly waiting?: Account }> => {
      const accounts = await accountsOf(id);
      const confirmed = accounts.findLast(({ state }) => state === 'CONFIRMED');
      const waiting = accounts.findLast(({ state }) => state === 'ENTERED');
      return { ...(confirmed && { confirmed }), ...(waiting && { waiting }) };
    },
    /** The account that may be paid to now. */
    usableAccount: async (id: string, now: Instant): Promise<Account | undefined> =>
      usableOf(await accountsOf(id), now),
    save: (next: Lecturer, was: Lecturer | undefined): readonly Change[] => [
      {
        table,
        put: { pk: keyOf(next.id), sk: 'lecturer', ...next },
        guard: was ? { revision: was.revision } : { absent: 'pk' },
      },
      ...(was ? [] : [{ table, put: { pk: 'lecturers', sk: next.id }, guard: { unguarded: true } } as const]),
    ],
    /** With the save of the lecturer, which guards it. */
    keepFacts: ({ id, facts, institution, grade, cap, payee, since, loadedAt }: Lecturer): Change => ({
      table,
      put: {
        pk: keyOf(id),
        sk: `facts#${padded(facts)}`,
        number: facts,
        institution,
        grade,
        cap,
        payee,
        loadedAt,
        ...(since && { since }),
      },
      guard: { unguarded: true },
    }),
    /** A former version, without what is personal. */
    overwriteFacts: (id: string, facts: Facts): Change => ({
      table,
      put: { pk: keyOf(id), sk: `facts#${padded(facts.number)}`, ...facts },
      guard: { unguarded: true },
    }),
    saveAccount: (next: Account, was: Account | undefined): Change => ({
      table,
      put: { pk: keyOf(next.lecturer), sk: `account#${padded(next.number)}`, ...next },
      guard: was ? { revision: was.revision } : { absent: 'pk' },
    }),
  };
}
export type LecturersTable = ReturnType<typeof lecturersTable>;

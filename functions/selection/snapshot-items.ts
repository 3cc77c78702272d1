import { GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Change, Database } from '../shared/database/database.ts';
import { readMany } from '../shared/database/read-many.ts';
import { fromItem, storedObject } from '../shared/database/stored.ts';
import { Fault } from '../shared/errors.ts';
import { type Deliberation, deliberationSchema } from './deliberation.ts';
import { isUnaltered, type Snapshot, type SnapshotEntry, snapshotSchema } from './snapshot.ts';

/*
 * Snapshots in the table of admissions (partition key `pk` = round id, sort key `sk`):
 *   a snapshot without its entries      sk = snapshot#0001
 *   a page of its entries               sk = snapshot-page#<hash of the snapshot>#001
 *   what the committee does with it     sk = committee#0001
 * Pages bear the hash, so that two snapshots that are written at once cannot mix; what became of no snapshot is read by
 * nobody.
 */

/** Entries of an item; with the longest reasons for moves they stay below DynamoDB's 400 KB. */
const onOnePage = 100;

const headSchema = snapshotSchema.omit({ entries: true }).extend({ count: z.number().int().nonnegative() });
/** A snapshot without its entries, and how many there are. */
export type SnapshotHead = z.output<typeof headSchema>;

/** The entries from one index to before another, in the order of places. */
export type SnapshotEntries = (from: number, to: number) => Promise<SnapshotEntry[]>;

const pageSchema = storedObject({ entries: snapshotSchema.shape.entries });

const numbered = (kind: string, number: number): string => `${kind}#${String(number).padStart(4, '0')}`;
const pageKey = (hash: string, page: number): string => `snapshot-page#${hash}#${String(page + 1).padStart(3, '0')}`;
const pagesOf = (count: number): number[] => Array.from({ length: Math.ceil(count / onOnePage) }, (_, page) => page);

/** The part of the repository of admissions that keeps snapshots. */
export function snapshotItems(db: Database, table: string) {
  const item = async (pk: string, sk: string): Promise<Record<string, unknown> | undefined> => {
    const { Item } = await db.send(new GetCommand({ TableName: table, Key: { pk, sk }, ConsistentRead: true }));
    return Item;
  };
  const snapshotHead = async (roundId: string, number: number): Promise<SnapshotHead | undefined> => {
    const found = await item(roundId, numbered('snapshot', number));
    return found ? headSchema.parse(found.head) : undefined;
  };
  return {
    snapshotHead,
    /** A whole snapshot. @throws if it is not as it was frozen. */
    snapshot: async (roundId: string, number: number): Promise<Snapshot | undefined> => {
      const head = await snapshotHead(roundId, number);
      if (!head) return undefined;
      const { count, ...rest } = head;
      const pages = await readMany(
        db,
        pagesOf(count).map((page) => ({ table, key: { pk: roundId, sk: pageKey(head.snapshotHash, page) } })),
      );
      const snapshot = { ...rest, entries: pages.flatMap((page) => pageSchema.parse(page).entries) };
      if (!isUnaltered(snapshot)) throw new Fault('RankingAltered', { round: roundId, snapshot: number });
      return snapshot;
    },
    /** What reads the entries of a snapshot by their index. It reads the pages that it needs, and each of them once. */
    snapshotEntries: (head: SnapshotHead): SnapshotEntries => {
      const kept = new Map<number, SnapshotEntry[]>();
      return async (from, to) => {
        const wanted = pagesOf(Math.min(to, head.count)).filter((page) => (page + 1) * onOnePage > from);
        const missing = wanted.filter((page) => !kept.has(page));
        const found = await readMany(
          db,
          missing.map((page) => ({ table, key: { pk: head.roundId, sk: pageKey(head.snapshotHash, page) } })),
        );
        for (const [index, page] of missing.entries()) {
          if (!found[index]) throw new Fault('RankingMissing', { round: head.roundId, snapshot: head.number });
          kept.set(page, fromItem(pageSchema, found[index], table).entries);
        }
        const [first = 0] = wanted;
        const begin = first * onOnePage;
        return wanted.flatMap((page) => kept.get(page) ?? []).slice(from - begin, to - begin);
      };
    },
    /** The entry at a place. */
    snapshotEntry: async (head: SnapshotHead, place: number): Promise<SnapshotEntry | undefined> => {
      const page = await item(head.roundId, pageKey(head.snapshotHash, Math.floor((place - 1) / onOnePage)));
      return page && fromItem(pageSchema, page, table).entries.find((entry) => entry.place === place);
    },
    putSnapshotPages: ({ roundId, snapshotHash, entries }: Snapshot): Change[] =>
      pagesOf(entries.length).map((page) => ({
        table,
        put: {
          pk: roundId,
          sk: pageKey(snapshotHash, page),
          entries: entries.slice(page * onOnePage, (page + 1) * onOnePage),
        },
        guard: { unguarded: true },
      })),
    createSnapshot: ({ entries, ...head }: Snapshot): Change => ({
      table,
      put: { pk: head.roundId, sk: numbered('snapshot', head.number), head: { ...head, count: entries.length } },
      guard: { absent: 'pk' },
    }),

    deliberation: async (roundId: string, snapshot: number): Promise<Deliberation | undefined> => {
      const found = await item(roundId, numbered('committee', snapshot));
      return found ? fromItem(deliberationSchema, found, table) : undefined;
    },
    createDeliberation: (deliberation: Deliberation): Change => ({
      table,
      put: { pk: deliberation.roundId, sk: numbered('committee', deliberation.snapshot), ...deliberation },
      guard: { absent: 'pk' },
    }),
    saveDeliberation: (next: Deliberation, was: Deliberation): Change => ({
      table,
      put: { pk: next.roundId, sk: numbered('committee', next.snapshot), ...next },
      guard: { revision: was.revision, state: was.state },
    }),
  };
}

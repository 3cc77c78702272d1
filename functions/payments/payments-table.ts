import { GetCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { type BankProfile, bankProfileSchema } from '../bank-files/bank-profile.ts';
import { needingRun } from '../runs/needing-run.ts';
import { canonicalHash } from '../shared/database/canonical.ts';
import type { Commit } from '../shared/database/commit.ts';
import type { Change, Database } from '../shared/database/database.ts';
import { queryAll } from '../shared/database/query-pages.ts';
import { readMany } from '../shared/database/read-many.ts';
import { fromItem, readable, readStored, storedObject } from '../shared/database/stored.ts';
import type { TableShape } from '../shared/database/table-shape.ts';
import { Fault } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import { type Batch, batchSchema } from './batch.ts';
import {
  type AccountRef,
  accountRefSchema,
  type TakenClaim,
  type Transfer,
  takenClaimSchema,
  transferSchema,
} from './transfer.ts';

/*
 * Access patterns (partition key `pk`, sort key `sk`; index `needs-run`: `needsRun` shard, `changedAt`):
 *   one batch, all batches in the order of their months   pk = batches, sk = pay-2703-1
 *   the profile of the bank, as it was when it began      pk = <batch>, sk = profile
 *   claims that a batch has taken                         pk = <batch>, sk = claims#0001
 *   its rows as they were frozen                          pk = <batch>, sk = transfers#<hash>#0001
 *   rows that the bank returned                           pk = <batch>, sk = returned#<hash>#0001
 *   where somebody was paid last                          pk = payee#<lecturer>, sk = paid-to
 *   batches that need a run (ids)
 * Pages with a hash are read by nobody before the batch itself names the hash: that one item decides.
 */

export const paymentsShape = {
  partition: 'pk',
  sort: 'sk',
  indexes: [{ name: 'needs-run', partition: 'needsRun', sort: 'changedAt' }],
} as const satisfies TableShape;

const pageSchema = storedObject({
  state: z.enum(['TAKEN', 'TOLD']),
  claims: z.array(takenClaimSchema),
});
const transfersSchema = storedObject({ transfers: z.array(transferSchema) });
const returnedSchema = storedObject({ returned: z.array(storedObject({ row: z.string(), reason: z.string() })) });
export type ReturnedRow = z.output<typeof returnedSchema>['returned'][number];

/** A profile of a bank as it is kept with a batch. */
export interface KeptProfile {
  readonly profile: BankProfile;
  readonly hash: string;
}

/** Rows of an item: it stays far below DynamoDB's 400 KB, a row of many claims too. */
const rowsOnPage = 50;

const pageNumber = (page: number): string => String(page).padStart(4, '0');
const payeeKey = (lecturer: string): string => `payee#${lecturer}`;
const claimsKey = (page: number): string => `claims#${pageNumber(page)}`;

/** Some things as items of so many, each with its number from 1. */
export const inPages = <One>(all: readonly One[], size = rowsOnPage): (readonly One[])[] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, page) => all.slice(page * size, (page + 1) * size));

export function paymentsTable(db: Database, table: string) {
  const pages = async <Schema extends z.ZodType>(
    schema: Schema,
    batch: string,
    keys: readonly string[],
  ): Promise<z.output<Schema>[]> => {
    const found = await readMany(
      db,
      keys.map((sk) => ({ table, key: { pk: batch, sk } })),
    );
    return found.map((item, index) => {
      if (!item) throw new Fault('BatchAltered', { batch, page: keys[index] });
      return fromItem(schema, item, table);
    });
  };
  const keysOf = (kind: string, hash: string, rows: number): string[] =>
    Array.from({ length: Math.ceil(rows / rowsOnPage) }, (_, page) => `${kind}#${hash}#${pageNumber(page + 1)}`);

  return {
    batch: async (id: string): Promise<Batch | undefined> => {
      const { Item } = await db.send(
        new GetCommand({ TableName: table, Key: { pk: 'batches', sk: id }, ConsistentRead: true }),
      );
      return Item && fromItem(batchSchema, Item, table);
    },
    /** From some id on, and up to another: `pay-2703` begins March 2027. */
    batches: async ({ from = 'pay-', to = 'pay-~' } = {}): Promise<Batch[]> => {
      const found = await queryAll(db, {
        TableName: table,
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
        ExpressionAttributeValues: { ':pk': 'batches', ':from': from, ':to': to },
        ConsistentRead: true,
      });
      return found.map((item) => fromItem(batchSchema, item, table));
    },
    /** With the hash of it as it is stored, whatever this release reads of it. */
    profileOf: async (batch: string): Promise<KeptProfile> => {
      const [found] = await readMany(db, [{ table, key: { pk: batch, sk: 'profile' } }]);
      if (!found) throw new Fault('BatchAltered', { batch, page: 'profile' });
      const profile = readable(table, found, () => readStored(bankProfileSchema, found.profile));
      return { profile, hash: canonicalHash(found.profile) };
    },
    needing: needingRun(db, table, 'sk'),
    claimsOn: async (batch: string, page: number): Promise<readonly TakenClaim[]> => {
      const [found] = await pages(pageSchema, batch, [claimsKey(page)]);
      return found?.claims ?? [];
    },
    /** All claims that a batch has taken, in the order in which it took them. */
    claimsOf: async ({ id, pages: count }: Pick<Batch, 'id' | 'pages'>): Promise<TakenClaim[]> => {
      const keys = Array.from({ length: count }, (_, page) => claimsKey(page + 1));
      return (await pages(pageSchema, id, keys)).flatMap(({ claims }) => claims);
    },
    transfersOf: async (batch: string, hash: string, rows: number): Promise<Transfer[]> =>
      (await pages(transfersSchema, batch, keysOf('transfers', hash, rows))).flatMap(({ transfers }) => transfers),
    returnedOf: async (batch: string, hash: string, rows: number): Promise<ReturnedRow[]> =>
      (await pages(returnedSchema, batch, keysOf('returned', hash, rows))).flatMap(({ returned }) => returned),

    /** The versions of the accounts to which some lecturers were paid last; nothing of who was not yet. */
    paidTo: async (lecturers: readonly string[]): Promise<ReadonlyMap<string, number>> => {
      const keys = lecturers.map((lecturer) => ({ table, key: { pk: payeeKey(lecturer), sk: 'paid-to' } }));
      const found = await readMany(db, keys);
      return new Map(
        found.flatMap((item) => {
          if (!item) return [];
          const { lecturer, version } = fromItem(accountRefSchema, item, table);
          return [[lecturer, version] as const];
        }),
      );
    },

    save: (next: Batch, was?: Batch): Change => ({
      table,
      put: { pk: 'batches', sk: next.id, ...next },
      guard: was ? { revision: was.revision, state: was.state } : { absent: 'pk' },
    }),
    keepProfile: (batch: string, profile: BankProfile): Change => ({
      table,
      put: { pk: batch, sk: 'profile', profile },
      guard: { absent: 'pk' },
    }),
    putClaims: (batch: string, page: number, claims: readonly TakenClaim[]): Change => ({
      table,
      put: { pk: batch, sk: claimsKey(page), state: 'TAKEN', claims },
      guard: { absent: 'pk' },
    }),
    /** What became of the claims of a page is told with this, once. */
    markTold: (batch: string, page: number, claims: readonly TakenClaim[]): Change => ({
      table,
      put: { pk: batch, sk: claimsKey(page), state: 'TOLD', claims },
      guard: { state: 'TAKEN' },
    }),
    putPaidTo: ({ lecturer, version }: AccountRef): Change => ({
      table,
      put: { pk: payeeKey(lecturer), sk: 'paid-to', lecturer, version },
      guard: { unguarded: true },
    }),
    putTransfers: (batch: string, hash: string, transfers: readonly Transfer[]): Change[] =>
      inPages(transfers).map((some, page) => ({
        table,
        put: { pk: batch, sk: `transfers#${hash}#${pageNumber(page + 1)}`, transfers: some },
        guard: { unguarded: true },
      })),
    putReturned: (batch: string, hash: string, returned: readonly ReturnedRow[]): Change[] =>
      inPages(returned).map((some, page) => ({
        table,
        put: { pk: batch, sk: `returned#${hash}#${pageNumber(page + 1)}`, returned: some },
        guard: { unguarded: true },
      })),
  };
}
export type PaymentsTable = ReturnType<typeof paymentsTable>;

/** A batch as it is now. @throws Fault BatchMissing: whoever asks was given its id by us */
export async function presentBatch(
  { payments }: { readonly payments: Pick<PaymentsTable, 'batch'> },
  id: string,
): Promise<Batch> {
  const batch = await payments.batch(id);
  if (!batch) throw new Fault('BatchMissing', { batch: id });
  return batch;
}

/** Pages in one transaction, which takes 4 MB. */
const inOneCommit = 10;

/** Stores pages of rows under a hash: nobody reads them until the batch itself names it. */
export async function storePages(
  { commit }: { readonly commit: Commit },
  {
    id,
    hash,
    pages,
    by,
  }: { readonly id: string; readonly hash: string; readonly pages: readonly Change[]; readonly by: string },
  now: Instant,
): Promise<void> {
  for (const changes of inPages(pages, inOneCommit)) {
    const data = { hash, pages: changes.length };
    await commit({ changes, events: [{ subject: `${id}/rows`, type: 'BatchPagesStored', by, at: now, data }] });
  }
}

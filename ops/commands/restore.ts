import { BatchWriteCommand } from '@aws-sdk/lib-dynamodb';
import * as shapes from '../../functions/app/tables.ts';
import { canonicalHash } from '../../functions/shared/database/canonical.ts';
import type { TableShape } from '../../functions/shared/database/table-shape.ts';
import { Complaint, type Context, confirm, needed } from '../context.ts';
import { continueChains } from './continue-chains.ts';
import { erasedSince } from './erased-since.ts';
import { scan } from './scans.ts';

type Item = Record<string, unknown>;

/** Items of one BatchWriteItem. */
const atOnce = 25;

/** What is never put back, and why. */
const neverPutBack: Readonly<Record<string, string>> = {
  audit: 'it is append-only, and says what has happened since',
  outbox: 'what has left since would leave again',
  pace: 'it holds nothing but the next slots',
  sessions: 'what somebody has closed in another browser would be open there again',
  codes: 'a code or a link that was used would be good again',
  proofs: 'a proof that was used would be good again',
  passkeys: 'a passkey that was removed would be good again',
};

type Restoring = Pick<
  Context,
  'db' | 'tables' | 'named' | 'applications' | 'rounds' | 'commit' | 'by' | 'now' | 'flags'
>;

/** What makes a table like its copy. */
export interface Difference {
  readonly put: readonly Item[];
  readonly remove: readonly Item[];
  readonly same: number;
}

/** What to put and what to remove, by the keys of the items; whole items for both. */
export function difference(copy: readonly Item[], table: readonly Item[], keys: readonly string[]): Difference {
  const keyOf = (item: Item): string => JSON.stringify(keys.map((key) => item[key]));
  const there = new Map(table.map((item) => [keyOf(item), canonicalHash(item)]));
  const put = copy.filter((item) => there.get(keyOf(item)) !== canonicalHash(item));
  const wanted = new Set(copy.map(keyOf));
  return { put, remove: table.filter((item) => !wanted.has(keyOf(item))), same: copy.length - put.length };
}

/** A copy in which links that were taken back since stay so: whoever was to be kept out has the old ones. */
function keepingTakenBack(copy: readonly Item[], table: readonly Item[], keys: readonly string[]): Item[] {
  const keyOf = (item: Item): string => JSON.stringify(keys.map((key) => item[key]));
  const generations = new Map(table.map((item) => [keyOf(item), item.linkGeneration]));
  return copy.map((item) => {
    const present = generations.get(keyOf(item));
    const isLater = typeof present === 'number' && present > Number(item.linkGeneration ?? 0);
    return isLater ? { ...item, linkGeneration: present } : item;
  });
}

/** Items that are read in one call. */
const readAtOnce = 50;

/**
 * `restore TABLE COPY`: makes a table of the stage as its copy is, which was restored by point in time under another
 * name. Names, streams and grants stay as they are. Who was erased since stays erased, and
 * what was theirs as it is. Nobody else may write meanwhile: see the runbook.
 */
export async function restore(context: Restoring, word: string | undefined, named: string | undefined): Promise<void> {
  const usage = 'restore TABLE COPY';
  const name = needed(word, usage);
  const copy = needed(named, usage);
  const shape = Object.entries<TableShape>(shapes).find(([known]) => known === name)?.[1];
  if (!shape) throw new Complaint(`There is no table ${name}; there are: ${Object.keys(shapes).join(', ')}.`);
  const reason = neverPutBack[name];
  if (reason) throw new Complaint(`The table ${name} is not put back: ${reason}.`);
  const table = context.named(name);
  const isOwn = Object.values(context.tables).includes(copy);
  if (isOwn || !copy.startsWith(`${table}-`)) {
    throw new Complaint(`${copy} is no copy of ${table}: the name of a copy begins with ${table}- (docs/runbook.md).`);
  }
  const keys = [shape.partition, ...(shape.sort ? [shape.sort] : [])];
  const present = await scan(context.db, table, readAtOnce);
  const copied = keepingTakenBack(await scan(context.db, copy, readAtOnce), present, keys);
  const { isErased, names } = await erasedSince(context, copied, present, shape.partition);
  const items = [...copied.filter((item) => !isErased(item)), ...present.filter(isErased)];
  const { put, remove, same } = difference(items, present, keys);
  await confirm(
    context,
    `${table} becomes as ${copy} is: ${put.length} items are put back, ${remove.length} that are not in it are removed, ${same} are the same.`,
  );
  await context.commit({
    changes: [],
    events: [
      {
        subject: `table#${name}`,
        type: 'TableRestored',
        by: context.by,
        at: context.now(),
        data: { copy, put: put.length, removed: remove.length },
      },
    ],
  });
  const keyOf = (item: Item): Item => Object.fromEntries(keys.map((key) => [key, item[key]]));
  await write(context, table, [
    ...put.map((Item) => ({ PutRequest: { Item } })),
    ...remove.map((item) => ({ DeleteRequest: { Key: keyOf(item) } })),
  ]);
  // Of all, since a call before this one may have ended in between.
  const since = await continueChains(context, {
    table,
    copy,
    items,
    beside: async ({ pk, sk, revision }, next) =>
      name === 'rounds' && sk === 'current' ? context.rounds.again(pk, revision, next) : [],
  });
  for (const line of since) console.log(line);
  if (names.length > 0) console.log(`Erased since, and left so: ${names.join(', ')}.`);
  console.log(`${table} is as ${copy} was. ${since.length} were changed since, as listed: that is to be done again.`);
}

type Write = NonNullable<BatchWriteCommand['input']['RequestItems']>[string][number];

async function write({ db }: Pick<Context, 'db'>, table: string, writes: readonly Write[]): Promise<void> {
  for (let left = [...writes]; left.length > 0; ) {
    const some = left.splice(0, atOnce);
    const { UnprocessedItems } = await db.send(new BatchWriteCommand({ RequestItems: { [table]: some } }));
    left = [...(UnprocessedItems?.[table] ?? []), ...left];
  }
}

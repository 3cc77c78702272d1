import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import * as shapes from '../../../functions/app/tables.ts';
import type { TableShape } from '../../../functions/shared/database/table-shape.ts';
import type { TestCloud } from '../cloud.ts';
import { keyOf } from '../gate-log.ts';
import type { MemoryAcademy } from '../memory/memory-academy.ts';
import { memoryTables } from '../memory/memory-database.ts';
import type { TableKey } from '../table-keys.ts';

/** Messages left where they came about. */
const notTaken: readonly TableKey[] = ['OUTBOX_TABLE', 'PACE_TABLE'];
/** By which the clock and the reconciling find what they have to act on: on the cloud nobody is to. */
const actedOn = ['due', 'needsRun'];
const isActedOn = (table: TableKey, name: string): boolean =>
  actedOn.includes(name) &&
  Object.entries<TableShape>(shapes).some(
    ([of, { indexes = [] }]) =>
      `${of.toUpperCase()}_TABLE` === table && indexes.some(({ partition }) => partition === name),
  );

/** How many items a transaction takes. */
const atOnce = 100;

interface Placed {
  readonly table: TableKey;
  readonly item: Readonly<Record<string, unknown>>;
}

const tables: readonly TableKey[] = keysOf(memoryTables).filter((table) => !notTaken.includes(table));

function keysOf<Key extends string>(names: Readonly<Record<Key, unknown>>): Key[];
function keysOf(names: Readonly<Record<string, unknown>>): string[] {
  return Object.keys(names);
}

const itemsOf = (memory: MemoryAcademy): Placed[] =>
  tables.flatMap((table) => memory.plain(memoryTables[table]).map((item) => ({ table, item })));

const nameOf = ({ table, item }: Placed): string => JSON.stringify([table, keyOf(table, item)]);

/** What is stored at the moment, by table and key. */
export const storedKeys = (memory: MemoryAcademy): ReadonlySet<string> => new Set(itemsOf(memory).map(nameOf));

/** Stores on the cloud what was stored in memory since `before`. */
export async function putOnCloud(memory: MemoryAcademy, before: ReadonlySet<string>, at: TestCloud): Promise<void> {
  const puts = itemsOf(memory)
    .filter((placed) => !before.has(nameOf(placed)))
    .map(({ table, item }) => ({
      Put: {
        TableName: at.tables[table],
        Item: Object.fromEntries(Object.entries(item).filter(([name]) => !isActedOn(table, name))),
        ConditionExpression: `attribute_not_exists(${Object.keys(keyOf(table, item))[0]})`,
      },
    }));
  for (let from = 0; from < puts.length; from += atOnce) {
    await at.db.send(new TransactWriteCommand({ TransactItems: puts.slice(from, from + atOnce) }));
  }
}

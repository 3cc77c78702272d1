import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { TransactGetCommand } from '@aws-sdk/lib-dynamodb';
import { doubling, retrying } from '../retry.ts';
import { tries } from '../tries.ts';
import type { Database } from './database.ts';

/** How many items one TransactGetItems reads: at most 100, and 4 MB together. */
const atOnce = 50;

/** How many calls are under way at a time. */
const abreast = 4;

export interface ItemKey {
  readonly table: string;
  readonly key: Readonly<Record<string, string>>;
}

/**
 * Reads many items by their keys, consistently, in the order of the keys; undefined for what is not there. A key may be
 * there twice, which a transaction refuses: it is read once. It needs no other permission than GetItem, and a fiftieth of
 * its calls.
 */
export async function readMany(
  db: Database,
  keys: readonly ItemKey[],
): Promise<(Record<string, unknown> | undefined)[]> {
  const nameOf = ({ table, key }: ItemKey): string => JSON.stringify([table, key]);
  const distinct = [...new Map(keys.map((one) => [nameOf(one), one]))];
  const groups = Array.from({ length: Math.ceil(distinct.length / atOnce) }, (_, group) =>
    distinct.slice(group * atOnce, (group + 1) * atOnce).map(([, one]) => one),
  );
  const found: (Record<string, unknown> | undefined)[] = [];
  for (let from = 0; from < groups.length; from += abreast) {
    const read = await Promise.all(groups.slice(from, from + abreast).map((group) => readGroup(db, group)));
    found.push(...read.flat());
  }
  const byName = new Map(distinct.map(([name], index) => [name, found[index]]));
  return keys.map((one) => byName.get(nameOf(one)));
}

async function readGroup(db: Database, keys: readonly ItemKey[]): Promise<(Record<string, unknown> | undefined)[]> {
  const read = new TransactGetCommand({
    TransactItems: keys.map(({ table, key }) => ({ Get: { TableName: table, Key: key } })),
  });
  const { Responses = [] } = await retrying(() => db.send(read), {
    tries: tries.crossedRead,
    mayPass: (error) => error instanceof TransactionCanceledException,
    pause: doubling(20),
  });
  return keys.map((_, index) => Responses[index]?.Item);
}

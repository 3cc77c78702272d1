import { BatchGetCommand } from '@aws-sdk/lib-dynamodb';
import type { GateLog, ItemKey } from './gate-log.ts';
import type { Stage } from './stage.ts';
import type { TableKey } from './table-keys.ts';

/** How many items BatchGetItem takes. */
const atOnce = 100;

/** The items with these keys, as they are now; what is not there is left out. */
export async function itemsWith(
  at: Pick<Stage, 'db' | 'tables'>,
  table: TableKey,
  keys: readonly ItemKey[],
): Promise<Record<string, unknown>[]> {
  const name = at.tables[table];
  const items: Record<string, unknown>[] = [];
  let left = [...keys];
  while (left.length > 0) {
    const Keys = left.slice(0, atOnce);
    const { Responses, UnprocessedKeys } = await at.db.send(
      new BatchGetCommand({ RequestItems: { [name]: { Keys, ConsistentRead: true } } }),
    );
    items.push(...(Responses?.[name] ?? []));
    left = [...left.slice(atOnce), ...(UnprocessedKeys?.[name]?.Keys ?? [])];
  }
  return items;
}

/**
 * The items of a table that anybody wrote since the test file began, as they are now: all that can hold what the file
 * made, since every write passes the gate.
 */
export const writtenIn = (
  at: Pick<Stage, 'db' | 'tables'> & { readonly gateLog: Pick<GateLog, 'keysOf'> },
  table: TableKey,
) => itemsWith(at, table, at.gateLog.keysOf(table));

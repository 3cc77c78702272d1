import { isDeepStrictEqual } from 'node:util';
import { tableShapes } from '../../support/memory/memory-tables.ts';

/*
 * What DynamoDB counts of a call, by the sizes of the items.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/on-demand-capacity-mode.html
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html
 */

export type Stored = Readonly<Record<string, unknown>>;

const kilobyte = 1024;

/** Bytes of a value: text in UTF-8, a number a byte for two digits and one more, a list or map three and one an element. */
function bytesOf(value: unknown): number {
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (typeof value === 'number' || typeof value === 'bigint') return Math.ceil(String(value).length / 2) + 1;
  if (value instanceof Uint8Array) return value.byteLength;
  if (Array.isArray(value)) return value.reduce((sum: number, one: unknown) => sum + 1 + bytesOf(one), 3);
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value).reduce(
      (sum, [name, one]: [string, unknown]) =>
        one === undefined ? sum : sum + 1 + Buffer.byteLength(name) + bytesOf(one),
      3,
    );
  }
  return 1;
}

/** An item is a map without what a map costs. */
export const sizeOf = (item: Stored): number =>
  Object.entries(item).reduce(
    (sum, [name, one]) => (one === undefined ? sum : sum + Buffer.byteLength(name) + bytesOf(one)),
    0,
  );

export type Reading = 'consistent' | 'eventual' | 'transaction';
const timesRead = { consistent: 1, eventual: 0.5, transaction: 2 } as const satisfies Record<Reading, number>;

/** Of one item that is read, or of all that a query reads together; what is not there costs as one that is small. */
export const readUnits = (items: readonly Stored[], how: Reading): number =>
  Math.max(1, Math.ceil(items.reduce((sum, one) => sum + sizeOf(one), 0) / (4 * kilobyte))) * timesRead[how];

const kilobytes = (...items: readonly (Stored | undefined)[]): number =>
  Math.max(1, ...items.map((one) => Math.ceil((one ? sizeOf(one) : 0) / kilobyte)));

/**
 * Of one item that is stored, removed (`now` is undefined) or only checked (both are the same): by the larger of before
 * and after, twice in a transaction, and what its indexes write because of it, which is never twice.
 */
export function writeUnits(
  table: string,
  item: { readonly was: Stored | undefined; readonly now: Stored | undefined },
  how: { readonly transaction: boolean },
): { readonly table: number; readonly indexes: number } {
  return {
    table: kilobytes(item.was, item.now) * (how.transaction ? 2 : 1),
    indexes: indexesOf(table).reduce((sum, index) => sum + indexUnits(index(item.was), index(item.now)), 0),
  };
}

/** What an index holds of an item: undefined for one without its keys. */
interface Held {
  readonly keys: readonly unknown[];
  readonly item: Stored;
}

const indexesOf = (table: string) => {
  const shape = tableShapes[table];
  if (!shape) throw new Error(`there is no table ${table}`);
  return Object.values(shape.indexes ?? {}).map(
    ({ keys, whole, including = [] }) =>
      (item?: Stored): Held | undefined => {
        if (!item || keys.some((key) => item[key] === undefined)) return undefined;
        const names = new Set<string>([...shape.keys, ...keys, ...including]);
        const held = whole ? item : Object.fromEntries(Object.entries(item).filter(([name]) => names.has(name)));
        return { keys: keys.map((key) => item[key]), item: held };
      },
  );
};

/** One write to come, to go or to change; two if an item moves, one to go and one to come. */
function indexUnits(was: Held | undefined, now: Held | undefined): number {
  if (was && now && isDeepStrictEqual(was.keys, now.keys)) {
    return isDeepStrictEqual(was.item, now.item) ? 0 : kilobytes(was.item, now.item);
  }
  return (was ? kilobytes(was.item) : 0) + (now ? kilobytes(now.item) : 0);
}

import { DynamoDBServiceException } from '@aws-sdk/client-dynamodb';
import { plainItem } from './memory-attributes.ts';
import type { Attribute, Item } from './memory-expressions.ts';
import type { TableShape } from './memory-tables.ts';

/** What DynamoDB says of a call that is wrong in itself. */
export const invalid = (message: string) =>
  new DynamoDBServiceException({ name: 'ValidationException', message, $fault: 'client', $metadata: {} });

const comparable = (value: Attribute | undefined): string | number =>
  value === undefined ? '' : 'N' in value ? Number(value.N) : String(value.S);

/** The places of items, by the value of a partition key. */
type Partitions = Map<string | number, Set<string>>;

/** One table: its items by their keys, and the keys of each partition, so that a query need not look at all others. */
export class MemoryTable {
  readonly items = new Map<string, Item>();
  readonly #partitions: Partitions = new Map();
  readonly #indexed = new Map<string, Partitions>();
  readonly shape: TableShape;
  constructor(shape: TableShape) {
    this.shape = shape;
  }

  /** Where an item is; for a key alone, too. */
  placeOf(found: Item): string {
    return JSON.stringify(
      this.shape.keys.map((name) => {
        const value = found[name];
        const type = this.shape.numeric === name ? 'N' : 'S';
        if (value === undefined || !(type in value)) throw invalid(`the key ${name} is missing or no ${type}`);
        if (value.S === '') throw invalid(`the key ${name} is empty`);
        return comparable(value);
      }),
    );
  }

  /** The places of a partition, of the table or of one of its indexes. */
  partition(value: Attribute | undefined, index?: string): Set<string> {
    const partitions = index === undefined ? this.#partitions : this.#partitionsOf(index);
    const name = comparable(value);
    const found = partitions.get(name) ?? new Set<string>();
    partitions.set(name, found);
    return found;
  }

  #partitionsOf(index: string): Partitions {
    const found = this.#indexed.get(index) ?? new Map();
    this.#indexed.set(index, found);
    return found;
  }

  /** The partitions of the indexes that an item is in. */
  #indexPartitions(found: Item): Set<string>[] {
    return Object.entries(this.shape.indexes ?? {}).flatMap(([name, { keys }]) =>
      keys.every((key) => key in found) ? [this.partition(found[keys[0]], name)] : [],
    );
  }

  put(found: Item): void {
    const place = this.placeOf(found);
    const was = this.items.get(place);
    if (was) for (const partition of this.#indexPartitions(was)) partition.delete(place);
    for (const partition of this.#indexPartitions(found)) partition.add(place);
    this.items.set(place, found);
    this.partition(found[this.shape.keys[0]]).add(place);
  }

  copy(): MemoryTable {
    const copied = new MemoryTable(this.shape);
    for (const [place, found] of this.items) copied.items.set(place, found);
    for (const [name, places] of this.#partitions) copied.#partitions.set(name, new Set(places));
    for (const [index, partitions] of this.#indexed) {
      copied.#indexed.set(index, new Map([...partitions].map(([name, places]) => [name, new Set(places)])));
    }
    return copied;
  }

  remove(place: string): void {
    const found = this.items.get(place);
    this.items.delete(place);
    if (!found) return;
    for (const partition of this.#indexPartitions(found)) partition.delete(place);
    this.partition(found[this.shape.keys[0]]).delete(place);
  }
}

export const only = (found: Item, names: readonly string[]): Item =>
  Object.fromEntries(
    names.flatMap((name): [string, Attribute][] => {
      const value = found[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );

/** Pages through what is in order: from after a key, and so many at most. */
export function pageOf(
  ordered: readonly Item[],
  keyNames: readonly string[],
  { ExclusiveStartKey: after, Limit: most }: { readonly ExclusiveStartKey?: Item; readonly Limit?: number },
) {
  const keyOf = (found: Item) => JSON.stringify(keyNames.map((name) => comparable(found[name])));
  const start = after && keyOf(after);
  const from = start ? ordered.findIndex((found) => keyOf(found) === start) + 1 : 0;
  const page = ordered.slice(from, most && from + most);
  const last = page.at(-1);
  const more = most !== undefined && page.length === most;
  return { page, lastKey: more && last ? plainItem(only(last, keyNames)) : undefined };
}

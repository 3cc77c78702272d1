import { DynamoDBServiceException } from '@aws-sdk/client-dynamodb';
import { plainItem } from './memory-attributes.ts';
import type { Attribute, Item } from './memory-expressions.ts';
import type { TableShape } from './memory-tables.ts';

/** What DynamoDB says of a call that is wrong in itself. */
export const invalid = (message: string) =>
  new DynamoDBServiceException({ name: 'ValidationException', message, $fault: 'client', $metadata: {} });

const comparable = (value: Attribute | undefined): string | number =>
  value === undefined ? '' : 'N' in value ? Number(value.N) : String(value.S);

/** One table: its items by their keys, and the keys of each partition, so that a query need not look at all others. */
export class MemoryTable {
  readonly items = new Map<string, Item>();
  readonly #partitions = new Map<string | number, Set<string>>();
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

  partition(value: Attribute | undefined): Set<string> {
    const name = comparable(value);
    const found = this.#partitions.get(name) ?? new Set<string>();
    this.#partitions.set(name, found);
    return found;
  }

  put(found: Item): void {
    const place = this.placeOf(found);
    this.items.set(place, found);
    this.partition(found[this.shape.keys[0]]).add(place);
  }

  remove(place: string): void {
    const found = this.items.get(place);
    this.items.delete(place);
    if (found) this.partition(found[this.shape.keys[0]]).delete(place);
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

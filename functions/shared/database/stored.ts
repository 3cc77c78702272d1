import * as z from 'zod';
import { Fault } from '../errors.ts';

/**
 * An object as it is stored, or a part of one. Keys that this code does not know survive reading and saving: what newer
 * code wrote is still there after it was rolled back. They are no part of the type, so that nothing uses them.
 */
export const storedObject = <Shape extends z.core.$ZodLooseShape>(shape: Shape): z.ZodObject<Shape> =>
  z.looseObject(shape);

type Item = Readonly<Record<string, unknown>>;

/** What a stored item is, without the keys of its table. @throws ItemUnreadable if it is not as it should be */
export const fromItem = <Schema extends z.ZodType>(schema: Schema, stored: Item, table: string): z.output<Schema> => {
  const { pk: _partition, sk: _sort, ...item } = stored;
  return readable(table, stored, () => schema.parse(item));
};

/** A part of a path that may be told: the name of a field, or a number; nothing that somebody may have typed. */
const told = (part: PropertyKey): string => (/^[\w-]{1,40}$/u.test(String(part)) ? String(part) : '…');

const isKey = (part: unknown): part is string | number => typeof part === 'string' || typeof part === 'number';

/** Reads a stored item. What its schema refuses is named by table, key and field, and not quoted. */
export function readable<Value>(table: string, item: Item, read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof z.ZodError)) throw error;
    const { pk, sk, id, subject, number } = item;
    const key = [pk ?? id ?? subject, sk ?? number].filter(isKey).join('/');
    const fields = error.issues.slice(0, 3).map(({ path }) => path.map(told).join('.') || 'the whole item');
    throw new Fault('ItemUnreadable', { table, key, field: [...new Set(fields)].join(' and ') });
  }
}

/**
 * What is checked strictly when it is loaded, and only read once it is stored: without the keys that this code does not
 * know, of whatever depth.
 * @throws if anything else is wrong
 */
export function readStored<Schema extends z.ZodType>(schema: Schema, stored: unknown): z.output<Schema> {
  const { data, error } = schema.safeParse(stored);
  if (!error) return data;
  const unknown = error.issues.flatMap((issue) => (issue.code === 'unrecognized_keys' ? [issue] : []));
  if (unknown.length === 0) throw error;
  return readStored(
    schema,
    unknown.reduce((value, { path, keys }) => without(value, path, keys), stored),
  );
}

function without(value: unknown, [first, ...rest]: readonly PropertyKey[], keys: readonly string[]): unknown {
  if (Array.isArray(value)) {
    return value.map((part: unknown, index) => (index === first ? without(part, rest, keys) : part));
  }
  const entries = Object.entries(z.looseObject({}).parse(value));
  if (first === undefined) return Object.fromEntries(entries.filter(([key]) => !keys.includes(key)));
  return Object.fromEntries(entries.map(([key, part]) => [key, key === first ? without(part, rest, keys) : part]));
}

/** What newer code wrote of something that is stored anew from a file. */
export const unknownKeys = (schema: z.ZodObject, was: object): object =>
  Object.fromEntries(Object.entries(was).filter(([key]) => !(key in schema.shape)));

/** Without what newer code wrote: to be erased, it cannot be told from personal data. */
export const onlyKnown = <Shape extends z.core.$ZodLooseShape>(
  schema: z.ZodObject<Shape>,
  entity: object,
): z.output<z.ZodObject<Shape>> => schema.strip().parse(entity);

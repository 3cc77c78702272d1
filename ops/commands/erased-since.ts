import type { Context } from '../context.ts';

type Item = Readonly<Record<string, unknown>>;

/** Anything that looks like a reference, alone or within a key. */
const references = /[ASP]-\d{2}[HR][12]-[0-9A-Z]{4}-[0-9A-Z]{4}/gu;

/** The references that an item names in its keys and its own words: whose it is, what it is about. */
const referencesIn = (item: Item): string[] =>
  Object.values(item).flatMap((value) =>
    typeof value === 'string' ? [...value.matchAll(references)].map(([one]) => one) : [],
  );

/**
 * Which items of a copy are of somebody who has been erased since it was made: of what is marked as erased in the table
 * now, and of applications that are erased, in whatever table.
 * @param partition the partition key of the table
 */
export async function erasedSince(
  { applications }: Pick<Context, 'applications'>,
  items: readonly Item[],
  present: readonly Item[],
  partition: string,
): Promise<{ readonly isErased: (item: Item) => boolean; readonly names: readonly string[] }> {
  const own = present.filter(({ erasedAt }) => erasedAt !== undefined).map((item) => String(item[partition]));
  const named = [...new Set(items.flatMap(referencesIn))];
  const found = (await applications.many(named)).filter(({ erasedAt }) => erasedAt !== undefined);
  const erased = new Set([...own, ...found.map(({ reference }) => reference)]);
  const isErased = (item: Item): boolean =>
    erased.has(String(item[partition])) || referencesIn(item).some((reference) => erased.has(reference));
  const names = new Set(items.filter(isErased).flatMap((item) => [String(item[partition]), ...referencesIn(item)]));
  return { isErased, names: [...names].filter((name) => erased.has(name)).sort() };
}

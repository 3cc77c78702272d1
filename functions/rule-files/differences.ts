import * as z from 'zod';
import { type LocalDate, localDateSchema } from '../shared/time.ts';

/** A value of a file: a number, a word, a text in both languages. */
export type Leaf = string | number | boolean | { readonly ko: string; readonly en: string };

/** What a file says at one place, before and after: one of them is missing for what is new, or gone. */
export interface Difference {
  /** From the outside in: `['grades', 'special-1', 'rates', '2027-01-01', 'first']`. */
  readonly path: readonly string[];
  readonly before?: Leaf;
  readonly after?: Leaf;
}

const bothSchema = z.strictObject({ ko: z.string(), en: z.string() });
const leafSchema = z.union([z.string(), z.number(), z.boolean(), bothSchema]);
const listSchema = z.array(z.unknown());
const groupSchema = z.record(z.string(), z.unknown());
const datedSchema = z.looseObject({ since: localDateSchema });

const separator = '\u0000';

/** Every value of a file by its place. Dated rows are known by their day, so that an inserted one moves no other. */
function leavesOf(value: unknown, path: readonly string[] = []): [string, Leaf][] {
  const leaf = leafSchema.safeParse(value);
  if (leaf.success) return [[path.join(separator), leaf.data]];
  const list = listSchema.safeParse(value);
  if (list.success) {
    return list.data.flatMap((row, index) => leavesOf(row, [...path, sinceOf(row) ?? String(index + 1)]));
  }
  const group = groupSchema.safeParse(value);
  if (!group.success) return [];
  return Object.entries(group.data).flatMap(([name, inner]) =>
    name === 'since' || name === 'kind' ? [] : leavesOf(inner, [...path, name]),
  );
}

const sinceOf = (row: unknown): LocalDate | undefined => datedSchema.safeParse(row).data?.since;

const same = (a: Leaf | undefined, b: Leaf | undefined): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What differs between two files of a kind, in the order of the newer one; what is gone comes last. */
export function differencesOf(before: unknown, after: unknown): Difference[] {
  const [was, is] = [new Map(leavesOf(before)), new Map(leavesOf(after))];
  return [...new Set([...is.keys(), ...was.keys()])].flatMap((place) => {
    const [former, present] = [was.get(place), is.get(place)];
    if (same(former, present)) return [];
    return [
      {
        path: place.split(separator),
        ...(former !== undefined && { before: former }),
        ...(present !== undefined && { after: present }),
      },
    ];
  });
}

const isDay = (part: string): part is LocalDate => localDateSchema.safeParse(part).success;

/** The days of the dated rows at which two files differ, the earliest first. */
export const daysOf = (differences: readonly Difference[]): LocalDate[] =>
  [...new Set(differences.flatMap(({ path }) => path.filter(isDay)))].sort();

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import * as tables from '../../../functions/app/tables.ts';
import { reading, savingAgain, tablesWith } from '../../support/recorded/recorded.ts';
import type { Item } from '../../support/support.ts';

/*
 * Items as each release stored them, in a folder by its commit. Code of today reads them and puts back what it read; also
 * what it does not know, since an item may be of a newer release that was rolled back.
 */

const recordedSchema = z.record(z.string(), z.record(z.string(), z.unknown()));
const releases = readdirSync(import.meta.dirname, { withFileTypes: true }).filter((entry) => entry.isDirectory());

/** The items of a release by table and kind. */
function recordedIn(release: string): { readonly table: string; readonly kind: string; readonly item: Item }[] {
  const folder = join(import.meta.dirname, release);
  return readdirSync(folder).flatMap((file) => {
    const table = file.replace(/[.]json$/u, '');
    const kinds = recordedSchema.parse(JSON.parse(readFileSync(join(folder, file), 'utf8')));
    return Object.entries(kinds).map(([kind, item]) => ({ table, kind, item }));
  });
}

const later = 'came after the last release that was recorded';

/** Tables of which nothing is recorded, and why. */
const unrecorded: Readonly<Record<string, string>> = {
  agreements: later,
  budgets: later,
  checklists: later,
  claims: later,
  codes: 'a proof is over after an hour, and its row gone after a day',
  documents: later,
  lecturers: later,
  pace: 'its moments are over in minutes; each is a number that is updated in place, and what is no number is passed over',
  payments: later,
  residencies: later,
  residencyEvents: later,
  rules: later,
  passkeys: later,
  proofs: 'a proof is over after five minutes',
  sessions: later,
  spaces: later,
  filings: later,
  timetables: later,
};

it('a release recorded items of every table, but for those of which nothing stays', () => {
  const recorded = new Set(releases.flatMap(({ name }) => recordedIn(name).map(({ table }) => table)));
  expect(Object.keys(tables).filter((table) => !recorded.has(table))).toEqual(Object.keys(unrecorded));
});

/** Fields whose keys are ids or names of fields, and not the schema's. */
const records = [
  'typed',
  'scores',
  'answers',
  'consents',
  'criteria',
  'quotaCuts',
  'assignee',
  'to',
  'ids',
  'data',
  'why',
  'since',
];
const plain = z.record(z.string(), z.unknown());

/** As newer code might have stored it: with a further key in every object. */
function withNewKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withNewKeys);
  const object = plain.safeParse(value).data;
  if (!object) return value;
  const parts = Object.entries(object).map(([key, part]) => [key, records.includes(key) ? part : withNewKeys(part)]);
  return { ...Object.fromEntries(parts), ofNewerCode: { told: ['twice'] } };
}

describe.each(releases.map(({ name }) => name))('an item that %s stored', (release) => {
  const items = recordedIn(release);
  const saved = items.filter(({ table, kind }) => `${table}.${kind}` in savingAgain);
  const read = items.filter(({ table, kind }) => `${table}.${kind}` in reading);

  it('is of a kind that is looked at here', () => {
    const known = [...saved, ...read].map(({ table, kind }) => `${table}.${kind}`).sort();
    expect(known).toEqual(items.map(({ table, kind }) => `${table}.${kind}`).sort());
  });

  it.each(read)('is read today: $table $kind', async ({ table, kind, item }) => {
    const tables = await tablesWith(items);
    expect(await reading[`${table}.${kind}`]?.(tables, item)).toBeTruthy();
  });

  it.each(read)('is read with what newer code wrote: $table $kind', async ({ table, kind, item }) => {
    const newer = plain.parse(withNewKeys(item));
    // The hash of a snapshot is over all of it: of newer code, over the new keys too.
    const whole = kind === 'snapshot' ? items : [...items, { table, kind, item: newer }];
    expect(await reading[`${table}.${kind}`]?.(await tablesWith(whole), newer)).toBeTruthy();
  });

  it.each(saved)('is read and saved again as it was: $table $kind', async ({ table, kind, item }) => {
    const tables = await tablesWith(items);
    expect(await savingAgain[`${table}.${kind}`]?.(tables, item)).toContainEqual(expect.objectContaining(item));
  });

  it.each(saved)('is saved again with what newer code wrote: $table $kind', async ({ table, kind, item }) => {
    const newer = plain.parse(withNewKeys(item));
    const tables = await tablesWith([...items, { table, kind, item: newer }]);
    expect(await savingAgain[`${table}.${kind}`]?.(tables, newer)).toContainEqual(expect.objectContaining(newer));
  });
});

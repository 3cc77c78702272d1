import { setTimeout as sleep } from 'node:timers/promises';
import { entrySchema } from '../../functions/outbox/entry.ts';
import type { TestCloud } from './cloud.ts';
import { eventually } from './eventually.ts';
import type { Stage } from './stage.ts';

type Table = Parameters<Stage['scan']>[0];
const tables: readonly Table[] = [
  'APPLICATIONS_TABLE',
  'REQUESTS_TABLE',
  'ROUNDS_TABLE',
  'PEOPLE_TABLE',
  'AUDIT_TABLE',
  'OUTBOX_TABLE',
  'ADDRESSES_TABLE',
];

/** Every item of every table as JSON, table by table, in a fixed order. */
export async function everythingStored(at: Stage): Promise<string[]> {
  const scans = await Promise.all(tables.map(async (table) => ({ table, items: await at.scan(table) })));
  return scans.flatMap(({ table, items }) => items.map((item) => `${table} ${sorted(item)}`)).sort();
}

const sorted = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

/** Waits until nothing is under way any more: no errand is due, and no item changes. */
export async function untilQuiet(at: TestCloud): Promise<string[]> {
  return eventually(
    'nothing is under way',
    async () => {
      const entries = (await at.scan('OUTBOX_TABLE')).map((item) => entrySchema.parse(item));
      const soon = new Date(Date.now() + 30_000).toISOString();
      if (entries.some((entry) => entry.due !== undefined && entry.nextAttemptAt < soon)) return undefined;
      const before = await everythingStored(at);
      await sleep(500);
      const after = await everythingStored(at);
      return before.join('\n') === after.join('\n') ? after : undefined;
    },
    { seconds: 60 },
  );
}

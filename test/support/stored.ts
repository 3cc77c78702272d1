import { setTimeout as sleep } from 'node:timers/promises';
import { entrySchema } from '../../functions/outbox/entry.ts';
import type { Academy } from './academy.ts';
import { eventually } from './eventually.ts';
import type { TableKey } from './table-keys.ts';

const tables: readonly TableKey[] = [
  'APPLICATIONS_TABLE',
  'REQUESTS_TABLE',
  'ROUNDS_TABLE',
  'PEOPLE_TABLE',
  'AUDIT_TABLE',
  'OUTBOX_TABLE',
  'ADDRESSES_TABLE',
];

/** Every item that was written since the test file began as JSON, table by table, in a fixed order. */
export async function everythingStored(at: Pick<Academy, 'written'>): Promise<string[]> {
  const read = await Promise.all(tables.map(async (table) => ({ table, items: await at.written(table) })));
  return read.flatMap(({ table, items }) => items.map((item) => `${table} ${sorted(item)}`)).sort();
}

const sorted = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    inner && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

/**
 * What differs between two moments, but for what the clock did meanwhile about other tests' subjects: those whose only
 * new events are the clock's.
 */
export function changesBetween(before: readonly string[], after: readonly string[]): string[] {
  const known = new Set(before);
  const now = new Set(after);
  const different = [...after.filter((line) => !known.has(line)), ...before.filter((line) => !now.has(line))];
  const events = different.flatMap((line) => {
    const [, by = '', chain] = /^AUDIT_TABLE .*"by":"([^"]+)".*"subject":"([^"]+)"/u.exec(line) ?? [];
    const [, about] = /^AUDIT_TABLE \{"about":"([^"]+)"/u.exec(line) ?? [];
    return chain === undefined ? [] : [{ by, subject: about ?? chain.replace(/\/[^/]*$/u, '') }];
  });
  const byClock = (subject: string) =>
    events.filter((event) => event.subject === subject).every(({ by }) => /^system:(?:clock|reconcile)$/u.test(by));
  const excused = [...new Set(events.map(({ subject }) => subject))].filter(byClock);
  return different.filter((line) => !excused.some((subject) => line.includes(subject)));
}

/** Milliseconds in which nothing is stored, if nothing is under way. */
const quietFor = 500;

/** Waits until nothing is under way any more: no message is on its way, and nothing is stored. Gives what there is then. */
export async function untilQuiet(at: Pick<Academy, 'written' | 'writes' | 'now'>): Promise<string[]> {
  return eventually(
    'nothing is under way',
    async () => {
      const writes = at.writes();
      const entries = (await at.written('OUTBOX_TABLE')).map((item) => entrySchema.parse(item));
      const now = at.now();
      const under = entries.some(
        ({ state, attempts, leaseUntil }) =>
          (state === 'PENDING' && attempts === 0) ||
          (state === 'SENDING' && leaseUntil !== undefined && leaseUntil > now),
      );
      if (under) return undefined;
      await sleep(quietFor);
      return at.writes() === writes && everythingStored(at);
    },
    { seconds: 90 },
  );
}

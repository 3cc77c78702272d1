import { dayKey, dayShards } from '../shared/database/audit.ts';
import type { Database } from '../shared/database/database.ts';
import { queryPages } from '../shared/database/query-pages.ts';
import { addDays, type LocalDate } from '../shared/time.ts';
import { type SignedHead, signedHeadSchema } from './manifest.ts';

/** The ends of the chains that grew from one day to another, a shard of a day at a time; what is empty is left out. */
export async function* changedHeads(
  db: Database,
  table: string,
  from: LocalDate,
  until: LocalDate,
): AsyncGenerator<SignedHead[]> {
  for (let day = from; day <= until; day = addDays(day, 1)) {
    for (let shard = 0; shard < dayShards; shard += 1) {
      const heads = await headsOf(db, table, dayKey(day, shard));
      if (heads.length > 0) yield heads;
    }
  }
}

async function headsOf(db: Database, table: string, day: string): Promise<SignedHead[]> {
  const heads = new Map<string, SignedHead>();
  const query = {
    TableName: table,
    IndexName: 'changed',
    KeyConditionExpression: '#day = :day',
    ExpressionAttributeNames: { '#day': 'day' },
    ExpressionAttributeValues: { ':day': day },
  };
  for await (const page of queryPages(db, query)) {
    for (const item of page) {
      const head = signedHeadSchema.parse(item);
      if (head.number > (heads.get(head.subject)?.number ?? 0)) heads.set(head.subject, head);
    }
  }
  return [...heads.values()].sort((a, b) => (a.subject < b.subject ? -1 : 1));
}

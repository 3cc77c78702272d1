import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Database } from '../shared/database.ts';
import type { Span } from './run.ts';
import type { RunShard } from './run-index.ts';

/** Partition keys of a table's index `needs-run` (`needsRun` shard, `changedAt`) in a span of time. */
export async function needingRun(
  db: Database,
  table: string,
  shard: RunShard,
  span: Span,
  limit: number,
): Promise<string[]> {
  if (limit <= 0 || span.from > span.to) return [];
  const { Items = [] } = await db.send(
    new QueryCommand({
      TableName: table,
      IndexName: 'needs-run',
      KeyConditionExpression: 'needsRun = :shard AND changedAt BETWEEN :from AND :to',
      ExpressionAttributeValues: {
        ':shard': typeof shard === 'number' ? `run-${shard}` : shard,
        ':from': span.from,
        ':to': span.to,
      },
      Limit: limit,
    }),
  );
  return Items.map((found) => String(found.pk));
}

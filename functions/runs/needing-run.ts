import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Database } from '../shared/database/database.ts';
import type { Needing } from './run.ts';

const positionSchema = z.record(z.string(), z.string());

/**
 * The ids in a table's index `needs-run` (`needsRun` shard, `changedAt`), by pages: its partition keys, or the sort keys
 * of what stands together.
 */
export const needingRun =
  (db: Database, table: string, id: 'pk' | 'sk' = 'pk'): Needing =>
  async (shard, { until, after }, limit) => {
    // DynamoDB refuses to begin after what the condition leaves out: nothing comes after it.
    if (after?.changedAt !== undefined && after.changedAt > until) return { ids: [] };
    const { Items = [], LastEvaluatedKey } = await db.send(
      new QueryCommand({
        TableName: table,
        IndexName: 'needs-run',
        KeyConditionExpression: 'needsRun = :shard AND changedAt <= :until',
        ExpressionAttributeValues: {
          ':shard': typeof shard === 'number' ? `run-${shard}` : shard,
          ':until': until,
        },
        ExclusiveStartKey: after,
        Limit: limit,
      }),
    );
    return {
      ids: Items.map((found) => String(found[id])),
      after: LastEvaluatedKey && positionSchema.parse(LastEvaluatedKey),
    };
  };

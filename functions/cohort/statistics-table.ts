import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { Change, Database } from '../shared/database/database.ts';
import { fromItem } from '../shared/database/stored.ts';
import { type Statistics, statisticsSchema } from './statistics.ts';

/*
 * Access pattern, in the table of admissions: what was counted of a round when its cohort was confirmed (partition key
 * `pk` = round id, sort key `sk` = statistics).
 */

export const statisticsTable = (db: Database, table: string) => ({
  get: async (roundId: string): Promise<Statistics | undefined> => {
    const { Item } = await db.send(
      new GetCommand({ TableName: table, Key: { pk: roundId, sk: 'statistics' }, ConsistentRead: true }),
    );
    return Item ? fromItem(statisticsSchema, Item, table) : undefined;
  },
  put: (statistics: Statistics): Change => ({
    table,
    put: { pk: statistics.roundId, sk: 'statistics', ...statistics },
    guard: { unguarded: true },
  }),
});
export type StatisticsTable = ReturnType<typeof statisticsTable>;

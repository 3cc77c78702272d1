import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import type { Database } from '../shared/database/database.ts';
import { fromItem } from '../shared/database/stored.ts';
import { type RoundCounts, roundCountsSchema } from './round-counts.ts';

/*
 * Access pattern, in the table of admissions: what the clock has counted of a round (partition key `pk` = round id, sort
 * key `sk` = counts). It decides nothing and is counted anew, so that it is put as it is: when a round is loaded for the
 * first time, and from then on by the clock.
 */

export const countsTable = (db: Database, table: string) => ({
  get: async (roundId: string): Promise<RoundCounts | undefined> => {
    const { Item } = await db.send(new GetCommand({ TableName: table, Key: { pk: roundId, sk: 'counts' } }));
    return Item ? fromItem(roundCountsSchema, Item, table) : undefined;
  },
  put: async (counts: RoundCounts): Promise<void> => {
    await db.send(new PutCommand({ TableName: table, Item: { pk: counts.roundId, sk: 'counts', ...counts } }));
  },
});
export type CountsTable = ReturnType<typeof countsTable>;

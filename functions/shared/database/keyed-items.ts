import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type * as z from 'zod';
import type { Database } from './database.ts';
import { queryAll } from './query-pages.ts';
import { fromItem } from './stored.ts';

/** Reads a table by its keys `pk` and `sk`, as it is now. */
export const keyedItems = (db: Database, table: string) => ({
  get: async <Schema extends z.ZodType>(
    schema: Schema,
    pk: string,
    sk: string,
  ): Promise<z.output<Schema> | undefined> => {
    const { Item } = await db.send(new GetCommand({ TableName: table, Key: { pk, sk }, ConsistentRead: true }));
    return Item && fromItem(schema, Item, table);
  },
  /** All of a partition, or of it those whose sort key begins so, by their sort keys. */
  below: (pk: string, prefix?: string): Promise<Record<string, unknown>[]> =>
    queryAll(db, {
      TableName: table,
      KeyConditionExpression: prefix === undefined ? 'pk = :pk' : 'pk = :pk AND begins_with(sk, :prefix)',
      ExpressionAttributeValues: { ':pk': pk, ...(prefix !== undefined && { ':prefix': prefix }) },
      ConsistentRead: true,
    }),
});

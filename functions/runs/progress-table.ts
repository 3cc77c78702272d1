import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Database } from '../shared/database/database.ts';

/*
 * How far reconciling has come, in the table of slots (partition key `id`), as the one item `reconciling`: read and put by
 * each pass. Of two passes at once the later one counts: some is looked at twice, and nothing is left out.
 */

/** Where a query of an index ended: the keys of the last item. */
export type Position = Readonly<Record<string, string>>;

const itemSchema = z.object({ positions: z.record(z.string(), z.record(z.string(), z.string())) });

export function progressTable(db: Database, table: string) {
  const id = 'reconciling';
  return {
    /** The position of each shard of a machine that is not at its beginning. */
    get: async (): Promise<Readonly<Record<string, Position>>> => {
      const { Item } = await db.send(new GetCommand({ TableName: table, Key: { id } }));
      return Item ? itemSchema.parse(Item).positions : {};
    },
    put: async (positions: Readonly<Record<string, Position>>): Promise<void> => {
      await db.send(new PutCommand({ TableName: table, Item: { id, positions } }));
    },
  };
}
export type Progress = ReturnType<typeof progressTable>;

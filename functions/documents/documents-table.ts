import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Change, Database } from '../shared/database/database.ts';
import { queryAll } from '../shared/database/query-pages.ts';
import { fromItem, storedObject } from '../shared/database/stored.ts';
import type { TableShape } from '../shared/database/table-shape.ts';
import type { Instant } from '../shared/time.ts';
import { dueKey, filesSchema, type SlotFiles } from './document.ts';

/*
 * Access patterns (partition key `pk`, sort key `sk`; index `due`: `due`, `dueAt`):
 *   the files of one slot, and of all slots of an owner     pk = <kind>#<id>, sk = slot#<slot>
 *   whose a file is, by what the bucket calls it            pk = file#<id>, sk = file
 *   what the clock looks at, the most overdue first (keys)
 */

export const documentsShape = {
  partition: 'pk',
  sort: 'sk',
  indexes: [{ name: 'due', partition: 'due', sort: 'dueAt' }],
} as const satisfies TableShape;

const pointerSchema = storedObject({ owner: z.string(), slot: z.string() });
/** Which slot a file was sent for. */
export type Whose = z.infer<typeof pointerSchema>;

const keySchema = z.object({ pk: z.string(), sk: z.templateLiteral(['slot#', z.string()]) });

const slotKey = ({ owner, slot }: Whose) => ({ pk: owner, sk: `slot#${slot}` });
const fileKey = (id: string) => ({ pk: `file#${id}`, sk: 'file' });

export function documentsTable(db: Database, table: string) {
  const item = async (Key: Record<string, string>): Promise<Record<string, unknown> | undefined> => {
    const { Item } = await db.send(new GetCommand({ TableName: table, Key, ConsistentRead: true }));
    return Item;
  };
  return {
    slot: async (of: Whose): Promise<SlotFiles | undefined> => {
      const found = await item(slotKey(of));
      return found && fromItem(filesSchema, found, table);
    },
    /** All slots of an owner for which anything was sent. */
    of: async (owner: string): Promise<SlotFiles[]> => {
      const found = await queryAll(db, {
        TableName: table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': owner },
        ConsistentRead: true,
      });
      return found.map((one) => fromItem(filesSchema, one, table));
    },
    whose: async (id: string): Promise<Whose | undefined> => {
      const found = await item(fileKey(id));
      return found && fromItem(pointerSchema, found, table);
    },
    /** The slots that the clock has to look at, at most so many. */
    due: async (now: Instant, most: number): Promise<Whose[]> => {
      const { Items = [] } = await db.send(
        new QueryCommand({
          TableName: table,
          IndexName: 'due',
          KeyConditionExpression: 'due = :due AND dueAt <= :now',
          ExpressionAttributeValues: { ':due': dueKey, ':now': now },
          Limit: most,
        }),
      );
      return Items.map((found) => keySchema.parse(found)).map(({ pk, sk }) => ({
        owner: pk,
        slot: sk.slice('slot#'.length),
      }));
    },
    save: (next: SlotFiles, was: SlotFiles | undefined): Change => ({
      table,
      put: { ...slotKey(next), ...next },
      guard: was ? { revision: was.revision } : { absent: 'pk' },
    }),
    /** What the bucket calls a file leads to its slot, for ever. */
    point: (id: string, { owner, slot }: Whose): Change => ({
      table,
      put: { ...fileKey(id), owner, slot },
      guard: { absent: 'pk' },
    }),
  };
}
export type DocumentsTable = ReturnType<typeof documentsTable>;

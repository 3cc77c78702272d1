import { GetCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { Change, Database } from '../shared/database/database.ts';
import { queryAll } from '../shared/database/query-pages.ts';
import { fromItem } from '../shared/database/stored.ts';
import type { TableShape } from '../shared/database/table-shape.ts';
import { type Checklist, checklistSchema, listIn, underWayKey } from './checklist.ts';
import { type StoredTemplate, storedTemplateSchema } from './template.ts';

/*
 * Access patterns (partition key `pk`, sort key `sk`; index `under-way`: `underWay`, `nextDueOn`):
 *   one list, and all lists of an owner       pk = <kind>#<id>, sk = list#<name>
 *   the versions of a template, the last one  pk = template#<id>, sk = version#0001
 *   the lists under way, by what is due next (keys)
 */

export const checklistsShape = {
  partition: 'pk',
  sort: 'sk',
  indexes: [{ name: 'under-way', partition: 'underWay', sort: 'nextDueOn' }],
} as const satisfies TableShape;

const keySchema = z.object({ pk: z.string(), sk: z.templateLiteral(['list#', z.string()]) });

const listKey = (owner: string, name: string) => ({ pk: owner, sk: `list#${name}` });
const versionKey = (version: number): string => `version#${String(version).padStart(4, '0')}`;

export function checklistsTable(db: Database, table: string) {
  const list = async (owner: string, name: string): Promise<Checklist | undefined> => {
    const { Item } = await db.send(
      new GetCommand({ TableName: table, Key: listKey(owner, name), ConsistentRead: true }),
    );
    return Item && fromItem(checklistSchema, Item, table);
  };
  return {
    list,
    /** By what pages and requests know it by. */
    byId: async (id: string): Promise<Checklist | undefined> => {
      const found = listIn(id);
      return found && list(found.owner, found.name);
    },
    /** All lists of an owner. */
    of: async (owner: string): Promise<Checklist[]> => {
      const found = await queryAll(db, {
        TableName: table,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :list)',
        ExpressionAttributeValues: { ':pk': owner, ':list': 'list#' },
        ConsistentRead: true,
      });
      return found.map((item) => fromItem(checklistSchema, item, table));
    },
    /** The lists on which something is left to do, at most so many, what is due next first. */
    underWay: async (most: number): Promise<{ readonly owner: string; readonly name: string }[]> => {
      const { Items = [] } = await db.send(
        new QueryCommand({
          TableName: table,
          IndexName: 'under-way',
          KeyConditionExpression: 'underWay = :underWay',
          ExpressionAttributeValues: { ':underWay': underWayKey },
          Limit: most,
        }),
      );
      return Items.map((found) => keySchema.parse(found)).map(({ pk, sk }) => ({
        owner: pk,
        name: sk.slice('list#'.length),
      }));
    },
    /** The newest version of a template. */
    template: async (id: string): Promise<StoredTemplate | undefined> => {
      const { Items = [] } = await db.send(
        new QueryCommand({
          TableName: table,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': `template#${id}` },
          ScanIndexForward: false,
          Limit: 1,
          ConsistentRead: true,
        }),
      );
      return Items[0] && fromItem(storedTemplateSchema, Items[0], table);
    },
    save: (next: Checklist, was: Checklist | undefined): Change => ({
      table,
      put: { ...listKey(next.owner, next.name), ...next },
      guard: was ? { revision: was.revision } : { absent: 'pk' },
    }),
    addTemplate: (stored: StoredTemplate): Change => ({
      table,
      put: { pk: `template#${stored.id}`, sk: versionKey(stored.version), ...stored },
      guard: { absent: 'pk' },
    }),
  };
}
export type ChecklistsTable = ReturnType<typeof checklistsTable>;

import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { Change, Database } from '../shared/database/database.ts';
import { fromItem } from '../shared/database/stored.ts';
import type { TableShape } from '../shared/database/table-shape.ts';
import { type Passkeys, passkeysSchema } from './passkey.ts';

/* Access patterns (partition key `pk`, sort key `sk`): the passkeys of a person, pk = person#<id>, sk = passkeys. */

export const passkeysShape = { partition: 'pk', sort: 'sk' } as const satisfies TableShape;

export function passkeysTable(db: Database, table: string) {
  const keyOf = (person: string) => ({ pk: `person#${person}`, sk: 'passkeys' });
  return {
    get: async (person: string): Promise<Passkeys | undefined> => {
      const { Item } = await db.send(new GetCommand({ TableName: table, Key: keyOf(person), ConsistentRead: true }));
      return Item && fromItem(passkeysSchema, Item, table);
    },
    save: (next: Passkeys, was: Passkeys | undefined): Change => ({
      table,
      put: { ...keyOf(next.person), ...next },
      guard: was ? { revision: was.revision } : { absent: 'pk' },
    }),
  };
}
export type PasskeysTable = ReturnType<typeof passkeysTable>;

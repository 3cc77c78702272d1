import { GetCommand } from '@aws-sdk/lib-dynamodb';
import type { Change, Database } from '../shared/database/database.ts';
import { queryAll } from '../shared/database/query-pages.ts';
import { fromItem } from '../shared/database/stored.ts';
import type { TableShape } from '../shared/database/table-shape.ts';
import type { Role } from '../shared/names.ts';
import { mailboxOf } from './mailbox.ts';
import { type Person, personSchema } from './person.ts';

/*
 * Access patterns (partition key `pk`, sort key `sk`):
 * one person (pk = person#<id>, sk = person) · who has a role (pk = role#<role>, sk = person id) · who was saved last
 * with a mailbox (pk = mailbox#<mailbox>, sk = mailbox).
 */

const mailboxKey = (mailbox: string) => ({ pk: `mailbox#${mailbox}`, sk: 'mailbox' });

export const peopleShape = { partition: 'pk', sort: 'sk' } as const satisfies TableShape;

export function peopleTable(db: Database, table: string) {
  const get = async (id: string): Promise<Person | undefined> => {
    const { Item } = await db.send(
      new GetCommand({ TableName: table, Key: { pk: `person#${id}`, sk: 'person' }, ConsistentRead: true }),
    );
    return Item ? fromItem(personSchema, Item, table) : undefined;
  };
  const idsWithRole = async (role: Role): Promise<string[]> => {
    const items = await queryAll(db, {
      TableName: table,
      KeyConditionExpression: 'pk = :role',
      ExpressionAttributeValues: { ':role': `role#${role}` },
      ConsistentRead: true,
    });
    return items.map((item) => String(item.sk));
  };
  return {
    get,
    idsWithRole,
    /** Nobody too if they were last saved by a release that kept no mailboxes, or if another had the mailbox since. */
    withMailbox: async (mailbox: string): Promise<Person | undefined> => {
      const { Item } = await db.send(
        new GetCommand({ TableName: table, Key: mailboxKey(mailbox), ConsistentRead: true }),
      );
      const person = Item && (await get(String(Item.person)));
      return person && mailboxOf(person.email) === mailbox ? person : undefined;
    },
    withRole: async (role: Role): Promise<Person[]> => {
      const people = await Promise.all((await idsWithRole(role)).map(get));
      return people.filter((person) => person !== undefined);
    },
    save: (next: Person, was: Person | undefined): readonly Change[] => [
      {
        table,
        put: { pk: `person#${next.id}`, sk: 'person', ...next },
        guard: was ? { revision: was.revision } : { absent: 'pk' },
      },
      {
        table,
        put: { ...mailboxKey(mailboxOf(next.email)), person: next.id },
        guard: { unguarded: true },
      },
      ...(was && mailboxOf(was.email) !== mailboxOf(next.email)
        ? [{ table, remove: mailboxKey(mailboxOf(was.email)), guard: { unguarded: true as const } }]
        : []),
      ...next.roles.map(
        (role): Change => ({ table, put: { pk: `role#${role}`, sk: next.id }, guard: { unguarded: true } }),
      ),
      ...(was?.roles ?? [])
        .filter((role) => !next.roles.includes(role))
        .map((role): Change => ({ table, remove: { pk: `role#${role}`, sk: next.id }, guard: { unguarded: true } })),
    ],
  };
}
export type PeopleTable = ReturnType<typeof peopleTable>;

import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import type { Dependencies } from '../../../functions/app/dependencies.ts';
import { wire } from '../../../functions/app/wiring.ts';
import { addressesTable } from '../../../functions/outbox/addresses-table.ts';
import { outboxTable } from '../../../functions/outbox/outbox-table.ts';
import { auditEventSchema } from '../../../functions/shared/database/audit.ts';
import * as brought from '../brought.ts';
import { memoryDatabase, memoryTables } from '../memory/memory-database.ts';
import type { Item, RecordedItems, Support } from '../support.ts';
import { afterKind, puts, there } from './recorded-items.ts';

const memory = memoryDatabase();
const deps = wire(memoryTables, memory.db);

/** The repositories, with just these items behind them. */
export async function tablesWith(
  items: readonly { readonly table: string; readonly item: Item }[],
): Promise<Dependencies> {
  memory.clear();
  for (const { table, item } of items) {
    await memory.db.send(new TransactWriteCommand({ TransactItems: [{ Put: { TableName: table, Item: item } }] }));
  }
  return deps;
}

const request = async ({ requests }: Dependencies, { id }: Item) => {
  const was = there(await requests.get(String(id)));
  return puts(requests.save(was, was));
};
const entry = (_: Dependencies, { id }: Item) => outboxTable(memory.db, 'outbox').get(String(id));

const ofIdeas: RecordedItems = {
  savingAgain: {
    'people.person': async ({ people }, { id }) => {
      const was = there(await people.get(String(id)));
      return puts(...people.save(was, was));
    },
    'requests.callback': async ({ requests }, { id }) =>
      puts(requests.putCallback(there(await requests.callback(String(id))))),
    'requests.committee-approval': request,
    'requests.intake-decision': request,
    'requests.intake-question': request,
    'requests.look-again': request,
    'requests.review': request,
    'requests.seat-offer': request,
  },
  reading: {
    'addresses.item': () => addressesTable(memory.db, 'addresses').problemOf('hong@example.kr'),
    'audit.event': async (_, item) => auditEventSchema.parse(item),
    'outbox.mail': entry,
    'outbox.resume': entry,
    'outbox.start': entry,
    'people.mailbox': async (_, { person }) => person,
    'people.role': async (_, { pk, sk }) => afterKind(pk) && sk,
    'requests.ask': async (_, { request: id }) => id,
  },
};

const all = [ofIdeas, ...Object.values<Support>(brought).flatMap(({ recorded }) => recorded ?? [])];

/** How an item of each kind is read and put back. */
export const savingAgain: RecordedItems['savingAgain'] = Object.assign({}, ...all.map((some) => some.savingAgain));

/** How what is never put back whole is read: versions, events, entries of indexes, and what is updated in its place. */
export const reading: RecordedItems['reading'] = Object.assign({}, ...all.map((some) => some.reading));

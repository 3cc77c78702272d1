import { GetCommand, PutCommand, type UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { expect, it } from 'vitest';
import { newEntry } from '../../../functions/outbox/entry.ts';
import { outboxTable } from '../../../functions/outbox/outbox-table.ts';
import { addMinutes, instantSchema } from '../../../functions/shared/time.ts';
import { memoryDatabase } from '../../support/memory/memory-database.ts';

const now = instantSchema.parse('2027-01-11T01:00:00Z');
const message = { kind: 'start', machine: 'm', name: 'r', reference: 'r' } as const;

/** An outbox of one entry; and the same one of a worker who loses the first answer to each update, and asks again. */
async function outboxes() {
  const { db } = memoryDatabase({ quick: true });
  await db.send(new PutCommand({ TableName: 'outbox', Item: newEntry(message, 'one', now) }));
  const twice = async (command: UpdateCommand | GetCommand) => {
    if (command instanceof GetCommand) return db.send(command);
    await db.send(command);
    return db.send(command);
  };
  const unlucky = new Proxy(db, { get: (of, name) => (name === 'send' ? twice : Reflect.get(of, name)) });
  return { outbox: outboxTable(db, 'outbox'), unlucky: outboxTable(unlucky, 'outbox') };
}

it('a lease whose answer was lost is known by its token: the worker has it, and one try is counted', async () => {
  const { outbox, unlucky } = await outboxes();
  expect(await unlucky.lease('one', now)).toMatchObject({ kind: 'entry', entry: { attempts: 1, state: 'SENDING' } });
  expect(await outbox.get('one')).toMatchObject({ attempts: 1, leaseUntil: addMinutes(now, 2) });
});

it('a lease of another worker stays the other’s, and none is known after it was released', async () => {
  const { outbox, unlucky } = await outboxes();
  const leased = await outbox.lease('one', now);
  expect(await unlucky.lease('one', now)).toBeUndefined();
  if (leased?.kind !== 'entry') throw new Error('it was due');
  await outbox.release(leased.entry, 'start', now);
  expect(await unlucky.lease('one', now)).toMatchObject({ entry: { attempts: 1 } });
});

import { GetCommand, PutCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { memoryDatabase } from '../../support/memory/memory-database.ts';
import { metered } from './metered.ts';
import { readUnits, sizeOf, writeUnits } from './units.ts';

const long = (bytes: number) => ({ id: 'a', text: 'x'.repeat(bytes) });

describe('the units of DynamoDB', () => {
  it('go by the bytes of names and values', () => {
    expect(sizeOf({ id: '가', open: true, gone: undefined })).toBe(2 + 3 + 4 + 1);
    expect(sizeOf({ n: 12345, list: ['a', 'b'], map: { k: 'v' } })).toBe(1 + 4 + (4 + 3 + 4) + (3 + 3 + 3));
  });

  it('are read by 4 KB: half of one if it need not be the newest, twice in a transaction, at least one', () => {
    expect(readUnits([], 'consistent')).toBe(1);
    expect(readUnits([long(4000)], 'consistent')).toBe(1);
    expect(readUnits([long(3000), long(3000)], 'consistent')).toBe(2);
    expect(readUnits([long(100)], 'eventual')).toBe(0.5);
    expect(readUnits([long(5000)], 'transaction')).toBe(4);
  });

  it('are written by 1 KB of the larger of before and after, twice in a transaction', () => {
    const once = { transaction: false };
    expect(writeUnits('rounds', { was: undefined, now: long(900) }, once).table).toBe(1);
    expect(writeUnits('rounds', { was: long(2500), now: long(10) }, once).table).toBe(3);
    expect(writeUnits('rounds', { was: undefined, now: long(1500) }, { transaction: true }).table).toBe(4);
  });

  it('are written to an index only by what changes in it: one to come or to go, two to move', () => {
    const outbox = (change: object) => ({ id: 'a', due: 'mail', nextAttemptAt: '2027-01-01T00:00:00.000Z', ...change });
    const by = (was: object | undefined, now: object | undefined) =>
      writeUnits('outbox', { was: was && { ...was }, now: now && { ...now } }, { transaction: true }).indexes;
    expect(by(undefined, outbox({}))).toBe(1);
    expect(by(outbox({}), outbox({ attempts: 1 }))).toBe(0);
    expect(by(outbox({}), outbox({ nextAttemptAt: '2027-01-02T00:00:00.000Z' }))).toBe(2);
    expect(by(outbox({}), outbox({ nextAttemptAt: undefined }))).toBe(1);
  });
});

describe('an invocation', () => {
  it('counts its calls, and as its sequence the longest chain of those that waited for others', async () => {
    const memory = memoryDatabase();
    const { db, invoked, invocations } = metered(memory);
    const get = () => db.send(new GetCommand({ TableName: 'outbox', Key: { id: 'a' }, ConsistentRead: true }));
    await get();
    await invoked('page', async () => {
      await Promise.all([get(), get(), get()]);
      await get();
    });
    expect(invocations).toEqual([{ what: 'page', calls: 4, inSequence: 2, reads: 4, writes: 0, indexWrites: 0 }]);
  });

  it('counts what a transaction stores and what it only checks', async () => {
    const { db, invoked, invocations } = metered(memoryDatabase());
    await invoked('page', () =>
      db.send(
        new TransactWriteCommand({
          TransactItems: [
            { Put: { TableName: 'outbox', Item: { id: 'a' } } },
            {
              ConditionCheck: {
                TableName: 'outbox',
                Key: { id: 'b' },
                ConditionExpression: 'attribute_not_exists(id)',
              },
            },
          ],
        }),
      ),
    );
    await invoked('step', () => db.send(new PutCommand({ TableName: 'outbox', Item: { id: 'c' } })));
    expect(invocations.map(({ writes }) => writes)).toEqual([4, 1]);
  });
});

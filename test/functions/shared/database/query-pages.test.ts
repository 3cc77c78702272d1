import { PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { peopleTable } from '../../../../functions/people/people-table.ts';
import { seatsTable } from '../../../../functions/seats/seats-table.ts';
import { sessionsTable } from '../../../../functions/sessions/sessions-table.ts';
import { systemClock } from '../../../../functions/shared/aws/service.ts';
import type { Database } from '../../../../functions/shared/database/database.ts';
import { queryAll, queryCount, queryPages } from '../../../../functions/shared/database/query-pages.ts';
import { secureRandom } from '../../../../functions/shared/random.ts';
import { memoryDatabase } from '../../../support/memory/memory-database.ts';

/** A database that answers two items at a time, as DynamoDB a megabyte. */
function byTwos(db: Database): Database {
  const answer = (command: { readonly input: object }): Promise<unknown> =>
    Reflect.apply(db.send, db, [
      command instanceof QueryCommand && command.input.Limit === undefined
        ? new QueryCommand({ ...command.input, Limit: 2 })
        : command,
    ]);
  return new Proxy(db, { get: (target, name) => (name === 'send' ? answer : Reflect.get(target, name)) });
}

const { db: whole } = memoryDatabase();
const db = byTwos(whole);
const waiting = Array.from({ length: 5 }, (_, index) => `A-27H1-0000-000${index}`);

beforeAll(async () => {
  for (const [index, reference] of waiting.entries()) {
    const sk = `${index}#${reference}`;
    await whole.send(new PutCommand({ TableName: 'seats', Item: { pk: 'waitlist#academy', sk, reference } }));
    await whole.send(new PutCommand({ TableName: 'seats', Item: { pk: 'looks#academy', sk: reference } }));
    await whole.send(new PutCommand({ TableName: 'people', Item: { pk: 'role#reviewer', sk: `judge-${index}` } }));
  }
});

describe('a query of which one answer has only a part', () => {
  const query = {
    TableName: 'seats',
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': 'looks#academy' },
  };

  it('is read and counted to its end, and to nothing if there is none', async () => {
    const pages: number[] = [];
    for await (const page of queryPages(db, query)) pages.push(page.length);
    expect(pages.slice(0, 3)).toEqual([2, 2, 1]);
    expect((await queryAll(db, query)).map(({ sk }) => sk)).toEqual(waiting);
    expect(await queryCount(db, query)).toBe(5);
    const none = { ...query, ExpressionAttributeValues: { ':pk': 'looks#other' } };
    expect([await queryAll(db, none), await queryCount(db, none)]).toEqual([[], 0]);
  });

  it('cuts off nobody: who waits, their number, who asks for reconsideration, who has a role, what is open where', async () => {
    const seats = seatsTable(db, 'seats');
    expect(await seats.countWaiting('academy')).toBe(5);
    const last = { reference: waiting[4] ?? '', roundId: 'academy', order: '4', quotas: [] };
    expect(await seats.waitlistNumber(last)).toBe(5);
    expect(await seats.openReconsiderations('academy')).toEqual(waiting);
    expect(await seats.reconsiderationsAreOpen('academy')).toBe(true);
    expect(await peopleTable(db, 'people').idsWithRole('reviewer')).toHaveLength(5);

    const sessions = sessionsTable(db, 'sessions');
    const begun = await Promise.all(
      waiting.map(() => sessions.begin('A-27H1-0000-0009', 'code', secureRandom, systemClock())),
    );
    await sessions.endAll('A-27H1-0000-0009', begun[0]?.secret);
    const open = await Promise.all(begun.map(({ secret }) => sessions.open('A-27H1-0000-0009', secret, systemClock())));
    expect(open.map((session) => session !== undefined)).toEqual([true, false, false, false, false]);
  });
});

import {
  ConditionalCheckFailedException,
  CreateTableCommand,
  DeleteTableCommand,
  DescribeTableCommand,
  DynamoDBServiceException,
  type GlobalSecondaryIndex,
  type KeySchemaElement,
  TransactionCanceledException,
} from '@aws-sdk/client-dynamodb';
import {
  DeleteCommand,
  GetCommand,
  PutCommand,
  QueryCommand,
  TransactGetCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../functions/shared/database.ts';
import { testCloud } from '../support/cloud.ts';
import { memoryDatabase } from '../support/memory-database.ts';
import { type TableShape, tableShapes } from '../support/memory-tables.ts';

/*
 * The same cases on the database in memory, with which the unit tests work, and on the local cloud's DynamoDB: what they
 * answer has to be the same. Where the local cloud itself is known to differ from AWS, the case says so.
 */

type TableName = keyof typeof tableShapes;
interface Side {
  readonly db: Database;
  readonly table: (name: TableName) => string;
}

/** Tables of its own, of the same shapes: nothing of the app reads what the cases leave, nor acts on it. */
const ownTable = (name: string) => `contract-${process.pid}-${name}`;
const tables = Object.entries<TableShape>(tableShapes);

let sides: readonly [Side, Side];
beforeAll(async () => {
  const { db } = await testCloud();
  for (const [name, { keys, numeric, indexes = {} }] of tables) {
    const schema = ([partition, sort]: TableShape['keys']): KeySchemaElement[] => [
      { AttributeName: partition, KeyType: 'HASH' },
      ...(sort ? [{ AttributeName: sort, KeyType: 'RANGE' } as const] : []),
    ];
    const names = new Set([...keys, ...Object.values(indexes).flatMap((index) => index.keys)]);
    const secondary = Object.entries(indexes).map(
      ([IndexName, index]): GlobalSecondaryIndex => ({
        IndexName,
        KeySchema: schema(index.keys),
        Projection: { ProjectionType: index.whole ? 'ALL' : 'KEYS_ONLY' },
      }),
    );
    await db.send(
      new CreateTableCommand({
        TableName: ownTable(name),
        BillingMode: 'PAY_PER_REQUEST',
        KeySchema: schema(keys),
        AttributeDefinitions: [...names].map((AttributeName) => ({
          AttributeName,
          AttributeType: AttributeName === numeric ? 'N' : 'S',
        })),
        ...(secondary.length > 0 && { GlobalSecondaryIndexes: secondary }),
      }),
    );
  }
  sides = [
    { db: memoryDatabase().db, table: (name) => name },
    { db, table: ownTable },
  ];
});
afterAll(async () => {
  const { db } = await testCloud();
  for (const [name] of tables) await db.send(new DeleteTableCommand({ TableName: ownTable(name) }));
});

let cases = 0;

/** What a call answered, or the name and what it says of the items of its refusal. */
async function answerOf(call: () => Promise<object>): Promise<unknown> {
  try {
    const { $metadata: _, ...answer } = { $metadata: undefined, ...(await call()) };
    return answer;
  } catch (error) {
    if (!(error instanceof DynamoDBServiceException)) throw error;
    return {
      refused: error.name,
      ...(error instanceof ConditionalCheckFailedException && error.Item && { item: error.Item }),
      ...(error instanceof TransactionCanceledException && {
        reasons: error.CancellationReasons?.map(({ Code, Item }) => ({ Code, Item })),
      }),
    };
  }
}

/** Does the same on both sides, under a key that no other case has, and compares every answer. */
async function alike(
  act: (side: Side, key: string, said: (call: Promise<object>) => Promise<unknown>) => Promise<void>,
): Promise<readonly unknown[]> {
  cases += 1;
  const key = `contract-${process.pid}-${cases}`;
  const [memory, cloud] = await Promise.all(
    sides.map(async (side) => {
      const answers: unknown[] = [];
      await act(side, key, async (call) => {
        const answer = await answerOf(() => call);
        answers.push(answer);
        return answer;
      });
      return answers;
    }),
  );
  expect(memory).toEqual(cloud);
  return memory ?? [];
}

const get = ({ db, table }: Side, pk: string, sk = 'x') =>
  db.send(new GetCommand({ TableName: table('seats'), Key: { pk, sk }, ConsistentRead: true }));
const put = ({ db, table }: Side, item: Record<string, unknown>, more: object = {}) =>
  db.send(new PutCommand({ TableName: table('seats'), Item: { sk: 'x', ...item }, ...more }));

describe('tables and indexes', () => {
  it('are the deployed ones, with the same keys and the same projections', async () => {
    const at = await testCloud();
    for (const [name, shape] of tables) {
      const { Table } = await at.db.send(new DescribeTableCommand({ TableName: at.named(name) }));
      const keysOf = (schema: readonly { AttributeName?: string; KeyType?: string }[] = []) =>
        [...schema].sort((a) => (a.KeyType === 'HASH' ? -1 : 1)).map(({ AttributeName }) => AttributeName);
      expect(keysOf(Table?.KeySchema), name).toEqual(shape.keys);
      const numbers = Table?.AttributeDefinitions?.filter(({ AttributeType }) => AttributeType !== 'S');
      expect(
        numbers?.map(({ AttributeName, AttributeType }) => `${AttributeName} ${AttributeType}`),
        name,
      ).toEqual(shape.numeric ? [`${shape.numeric} N`] : []);
      const indexes = (Table?.GlobalSecondaryIndexes ?? []).map(({ IndexName, KeySchema, Projection }) => [
        IndexName,
        { keys: keysOf(KeySchema), ...(Projection?.ProjectionType === 'ALL' && { whole: true }) },
      ]);
      expect(Object.fromEntries(indexes), name).toEqual(shape.indexes ?? {});
    }
  });
});

describe('what is stored', () => {
  it('comes back as it was: every type, empty and nested, and attributes that nobody asked for', async () => {
    const [, read] = await alike(async (side, pk, said) => {
      await said(
        put(side, {
          pk,
          text: '김지원 🇰🇷 a\u0000b',
          empty: '',
          whole: 9_007_199_254_740_991,
          negative: -3,
          part: 0.1,
          yes: true,
          nothing: null,
          bytes: new Uint8Array([0, 255, 7]),
          list: [1, 'a', [], { deep: { er: [null, false] } }],
          map: {},
          left: undefined,
          unknown: { added: { later: 1 } },
        }),
      );
      await said(get(side, pk));
    });
    expect(read).toMatchObject({ Item: { whole: 9_007_199_254_740_991, unknown: { added: { later: 1 } } } });
    expect(read).not.toHaveProperty('Item.left');
  });

  it('is not there under an unknown key, nor in a table that is not', async () => {
    await alike(async (side, pk, said) => {
      await said(get(side, pk));
      await said(side.db.send(new GetCommand({ TableName: 'no-such-table', Key: { pk } })));
    });
  });

  it('has a whole key of the right type', async () => {
    const answers = await alike(async (side, pk, said) => {
      await said(side.db.send(new GetCommand({ TableName: side.table('seats'), Key: { pk } })));
      await said(put(side, { pk: 7 }));
      await said(
        side.db.send(new PutCommand({ TableName: side.table('audit'), Item: { subject: pk, number: 'first' } })),
      );
    });
    for (const answer of answers) expect(answer).toEqual({ refused: 'ValidationException' });
  });

  it('is replaced whole by a put, and goes by a delete, which may be repeated', async () => {
    await alike(async (side, pk, said) => {
      await said(put(side, { pk, a: 1, b: 2 }));
      await said(put(side, { pk, a: 3 }));
      await said(get(side, pk));
      const remove = () => side.db.send(new DeleteCommand({ TableName: side.table('seats'), Key: { pk, sk: 'x' } }));
      await said(remove());
      await said(remove());
      await said(get(side, pk));
    });
  });
});

describe('a condition', () => {
  const conditions: readonly (readonly [string, Record<string, unknown>?])[] = [
    ['attribute_not_exists(pk)'],
    ['attribute_exists(pk)'],
    ['attribute_not_exists(gone)'],
    ['revision = :v', { ':v': 2 }],
    ['revision = :v', { ':v': 3 }],
    ['revision = :v', { ':v': '2' }],
    ['revision < :v', { ':v': 10 }],
    ['revision > :v', { ':v': 10 }],
    ['revision >= :v', { ':v': 2 }],
    ['revision <> :v', { ':v': 2 }],
    ['gone <> :v', { ':v': 2 }],
    ['gone < :v', { ':v': 2 }],
    ['gone = :v', { ':v': 2 }],
    ['revision BETWEEN :a AND :b', { ':a': 2, ':b': 9 }],
    ['revision BETWEEN :a AND :b', { ':a': 3, ':b': 9 }],
    ['changedAt <= :v', { ':v': '2027-01-29T09:00:00.000Z' }],
    ['changedAt < :v', { ':v': '2027-01-29T09:00:00.000Z' }],
    ['begins_with(changedAt, :v)', { ':v': '2027-01' }],
    ['begins_with(changedAt, :v)', { ':v': '2028' }],
    ['yes = :v', { ':v': true }],
    ['nothing = :v', { ':v': null }],
    ['revision = :a AND yes = :b', { ':a': 2, ':b': false }],
    ['revision = :a OR yes = :b AND gone = :a', { ':a': 2, ':b': false }],
    ['(revision = :a OR yes = :b) AND gone = :a', { ':a': 2, ':b': false }],
    ['NOT revision = :a', { ':a': 2 }],
    ['NOT (revision = :a AND yes = :b)', { ':a': 2, ':b': true }],
    [
      '(revision = :a AND (gone = :b OR changedAt <= :c)) OR (yes = :d AND gone < :c)',
      { ':a': 2, ':b': 0, ':c': '2027-02', ':d': true },
    ],
  ];
  const stored = { revision: 2, yes: true, nothing: null, changedAt: '2027-01-29T09:00:00.000Z' };

  it.each(conditions)('%s with %o lets the same through, whether something is there or not', async (text, values) => {
    const more = { ConditionExpression: text, ...(values && { ExpressionAttributeValues: values }) };
    await alike(async (side, pk, said) => {
      await said(put(side, { pk: `${pk}-absent`, revision: 1 }, more));
      await said(put(side, { pk, ...stored }));
      await said(put(side, { pk, revision: 9 }, { ...more, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' }));
      await said(get(side, pk));
    });
  });

  it('knows names by a number sign, and guards a delete', async () => {
    const answers = await alike(async (side, pk, said) => {
      await said(put(side, { pk, state: 'OPEN' }));
      for (const state of ['SETTLED', 'OPEN']) {
        await said(
          side.db.send(
            new DeleteCommand({
              TableName: side.table('seats'),
              Key: { pk, sk: 'x' },
              ConditionExpression: '#state = :state',
              ExpressionAttributeNames: { '#state': 'state' },
              ExpressionAttributeValues: { ':state': state },
            }),
          ),
        );
      }
      await said(get(side, pk));
    });
    expect(answers).toMatchObject([{}, { refused: 'ConditionalCheckFailedException' }, {}, {}]);
  });
});

describe('an update', () => {
  const update = (side: Side, id: string, UpdateExpression: string, more: object = {}) =>
    side.db.send(new UpdateCommand({ TableName: side.table('outbox'), Key: { id }, UpdateExpression, ...more }));

  it('sets, adds and removes, makes what is not there, and gives back what it was asked for', async () => {
    await alike(async (side, id, said) => {
      const values = { ':a': 'a', ':one': 1, ':five': 5 };
      const of = (...names: (keyof typeof values)[]) => ({
        ExpressionAttributeValues: Object.fromEntries(names.map((name) => [name, values[name]])),
      });
      await said(update(side, id, 'SET note = :a ADD attempts :one', of(':a', ':one')));
      await said(update(side, id, 'ADD attempts :five', { ...of(':five'), ReturnValues: 'ALL_NEW' }));
      await said(
        update(side, id, 'SET attempts = attempts + :one, more = :a REMOVE note, gone', {
          ...of(':one', ':a'),
          ReturnValues: 'UPDATED_NEW',
        }),
      );
      await said(update(side, id, 'SET attempts = attempts - :one', { ...of(':one'), ReturnValues: 'UPDATED_NEW' }));
      await said(side.db.send(new GetCommand({ TableName: side.table('outbox'), Key: { id }, ConsistentRead: true })));
    });
  });

  it('calls an attribute by a reserved word only under a name with a number sign', async () => {
    const answers = await alike(async (side, id, said) => {
      const values = { ExpressionAttributeValues: { ':a': 'a' } };
      await said(update(side, id, 'SET state = :a', values));
      await said(update(side, id, 'SET #state = :a', { ...values, ExpressionAttributeNames: { '#state': 'state' } }));
      await said(update(side, id, 'SET note = :a', { ...values, ConditionExpression: 'attribute_exists(other)' }));
    });
    expect(answers).toEqual([{ refused: 'ValidationException' }, {}, { refused: 'ValidationException' }]);
  });

  it('under a condition that fails changes nothing and shows the item that stands', async () => {
    const answers = await alike(async (side, id, said) => {
      const guarded = {
        ConditionExpression: 'freeAt BETWEEN :now AND :latest',
        ExpressionAttributeValues: { ':step': 5, ':now': 10, ':latest': 20 },
        ReturnValues: 'UPDATED_NEW',
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      };
      await said(update(side, id, 'SET freeAt = freeAt + :step', guarded));
      await said(update(side, id, 'SET freeAt = :v', { ExpressionAttributeValues: { ':v': 18 } }));
      await said(update(side, id, 'SET freeAt = freeAt + :step', guarded));
      await said(update(side, id, 'SET freeAt = freeAt + :step', guarded));
    });
    expect(answers).toMatchObject([
      { refused: 'ConditionalCheckFailedException' },
      {},
      { Attributes: { freeAt: 23 } },
      { refused: 'ConditionalCheckFailedException', item: { freeAt: { N: '23' } } },
    ]);
  });
});

describe('a transaction', () => {
  const item = (side: Side, pk: string, more: object = {}) => ({
    Put: { TableName: side.table('seats'), Item: { pk, sk: 'x', revision: 1 }, ...more },
  });
  const absent = { ConditionExpression: 'attribute_not_exists(pk)' };
  const at = (revision: number) => ({
    ConditionExpression: 'revision = :r',
    ExpressionAttributeValues: { ':r': revision },
  });

  it('stores all or nothing, and gives the reason of each part in its order', async () => {
    const answers = await alike(async (side, pk, said) => {
      const TableName = side.table('seats');
      const write = (...TransactItems: NonNullable<TransactWriteCommand['input']['TransactItems']>) =>
        said(side.db.send(new TransactWriteCommand({ TransactItems })));
      const key = (part: string) => ({ TableName, Key: { pk: `${pk}-${part}`, sk: 'x' } });
      await write(item(side, `${pk}-a`, absent), item(side, `${pk}-b`), item(side, `${pk}-d`));
      await write(item(side, `${pk}-c`), item(side, `${pk}-a`, absent), { ConditionCheck: { ...key('b'), ...at(1) } }, {
        Delete: { ...key('d'), ...at(7), ReturnValuesOnConditionCheckFailure: 'ALL_OLD' },
      } as const).catch(() => undefined);
      await said(get(side, `${pk}-c`));
      await write(item(side, `${pk}-c`), { Delete: { ...key('b') } }, { ConditionCheck: { ...key('a'), ...at(1) } });
      await said(get(side, `${pk}-b`));
      await said(get(side, `${pk}-c`));
    });
    expect(answers[1]).toMatchObject({
      refused: 'TransactionCanceledException',
      reasons: [
        { Code: 'None' },
        { Code: 'ConditionalCheckFailed' },
        { Code: 'None' },
        { Code: 'ConditionalCheckFailed' },
      ],
    });
  });

  it('is refused where it touches one item twice, or more than a hundred', async () => {
    const answers = await alike(async (side, pk, said) => {
      const many = Array.from({ length: 101 }, (_, index) => item(side, `${pk}-${index}`));
      await said(side.db.send(new TransactWriteCommand({ TransactItems: [item(side, pk), item(side, pk)] })));
      await said(side.db.send(new TransactWriteCommand({ TransactItems: many })));
      await said(get(side, pk));
      await said(side.db.send(new TransactWriteCommand({ TransactItems: many.slice(0, 100) })));
    });
    expect(answers.slice(0, 2)).toEqual([{ refused: 'ValidationException' }, { refused: 'ValidationException' }]);
  });

  it('reads many at once, in the order asked for, with a gap for what is not there', async () => {
    await alike(async (side, pk, said) => {
      await said(put(side, { pk, a: 1 }));
      const Get = (name: string) => ({ Get: { TableName: side.table('seats'), Key: { pk: name, sk: 'x' } } });
      const answer = await side.db.send(new TransactGetCommand({ TransactItems: [Get(`${pk}-gone`), Get(pk)] }));
      await said(Promise.resolve({ items: answer.Responses?.map(({ Item }) => Item ?? 'none') }));
    });
  });
});

describe('a query', () => {
  /** Every page, and how many there were. */
  async function paged(side: Side, input: Omit<QueryCommand['input'], 'TableName'>, name: TableName) {
    const pages: unknown[] = [];
    let from: Record<string, unknown> | undefined;
    do {
      const query = new QueryCommand({ TableName: side.table(name), ExclusiveStartKey: from, ...input });
      const { Items = [], LastEvaluatedKey } = await side.db.send(query);
      if (Items.length > 0) pages.push(Items);
      from = LastEvaluatedKey;
    } while (from);
    return { pages };
  }
  const sortKeys = ['a', 'B', 'aa', '가', '\uffee', '𠮷', '2027-01', '2027-02', '10', '9', 'é'];

  it('reads a partition by the bytes of its sort key, both ways, page by page', async () => {
    await alike(async (side, pk, said) => {
      for (const sk of sortKeys) await put(side, { pk, sk, more: sk.length });
      await put(side, { pk: `${pk}0`, sk: 'a' });
      for (const Limit of [undefined, 1, 3, 100]) {
        for (const ScanIndexForward of [true, false]) {
          const input = { KeyConditionExpression: 'pk = :pk', ExpressionAttributeValues: { ':pk': pk } };
          await said(paged(side, { ...input, Limit, ScanIndexForward, ConsistentRead: true }, 'seats'));
        }
      }
    });
  });

  it.each(['sk <= :v', 'sk < :v', 'sk > :v', 'sk >= :v', 'sk = :v', 'begins_with(sk, :v)'])(
    'reads a part of a partition: %s',
    async (condition) => {
      await alike(async (side, pk, said) => {
        for (const sk of sortKeys) await put(side, { pk, sk });
        for (const value of ['2027-01', 'a', '가', '2']) {
          await said(
            paged(
              side,
              {
                KeyConditionExpression: `pk = :pk AND ${condition}`,
                ExpressionAttributeValues: { ':pk': pk, ':v': value },
              },
              'seats',
            ),
          );
        }
      });
    },
  );

  it('orders numbers as numbers', async () => {
    const answers = await alike(async (side, subject, said) => {
      for (const number of [10, 9, 1, 100, 2]) {
        await side.db.send(new PutCommand({ TableName: side.table('audit'), Item: { subject, number } }));
      }
      const input = { KeyConditionExpression: 'subject = :s', ExpressionAttributeValues: { ':s': subject } };
      await said(paged(side, { ...input, ScanIndexForward: false, Limit: 2 }, 'audit'));
    });
    expect(JSON.stringify(answers)).toMatch(/"number":100.*"number":10[,}].*"number":9.*"number":2.*"number":1[,}]/u);
  });

  it('of an index finds only what has both of its keys, in their order, and what the index holds', async () => {
    await alike(async (side, key, said) => {
      const row = (index: number, more: object) => ({ pk: `${key}-${index}`, secret: 'not in the index', ...more });
      const rows = [
        row(1, { due: key, nextActionAt: '2027-03' }),
        row(2, { due: key, nextActionAt: '2027-01' }),
        row(3, { due: key }),
        row(4, { nextActionAt: '2027-01' }),
        row(5, { due: key, nextActionAt: '2027-02' }),
        row(6, { due: `${key}-other`, nextActionAt: '2027-02' }),
      ];
      for (const Item of rows) await side.db.send(new PutCommand({ TableName: side.table('requests'), Item }));
      for (const condition of ['', ' AND nextActionAt <= :v', ' AND nextActionAt BETWEEN :v AND :v']) {
        for (const Limit of [undefined, 2]) {
          await said(
            paged(
              side,
              {
                IndexName: 'due',
                KeyConditionExpression: `due = :key${condition}`,
                ExpressionAttributeValues: { ':key': key, ...(condition && { ':v': '2027-02' }) },
                Limit,
              },
              'requests',
            ),
          );
        }
      }
    });
  });

  it('of an index that holds everything gives everything', async () => {
    await alike(async (side, listed, said) => {
      const Item = { pk: listed, sk: 'round', listed, opensAt: '2027', title: { ko: '모집' } };
      await side.db.send(new PutCommand({ TableName: side.table('rounds'), Item }));
      const input = { KeyConditionExpression: 'listed = :l', ExpressionAttributeValues: { ':l': listed } };
      await said(paged(side, { ...input, IndexName: 'listed' }, 'rounds'));
    });
  });

  it('of an index that is not there, or a consistent one of an index, is refused', async () => {
    const answers = await alike(async (side, key, said) => {
      const input = { KeyConditionExpression: 'due = :k', ExpressionAttributeValues: { ':k': key } };
      await said(paged(side, { ...input, IndexName: 'no-such-index' }, 'requests'));
      await said(paged(side, { ...input, IndexName: 'due', ConsistentRead: true }, 'requests'));
    });
    for (const answer of answers) expect(answer).toEqual({ refused: 'ValidationException' });
  });

  it('sees an item move within an index, and leave it', async () => {
    await alike(async (side, key, said) => {
      const query = () =>
        paged(
          side,
          { IndexName: 'due', KeyConditionExpression: 'due = :k', ExpressionAttributeValues: { ':k': key } },
          'outbox',
        );
      const table = side.table('outbox');
      for (const id of [`${key}-1`, `${key}-2`]) {
        const Item = { id, due: key, nextAttemptAt: id, state: 'DONE', attempts: 1 };
        await side.db.send(new PutCommand({ TableName: table, Item }));
      }
      await said(query());
      await side.db.send(
        new UpdateCommand({
          TableName: table,
          Key: { id: `${key}-1` },
          UpdateExpression: 'SET nextAttemptAt = :later',
          ExpressionAttributeValues: { ':later': `${key}-9` },
        }),
      );
      await said(query());
      await side.db.send(
        new UpdateCommand({ TableName: table, Key: { id: `${key}-2` }, UpdateExpression: 'REMOVE due' }),
      );
      await said(query());
    });
  });
});

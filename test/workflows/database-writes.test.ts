import { DescribeTableCommand } from '@aws-sdk/client-dynamodb';
import {
  DeleteCommand,
  GetCommand,
  PutCommand,
  TransactGetCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { testCloud } from '../support/cloud.ts';
import { alike, bothDatabases, get, put, type Side, shapedTables } from '../support/memory/both-databases.ts';

bothDatabases();

describe('tables and indexes', () => {
  it('are the deployed ones, with the same keys and the same projections', async () => {
    const at = await testCloud();
    for (const [name, shape] of shapedTables) {
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
        {
          keys: keysOf(KeySchema),
          whole: Projection?.ProjectionType === 'ALL' ? true : undefined,
          including: Projection?.ProjectionType === 'INCLUDE' ? Projection.NonKeyAttributes : undefined,
        },
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

  it('is refused if it touches one item twice, or more than a hundred', async () => {
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

  it('reads no item twice at once', async () => {
    const answers = await alike(async (side, pk, said) => {
      const Get = { TableName: side.table('seats'), Key: { pk, sk: 'x' } };
      await said(side.db.send(new TransactGetCommand({ TransactItems: [{ Get }, { Get }] })));
    });
    expect(answers).toEqual([{ refused: 'ValidationException' }]);
  });
});

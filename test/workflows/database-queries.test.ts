import { PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import { alike, bothDatabases, put, type Side, type TableName } from '../support/memory/both-databases.ts';

bothDatabases();

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

  it('leaves out what a filter does not take, projects, and counts, page by page', async () => {
    await alike(async (side, key, said) => {
      for (const [index, name] of ['김하늘', 'haneul', '하늘', 'x'].entries()) {
        const keys = { pk: `${key}-${index}`, sk: 'application', inRound: key, sentAt: `2027-0${index + 1}` };
        const Item = { ...keys, nameFolded: name, state: index === 3 ? 'REFUSED' : 'ACCEPTED' };
        await side.db.send(new PutCommand({ TableName: side.table('applications'), Item }));
      }
      const of = { IndexName: 'in-round', KeyConditionExpression: 'inRound = :key AND sentAt >= :from' };
      const values = { ':key': key, ':from': '2027-01' };
      for (const Limit of [undefined, 1]) {
        const named = { ...of, FilterExpression: 'contains(nameFolded, :name)', Limit };
        await said(
          paged(side, { ...named, ExpressionAttributeValues: { ...values, ':name': '하늘' } }, 'applications'),
        );
        const state = { FilterExpression: '#state = :state', ExpressionAttributeNames: { '#state': 'state' } };
        const refused = { ...values, ':state': 'REFUSED' };
        await said(paged(side, { ...of, ...state, Limit, ExpressionAttributeValues: refused }, 'applications'));
      }
      const projected = { ProjectionExpression: '#state', ExpressionAttributeNames: { '#state': 'state' } };
      await said(paged(side, { ...of, ...projected, ExpressionAttributeValues: values }, 'applications'));
      const counted = new QueryCommand({
        TableName: side.table('applications'),
        ...of,
        ExpressionAttributeValues: values,
        Select: 'COUNT',
      });
      await said(side.db.send(counted).then(({ Count, Items }) => ({ Count, Items })));
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

import { RestoreTableToPointInTimeCommand } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, GetCommand, PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { eventsOf } from '../../functions/shared/audit.ts';
import { type TestCloud, testCloud } from '../support/cloud.ts';
import { ops } from '../support/ops.ts';

let at: TestCloud;
beforeAll(async () => {
  at = await testCloud();
});

const address = (pk: string, problem = 'bounced') => ({ pk, problem, at: '2027-01-11T01:00:00.000Z' });
const put = (item: Record<string, unknown>) =>
  at.db.send(new PutCommand({ TableName: at.tables.ADDRESSES_TABLE, Item: item }));
const found = async (pk: string) =>
  (await at.db.send(new GetCommand({ TableName: at.tables.ADDRESSES_TABLE, Key: { pk } }))).Item;

describe('`ops restore`', () => {
  it('makes a table as its copy is: puts back what was changed or lost, removes what came since, and the audit says so', async () => {
    const copy = `${at.tables.ADDRESSES_TABLE}-restored`;
    await Promise.all(['restore-kept', 'restore-changed', 'restore-lost'].map((pk) => put(address(pk))));
    await at.db.send(
      new RestoreTableToPointInTimeCommand({
        SourceTableName: at.tables.ADDRESSES_TABLE,
        TargetTableName: copy,
        UseLatestRestorableTime: true,
      }),
    );
    await put(address('restore-changed', 'complained'));
    await put(address('restore-since'));
    await at.db.send(new DeleteCommand({ TableName: at.tables.ADDRESSES_TABLE, Key: { pk: 'restore-lost' } }));

    const { code, out } = await ops(at, 'restore', 'addresses', copy, '--yes');
    expect(out).toContain('2 items are put back, 1 that are not in it are removed');
    expect(code).toBe(0);
    expect(await found('restore-changed')).toEqual(address('restore-changed'));
    expect(await found('restore-lost')).toEqual(address('restore-lost'));
    expect(await found('restore-since')).toBeUndefined();
    const [table, restored] = await Promise.all(
      [at.tables.ADDRESSES_TABLE, copy].map((TableName) => at.db.send(new ScanCommand({ TableName }))),
    );
    expect(table?.Count).toBe(restored?.Count);
    expect(await eventsOf(at.db, at.tables.AUDIT_TABLE, 'table#addresses')).toMatchObject([
      { type: 'TableRestored', by: 'operator:demo', data: { copy, put: 2, removed: 1 } },
    ]);
    await Promise.all(
      ['restore-kept', 'restore-changed', 'restore-lost'].map((pk) =>
        at.db.send(new DeleteCommand({ TableName: at.tables.ADDRESSES_TABLE, Key: { pk } })),
      ),
    );
  });

  it.each(['audit', 'outbox'])('never touches the table %s', async (table) => {
    const { code, err } = await ops(at, 'restore', table, 'anything', '--yes');
    expect(err).toContain(`The table ${table} is not put back`);
    expect(code).toBe(1);
  });
});

import { DescribeTableCommand, RestoreTableToPointInTimeCommand } from '@aws-sdk/client-dynamodb';
import { DeleteCommand, GetCommand, PutCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, describe, expect, it } from 'vitest';
import { eventsOf } from '../../functions/shared/database/audit.ts';
import { type TestCloud, testCloud } from '../support/cloud.ts';
import { ops } from '../support/ops.ts';
import { changeRound } from '../support/rounds/change-round.ts';

let at: TestCloud;
beforeAll(async () => {
  at = await testCloud();
});

const address = (pk: string, problem = 'bounced') => ({ pk, problem, at: '2027-01-11T01:00:00.000Z' });
const put = (item: Record<string, unknown>) =>
  at.db.send(new PutCommand({ TableName: at.tables.ADDRESSES_TABLE, Item: item }));
const found = async (pk: string) =>
  (await at.db.send(new GetCommand({ TableName: at.tables.ADDRESSES_TABLE, Key: { pk } }))).Item;
/** As AWS restores it: under another name. */
async function copyOf(table: string): Promise<string> {
  const copy = `${table}-restored`;
  await at.db.send(
    new RestoreTableToPointInTimeCommand({
      SourceTableName: table,
      TargetTableName: copy,
      UseLatestRestorableTime: true,
    }),
  );
  return copy;
}

async function described(TableName: string) {
  const { Table } = await at.db.send(new DescribeTableCommand({ TableName }));
  const indexes = Table?.GlobalSecondaryIndexes?.map(({ IndexName, KeySchema }) => ({ IndexName, KeySchema }));
  return {
    indexes: indexes?.sort((a, b) => String(a.IndexName).localeCompare(String(b.IndexName))),
    streams: Table?.StreamSpecification?.StreamEnabled === true,
  };
}

describe('a table that was restored by point in time', () => {
  it('has the indexes of the one it was made from, and not its stream', async () => {
    const table = at.tables.OUTBOX_TABLE;
    const [source, copy] = [await described(table), await described(await copyOf(table))];
    expect(source).toMatchObject({ streams: true });
    expect(source.indexes?.length).toBeGreaterThan(0);
    expect(copy).toEqual({ indexes: source.indexes, streams: false });
  });
});

describe('`ops restore`', () => {
  it('makes a table as its copy is: puts back what was changed or lost, removes what came since, and the audit says so', async () => {
    await Promise.all(['restore-kept', 'restore-changed', 'restore-lost'].map((pk) => put(address(pk))));
    await put({ ...address('restore-link'), linkGeneration: 1 });
    const copy = await copyOf(at.tables.ADDRESSES_TABLE);
    await put({ ...address('restore-link'), linkGeneration: 2 });
    await put(address('restore-changed', 'complained'));
    await put(address('restore-since'));
    await at.db.send(new DeleteCommand({ TableName: at.tables.ADDRESSES_TABLE, Key: { pk: 'restore-lost' } }));

    const { code, out } = await ops(at, 'restore', 'addresses', copy, '--yes');
    expect(out).toContain('2 items are put back, 1 that are not in it are removed');
    expect(code).toBe(0);
    expect(await found('restore-changed')).toEqual(address('restore-changed'));
    expect(await found('restore-lost')).toEqual(address('restore-lost'));
    expect(await found('restore-since')).toBeUndefined();
    expect((await found('restore-link'))?.linkGeneration, 'a link that was taken back stays so').toBe(2);
    const [table, restored] = await Promise.all(
      [at.tables.ADDRESSES_TABLE, copy].map((TableName) => at.db.send(new ScanCommand({ TableName }))),
    );
    expect(table?.Count).toBe(restored?.Count);
    expect(await eventsOf(at.db, at.tables.AUDIT_TABLE, 'table#addresses')).toMatchObject([
      { type: 'TableRestored', by: 'operator:demo', data: { copy, put: 2, removed: 1 } },
    ]);
    await Promise.all(
      ['restore-kept', 'restore-changed', 'restore-lost', 'restore-link'].map((pk) =>
        at.db.send(new DeleteCommand({ TableName: at.tables.ADDRESSES_TABLE, Key: { pk } })),
      ),
    );
  });

  it('puts entities back that have revisions: they can be changed again, and the audit verifies', async () => {
    const round = await at.round();
    const copy = await copyOf(at.tables.ROUNDS_TABLE);
    await changeRound(at, round, { capacity: round.capacity + 1 });

    const { code, out } = await ops(at, 'restore', 'rounds', copy, '--yes');
    expect(out).toContain('1 items are put back, 1 that are not in it are removed');
    expect(code).toBe(0);
    expect(await at.rounds.current(round.id)).toMatchObject({ version: 3, capacity: round.capacity });
    await changeRound(at, round, { capacity: round.capacity + 2 });
    const types = (await eventsOf(at.db, at.tables.AUDIT_TABLE, `${round.id}/current`)).map(({ type }) => type);
    expect(types.slice(-3)).toEqual(['RoundLoaded', 'EntityPutBack', 'RoundLoaded']);
    const verified = await ops(at, 'audit', 'verify');
    expect(verified.out).toMatch(/[1-9]\d* events of \d+ chains read/u);
    expect(verified.out).not.toContain(round.id);
  });

  it.each(['audit', 'outbox', 'pace', 'sessions', 'codes'])('never touches the table %s', async (table) => {
    const { code, err } = await ops(at, 'restore', table, 'anything', '--yes');
    expect(err).toContain(`The table ${table} is not put back`);
    expect(code).toBe(1);
  });
});

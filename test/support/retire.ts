import { setTimeout as sleep } from 'node:timers/promises';
import { ListExecutionsCommand, SFNServiceException, StopExecutionCommand } from '@aws-sdk/client-sfn';
import { DeleteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { machineNames } from '../../functions/app/machines.ts';
import * as brought from './brought.ts';
import type { TestCloud } from './cloud.ts';
import { type ItemKey, keyOf } from './gate-log.ts';
import type { Indexed, Support } from './support.ts';
import type { TableKey } from './table-keys.ts';
import { itemsWith } from './written.ts';

/** Which items are found by which attributes, because something is still to be done about them or pages list them. */
const indexed: readonly Indexed[] = [
  { table: 'OUTBOX_TABLE', attributes: ['due'], has: () => true },
  { table: 'REQUESTS_TABLE', attributes: ['due', 'openFor'], has: ({ pk }) => !String(pk).includes('#') },
  ...Object.values<Support>(brought).flatMap((some) => some.indexed ?? []),
];

/** Milliseconds without a write, after which no step is believed to be under way. */
const quietFor = 300;

/** How often what is still under way is looked at. */
const maxTurns = 20;

/**
 * Puts away what a test file leaves open, so that nothing of later files acts on it or looks through it: messages and
 * requests are due no more, no run is under way or begins again, its rounds are listed nowhere, and nobody whom it
 * loaded has a role. What is stored stays, for whoever looks back over all tests.
 */
export async function retire(at: TestCloud): Promise<void> {
  for (let turn = 0; turn < maxTurns; turn += 1) {
    const writes = at.gateLog.writes();
    await Promise.all(machineNames.map((machine) => stopRuns(at, at.machineArnOf(machine))));
    await sleep(Math.max(0, at.gateLog.lastWriteAt() + quietFor - Date.now()));
    for (const { table, attributes, has } of indexed) {
      await takeOut(at, table, at.gateLog.keysOf(table).filter(has), attributes);
    }
    if (at.gateLog.writes() === writes) break;
  }
  await takeRolesAway(at);
  at.gateLog.putAway();
}

async function takeOut(
  at: TestCloud,
  table: TableKey,
  keys: readonly ItemKey[],
  attributes: readonly string[],
): Promise<void> {
  for (const item of await itemsWith(at, table, keys)) {
    const present = attributes.filter((name) => item[name] !== undefined);
    if (present.length === 0) continue;
    const UpdateExpression = `REMOVE ${present.join(', ')}`;
    await at.db.send(new UpdateCommand({ TableName: at.tables[table], Key: keyOf(table, item), UpdateExpression }));
  }
}

async function stopRuns(at: TestCloud, stateMachineArn: string): Promise<void> {
  const { executions = [] } = await at.sfn.send(
    new ListExecutionsCommand({ stateMachineArn, statusFilter: 'RUNNING', maxResults: 1000 }),
  );
  for (const { executionArn } of executions) {
    await at.sfn.send(new StopExecutionCommand({ executionArn, cause: 'its test file has ended' })).catch(hasEnded);
  }
}

const hasEnded = (error: unknown): void => {
  // MiniStack says so of a run that ended by itself meanwhile.
  if (!(error instanceof SFNServiceException && error.name === 'ValidationException')) throw error;
};

/** Says of a person that a test file has made them, also to the files that load them again. */
const madeByTests = 'madeByTests';

/** From the person too, of whom the next load would else believe that the list of the role has them. */
async function takeRolesAway(at: TestCloud): Promise<void> {
  const created = new Set(at.gateLog.createdIn('PEOPLE_TABLE').map(({ pk }) => String(pk)));
  const keys = at.gateLog.keysOf('PEOPLE_TABLE');
  const touched = await itemsWith(
    at,
    'PEOPLE_TABLE',
    keys.filter(({ pk }) => String(pk).startsWith('person#')),
  );
  const made = touched.filter((item) => created.has(String(item.pk)) || item[madeByTests] === true);
  const ids = new Set(made.map(({ pk }) => String(pk)));
  for (const { pk, sk } of keys) {
    if (!String(pk).startsWith('role#') || !ids.has(`person#${sk}`)) continue;
    await at.db.send(new DeleteCommand({ TableName: at.tables.PEOPLE_TABLE, Key: { pk, sk } }));
  }
  for (const item of made) {
    await at.db.send(
      new UpdateCommand({
        TableName: at.tables.PEOPLE_TABLE,
        Key: keyOf('PEOPLE_TABLE', item),
        UpdateExpression: 'SET #roles = :none, #made = :yes',
        ExpressionAttributeNames: { '#roles': 'roles', '#made': madeByTests },
        ExpressionAttributeValues: { ':none': [], ':yes': true },
      }),
    );
  }
}

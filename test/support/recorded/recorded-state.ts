import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GenerateMacCommand, KMSClient } from '@aws-sdk/client-kms';
import {
  DescribeStateMachineCommand,
  ExecutionAlreadyExists,
  StartExecutionCommand,
  UpdateStateMachineCommand,
} from '@aws-sdk/client-sfn';
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { machineNames } from '../../../functions/app/machines.ts';
import type { MachineName } from '../../../functions/shared/names.ts';
import { root } from '../../../local/paths.ts';
import type { TestCloud } from '../cloud.ts';
import { linkKeyId } from '../link-key.ts';
import { untilQuiet } from '../stored.ts';
import type { TableKey } from '../table-keys.ts';

/* The state of a stage as an earlier release left it (test/record), brought into the test cloud under the code of today. */

const item = z.record(z.string(), z.unknown());
const stateSchema = z.object({
  at: z.iso.datetime(),
  tables: z.record(z.custom<TableKey>(), z.array(item)),
  runs: z.array(z.object({ machine: z.enum(machineNames), name: z.string(), input: z.unknown() })),
  links: z.array(z.object({ to: z.string(), path: z.string(), words: z.string() })),
  draft: z.object({ session: z.string() }),
});
export type RecordedState = z.infer<typeof stateSchema>;

export const readState = (release: string): RecordedState =>
  stateSchema.parse(JSON.parse(readFileSync(join(root, 'test/workflows/recorded', release, 'state.json'), 'utf8')));

const day = 86_400_000;
const instant = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{3})?Z/gu;

/**
 * The state as if it had been recorded today: every moment is later by the same number of days, and so are the days of
 * rounds. What a hash is over stays as it is: audit events and snapshots.
 */
function broughtForward({ at, tables }: RecordedState): [TableKey, Record<string, unknown>[]][] {
  const days = Math.floor((Date.now() - Date.parse(at)) / day);
  const later = (text: string): string => new Date(Date.parse(text) + days * day).toISOString();
  const moved = (text: string, table: string): string =>
    table === 'ROUNDS_TABLE' && /^\d{4}-\d\d-\d\d$/u.test(text)
      ? later(text).slice(0, 10)
      : text.replace(instant, (found) => (found.includes('.') ? later(found) : later(found).replace('.000', '')));
  const all = (value: unknown, table: string, key = ''): unknown => {
    if (typeof value === 'string') return moved(value, table);
    if (typeof value === 'number' && key === 'expiresAt') return value + (days * day) / 1000;
    if (Array.isArray(value)) return value.map((one) => all(one, table));
    return value && typeof value === 'object'
      ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, all(one, table, name)]))
      : value;
  };
  const hashed = (table: string, sk: unknown) =>
    table === 'AUDIT_TABLE' || (table === 'ADMISSIONS_TABLE' && String(sk).startsWith('snapshot'));
  const named = z.array(z.tuple([z.custom<TableKey>(), z.array(item)])).parse(Object.entries(tables));
  return named.map(([table, items]) => [
    table,
    items.map((one) => (hashed(table, one.sk) ? one : item.parse(all(one, table)))),
  ]);
}

/** How many items one transaction takes. */
const atOnce = 50;

async function store(at: TestCloud, state: RecordedState): Promise<void> {
  for (const [table, items] of broughtForward(state)) {
    const TableName = at.tables[table];
    const ConditionExpression = `attribute_not_exists(${{ AUDIT_TABLE: 'subject', OUTBOX_TABLE: 'id' }[String(table)] ?? 'pk'})`;
    for (let from = 0; from < items.length; from += atOnce) {
      const TransactItems = items
        .slice(from, from + atOnce)
        .map((Item) => ({ Put: { TableName, Item, ConditionExpression } }));
      await at.db.send(new TransactWriteCommand({ TransactItems }));
    }
  }
}

/** The machines that the release had. */
const machinesOf = (release: string): MachineName[] =>
  machineNames.filter((machine) => existsSync(definitionOf(release, machine)));

const definitionOf = (release: string, machine: MachineName): string =>
  join(root, 'test/infra/recorded', release, `${machine}.asl.json`);

/** A definition of that release, for the functions of this stage. */
function recordedDefinition(at: TestCloud, release: string, machine: MachineName): string {
  const [, , , region = '', account = ''] = at.machineArn.split(':');
  return readFileSync(definitionOf(release, machine), 'utf8')
    .replaceAll(/\$\{region\}/gu, region)
    .replaceAll(/\$\{account\}/gu, account)
    .replaceAll(/sfa-\$\{stage\}-/gu, at.named(''));
}

/**
 * Starts the runs that were under way, by the definitions of that release, and puts those of today back once they wait.
 * They find out by the stored state how far they had come, as after any stop; a run goes on by the definition with which
 * it was started, whatever is deployed meanwhile.
 */
async function startRuns(at: TestCloud, release: string, { runs }: RecordedState): Promise<void> {
  const present = new Map<MachineName, string>();
  const update = (machine: MachineName, definition: string) =>
    at.sfn.send(new UpdateStateMachineCommand({ stateMachineArn: at.machineArnOf(machine), definition }));
  for (const machine of machinesOf(release)) {
    const stateMachineArn = at.machineArnOf(machine);
    const { definition = '' } = await at.sfn.send(new DescribeStateMachineCommand({ stateMachineArn }));
    present.set(machine, definition);
    await update(machine, recordedDefinition(at, release, machine));
  }
  try {
    for (const { machine, name, input } of runs) {
      const start = { stateMachineArn: at.machineArnOf(machine), name, input: JSON.stringify(input) };
      await at.sfn.send(new StartExecutionCommand(start)).catch((error: unknown) => {
        if (!(error instanceof ExecutionAlreadyExists)) throw error;
      });
    }
  } finally {
    for (const [machine, definition] of present) await update(machine, definition);
  }
  await untilQuiet(at);
}

/** Signs the links that were mailed with the key of this cloud: over the words that the release signed. */
async function signed(at: TestCloud, { links }: RecordedState): Promise<{ to: string; path: string }[]> {
  const [kms, KeyId] = [new KMSClient({}), await linkKeyId(at)];
  return Promise.all(
    links.map(async ({ to, path, words }) => {
      const message = { KeyId, MacAlgorithm: 'HMAC_SHA_256', Message: Buffer.from(words) } as const;
      const { Mac = new Uint8Array() } = await kms.send(new GenerateMacCommand(message));
      return { to, path: `${path}${Buffer.from(Mac).toString('base64url')}` };
    }),
  );
}

/** Brings the state into the cloud; gives the links that were mailed before. */
export async function upgradeFrom(at: TestCloud, release: string) {
  const state = readState(release);
  await store(at, state);
  const links = await signed(at, state);
  await startRuns(at, release, state);
  return { ...state, links };
}

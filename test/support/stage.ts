import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import {
  DescribeExecutionCommand,
  ExecutionDoesNotExist,
  type HistoryEvent,
  ListStateMachinesCommand,
  paginateGetExecutionHistory,
  SFNClient,
} from '@aws-sdk/client-sfn';
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { MachineName } from '../../functions/app/machines.ts';
import { namesOfTables } from '../../functions/app/names-of-tables.ts';
import { wire } from '../../functions/app/wiring.ts';
import { runName } from '../../functions/applications/application.ts';
import { forms } from '../../functions/applications/round-form.ts';
import { outboxTable } from '../../functions/outbox/outbox-table.ts';
import { loadPeople, readPeople } from '../../functions/people/load-people.ts';
import { checkRound } from '../../functions/rounds/check-round.ts';
import { loadRound } from '../../functions/rounds/load-round.ts';
import type { Round, RoundDraft } from '../../functions/rounds/round.ts';
import { openDatabase } from '../../functions/shared/database.ts';
import { addMinutes, type Instant, toInstant } from '../../functions/shared/time.ts';
import { resourceName } from '../../infra/stage.ts';
import type { CloudAddress } from '../../local/aws-query.ts';
import { root } from '../../local/paths.ts';
import { eventually } from './eventually.ts';

/**
 * A deployed stage as tests reach into it: tables, runs, clocks; with the demo's people loaded. On the cloud that the
 * environment names, or on another one.
 */
export async function openStage(stage: string, cloud?: CloudAddress) {
  const named = (name: string) => resourceName({ name: stage }, name);
  const tables = namesOfTables(named);
  const client = cloud && {
    endpoint: cloud.endpoint,
    region: cloud.region,
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  };
  const db = client
    ? DynamoDBDocumentClient.from(new DynamoDBClient(client), { marshallOptions: { removeUndefinedValues: true } })
    : openDatabase();
  const deps = wire(tables, db);
  const sfn = new SFNClient({ ...client });
  const lambda = new LambdaClient({ ...client });
  const now = (): Instant => toInstant(new Date());

  const { people } = readPeople(readFileSync(join(root, 'local/demo/people.csv'), 'utf8'));
  await loadPeople(deps, people, 'operator:test', now());

  const machines = await sfn.send(new ListStateMachinesCommand({}));
  const machineArn =
    machines.stateMachines?.find(({ name }) => name === named('applicant-intake'))?.stateMachineArn ?? '';
  const machineArnOf = (machine: MachineName) => machineArn.replace(named('applicant-intake'), named(machine));
  const executionArn = (name: string, machine: MachineName = 'applicant-intake') =>
    `${machineArnOf(machine).replace(':stateMachine:', ':execution:')}:${name}`;

  const scan = async (table: keyof typeof tables) => {
    const items: Record<string, unknown>[] = [];
    let from: Record<string, unknown> | undefined;
    do {
      const page = await db.send(
        new ScanCommand({ TableName: tables[table], ConsistentRead: true, ExclusiveStartKey: from }),
      );
      items.push(...(page.Items ?? []));
      from = page.LastEvaluatedKey;
    } while (from);
    return items;
  };

  const invoke = async (name: string, payload: unknown): Promise<unknown> => {
    const answer = await lambda.send(
      new InvokeCommand({ FunctionName: named(name), Payload: Buffer.from(JSON.stringify(payload)) }),
    );
    const text = Buffer.from(answer.Payload ?? []).toString('utf8');
    if (answer.FunctionError) throw new Error(`${name}: ${text}`);
    return text ? JSON.parse(text) : undefined;
  };

  const application = async (reference: string) => {
    const found = await deps.applications.get(reference);
    if (!found) throw new Error(`there is no application ${reference}`);
    return found;
  };

  const describeRun = async (name: string, machine?: MachineName) => {
    try {
      return await sfn.send(new DescribeExecutionCommand({ executionArn: executionArn(name, machine) }));
    } catch (error) {
      if (error instanceof ExecutionDoesNotExist) return undefined;
      throw error;
    }
  };
  const runStatus = async (name: string, machine?: MachineName): Promise<string> =>
    (await describeRun(name, machine))?.status ?? 'MISSING';
  const historyOf = async (name: string, machine?: MachineName): Promise<HistoryEvent[]> => {
    const input = { executionArn: executionArn(name, machine), maxResults: 1000 };
    const found: HistoryEvent[] = [];
    for await (const { events = [] } of paginateGetExecutionHistory({ client: sfn }, input)) found.push(...events);
    return found;
  };

  return {
    ...deps,
    db,
    tables,
    sfn,
    named,
    machineArn,
    machineArnOf,
    executionArn,
    now,
    scan,
    invoke,
    application,
    outbox: outboxTable(db, tables.OUTBOX_TABLE),

    /** What the clock does at a moment: chase, sweep, reconcile. */
    chaseAt: (at: Instant) => invoke('requests-chase', { time: at }),
    sweep: () => invoke('outbox-sweep', {}),
    reconcile: () => invoke('runs-reconcile', { graceMinutes: 0 }),

    runStatus,
    /** The status of an application's present run. */
    status: async (reference: string): Promise<string> => runStatus(runName(await application(reference))),
    /** Why a run failed, in the words that the console shows. */
    causeOf: async (name: string, machine?: MachineName): Promise<string> =>
      (await describeRun(name, machine))?.cause ?? '',
    historyOf,
    /** The names of the states that a run entered, in order. */
    statesOf: async (name: string, machine?: MachineName): Promise<string[]> =>
      (await historyOf(name, machine)).flatMap(({ stateEnteredEventDetails }) =>
        stateEnteredEventDetails?.name ? [stateEnteredEventDetails.name] : [],
      ),
    untilState: (reference: string, ...states: string[]) =>
      eventually(`${reference} is ${states.join(' or ')}`, async () => {
        const found = await application(reference);
        return states.includes(found.state) ? found : undefined;
      }),

    /**
     * A round that is open now, or as the change says; each under an id of its own. Without its admission, which starts
     * a run, unless a test is about that.
     */
    round: async (
      change: Partial<RoundDraft> = {},
      { admission: admitting }: { readonly admission: boolean } = { admission: false },
    ): Promise<Round> => {
      const checked = checkRound(
        readFileSync(join(root, 'rounds/academy-2027h1.yaml'), 'utf8'),
        Object.fromEntries(forms),
      );
      if (!checked.ok) throw new Error('the demo round is not right');
      rounds += 1;
      const { admission, ...usual } = checked.round;
      const draft: RoundDraft = {
        ...usual,
        ...(admitting && { admission }),
        id: `test-${process.pid}-${rounds}`,
        opensAt: addMinutes(now(), -60 * 24),
        closesAt: addMinutes(now(), 60 * 24 * 30),
        ...change,
      };
      await loadRound(
        deps,
        draft,
        {
          by: 'operator:test',
          force: { reason: 'test' },
          requiredFieldsOf: (form) => forms.get(form)?.requiredFields ?? [],
        },
        now(),
      );
      const round = await deps.rounds.current(draft.id);
      if (!round) throw new Error('the round was not loaded');
      return round;
    },
  };
}
export type Stage = Awaited<ReturnType<typeof openStage>>;

let rounds = 0;

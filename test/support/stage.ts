import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import {
  DescribeExecutionCommand,
  ExecutionDoesNotExist,
  type HistoryEvent,
  ListStateMachinesCommand,
  paginateGetExecutionHistory,
  SFNClient,
  StopExecutionCommand,
} from '@aws-sdk/client-sfn';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { namesOfTables } from '../../functions/app/names-of-tables.ts';
import { runName } from '../../functions/applications/application.ts';
import { openDatabase } from '../../functions/shared/database/database.ts';
import type { MachineName } from '../../functions/shared/names.ts';
import { addMinutes, type Instant } from '../../functions/shared/time.ts';
import { resourceName } from '../../infra/stage.ts';
import type { CloudAddress } from '../../local/aws-query.ts';
import { openTables } from './academy.ts';
import { loadDemoPeople } from './people/demo-people.ts';

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
    credentials: cloud.key,
  };
  const db = client
    ? DynamoDBDocumentClient.from(new DynamoDBClient(client), { marshallOptions: { removeUndefinedValues: true } })
    : openDatabase();
  const stored = openTables(db, tables);
  const { application, now } = stored;
  const sfn = new SFNClient({ ...client });
  const lambda = new LambdaClient({ ...client });

  await loadDemoPeople(stored, now());

  const machines = await sfn.send(new ListStateMachinesCommand({}));
  const machineArn =
    machines.stateMachines?.find(({ name }) => name === named('applicant-intake'))?.stateMachineArn ?? '';
  const machineArnOf = (machine: MachineName) => machineArn.replace(named('applicant-intake'), named(machine));
  const executionArn = (name: string, machine: MachineName = 'applicant-intake') =>
    `${machineArnOf(machine).replace(':stateMachine:', ':execution:')}:${name}`;

  const invoke = async (name: string, payload: unknown): Promise<unknown> => {
    const answer = await lambda.send(
      new InvokeCommand({ FunctionName: named(name), Payload: Buffer.from(JSON.stringify(payload)) }),
    );
    const text = Buffer.from(answer.Payload ?? []).toString('utf8');
    if (answer.FunctionError) throw new Error(`${name}: ${text}`);
    return text ? JSON.parse(text) : undefined;
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
  const runEnded = async (name: string, machine?: MachineName): Promise<unknown> => {
    const input = { executionArn: executionArn(name, machine) };
    const { input: about, stateMachineArn, status } = await sfn.send(new DescribeExecutionCommand(input));
    const startDate = Date.parse(addMinutes(now(), -60));
    return invoke('runs-reconcile', {
      source: 'aws.states',
      detail: { stateMachineArn, name, status, input: about, startDate },
    });
  };
  const historyOf = async (name: string, machine?: MachineName): Promise<HistoryEvent[]> => {
    const input = { executionArn: executionArn(name, machine), maxResults: 1000 };
    const found: HistoryEvent[] = [];
    for await (const { events = [] } of paginateGetExecutionHistory({ client: sfn }, input)) found.push(...events);
    return found;
  };

  return {
    ...stored,
    sfn,
    named,
    machineArn,
    machineArnOf,
    executionArn,
    invoke,

    /** What the clock does at a moment: chase, sweep, reconcile. */
    chaseAt: (at: Instant) => invoke('requests-chase', { time: at }),
    sweep: () => invoke('outbox-sweep', {}),
    reconcile: () => invoke('runs-reconcile', { graceMinutes: 0, most: 10_000, aSecond: 1000 }),
    /** What Step Functions tells on AWS of a run that ended badly after an hour: it alone is started again. */
    runEnded,
    stopRun: (name: string, machine?: MachineName) =>
      sfn.send(new StopExecutionCommand({ executionArn: executionArn(name, machine) })),

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
  };
}
export type Stage = Awaited<ReturnType<typeof openStage>>;

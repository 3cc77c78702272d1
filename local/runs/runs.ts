import * as z from 'zod';
import { type CloudAddress, jsonService } from '../aws-query.ts';

const executionSchema = z.object({
  executionArn: z.string(),
  stateMachineArn: z.string(),
  name: z.string(),
  status: z.string(),
  /** Unix seconds. */
  startDate: z.number(),
  stopDate: z.number().nullish(),
});
export type Execution = z.infer<typeof executionSchema>;

const machinesSchema = z.object({
  stateMachines: z.array(z.object({ stateMachineArn: z.string(), name: z.string() })),
});
const executionsSchema = z.object({ executions: z.array(executionSchema) });
const describedSchema = executionSchema.extend({
  input: z.string().nullish(),
  output: z.string().nullish(),
  error: z.string().nullish(),
  cause: z.string().nullish(),
});
const eventSchema = z.object({
  type: z.string(),
  timestamp: z.number(),
  stateEnteredEventDetails: z.object({ name: z.string() }).optional(),
  stateExitedEventDetails: z.object({ name: z.string(), output: z.string().nullish() }).optional(),
});
const historySchema = z.object({ events: z.array(eventSchema), nextToken: z.string().nullish() });
const stateSchema = z.object({
  Type: z.string(),
  Comment: z.string().optional(),
  Next: z.string().optional(),
  Default: z.string().optional(),
  Choices: z.array(z.object({ Next: z.string().optional() })).default([]),
  Catch: z.array(z.object({ Next: z.string() })).default([]),
});
const definitionSchema = z.object({ StartAt: z.string(), States: z.record(z.string(), stateSchema) });

/** One stay in a state. */
interface Visit {
  readonly state: string;
  /** Unix seconds. */
  readonly entered: number;
  readonly left: number | undefined;
  /** What a state that counts found, for example `12 of 300`. */
  readonly counted?: string;
}

/** A state of the machine, with where it may go. */
export interface GraphState {
  readonly name: string;
  readonly type: string;
  readonly next: readonly string[];
}

export interface RunDetail {
  readonly execution: z.infer<typeof describedSchema>;
  readonly visits: readonly Visit[];
  readonly graph: readonly GraphState[];
}

const order = ['FAILED', 'TIMED_OUT', 'RUNNING', 'PENDING_REDRIVE', 'ABORTED', 'SUCCEEDED'];

const states = (cloud: CloudAddress, operation: string, input: Readonly<Record<string, unknown>>): Promise<unknown> =>
  jsonService(cloud, 'states', `AWSStepFunctions.${operation}`, input);

/** The executions of all machines whose name holds the text: failed ones first, then running ones, the newest first. */
export async function findRuns(cloud: CloudAddress, search: string): Promise<Execution[]> {
  const { stateMachines } = machinesSchema.parse(await states(cloud, 'ListStateMachines', { maxResults: 1000 }));
  const lists = await Promise.all(
    stateMachines.map(async ({ stateMachineArn }) =>
      executionsSchema.parse(await states(cloud, 'ListExecutions', { stateMachineArn, maxResults: 1000 })),
    ),
  );
  const wanted = search.trim().toUpperCase();
  const rank = ({ status }: Execution) => order.indexOf(status);
  return lists
    .flatMap(({ executions }) => executions)
    .filter(({ name }) => name.toUpperCase().includes(wanted))
    .sort((a, b) => rank(a) - rank(b) || b.startDate - a.startDate);
}

/** One execution with the way it took; undefined when there is none of this ARN. */
export async function readRun(cloud: CloudAddress, executionArn: string): Promise<RunDetail | undefined> {
  const found = await states(cloud, 'DescribeExecution', { executionArn }).catch(() => undefined);
  if (found === undefined) return undefined;
  const execution = describedSchema.parse(found);
  const [visits, graph] = await Promise.all([
    readVisits(cloud, executionArn),
    readGraph(cloud, execution.stateMachineArn).catch(() => []),
  ]);
  return { execution, visits, graph };
}

async function readVisits(cloud: CloudAddress, executionArn: string): Promise<Visit[]> {
  const visits: { state: string; entered: number; left: number | undefined; counted?: string }[] = [];
  let nextToken: string | undefined;
  do {
    const page = historySchema.parse(
      await states(cloud, 'GetExecutionHistory', {
        executionArn,
        maxResults: 1000,
        ...(nextToken ? { nextToken } : {}),
      }),
    );
    for (const event of page.events) {
      const entered = event.stateEnteredEventDetails?.name;
      if (entered !== undefined) visits.push({ state: entered, entered: event.timestamp, left: undefined });
      const exited = event.stateExitedEventDetails?.name;
      const visit = visits.findLast(({ state, left }) => state === exited && left === undefined);
      if (visit) {
        visit.left = event.timestamp;
        visit.counted = countedIn(event.stateExitedEventDetails?.output);
      }
    }
    nextToken = page.nextToken ?? undefined;
  } while (nextToken);
  return visits;
}

const countSchema = z.object({ done: z.number(), of: z.number() });

/** States that count give `done` and `of`; the state after one passes them on. */
function countedIn(output: string | null | undefined): string | undefined {
  if (!output) return undefined;
  const count = countSchema.safeParse(JSON.parse(output)).data;
  return count && count.of > 0 ? `${count.done} of ${count.of}` : undefined;
}

/** The machine's states in the order in which they can be reached. */
async function readGraph(cloud: CloudAddress, stateMachineArn: string): Promise<GraphState[]> {
  const { definition } = z
    .object({ definition: z.string() })
    .parse(await states(cloud, 'DescribeStateMachine', { stateMachineArn }));
  const { StartAt, States } = definitionSchema.parse(JSON.parse(definition));
  const reached = [StartAt];
  for (const name of reached) {
    for (const next of followers(States[name])) if (!reached.includes(next)) reached.push(next);
  }
  return reached.map((name) => ({ name, type: States[name]?.Type ?? 'unknown', next: followers(States[name]) }));
}

const followers = (state: z.infer<typeof stateSchema> | undefined): string[] => [
  ...new Set(
    [
      state?.Next,
      ...(state?.Choices ?? []).map(({ Next }) => Next),
      state?.Default,
      ...(state?.Catch ?? []).map(({ Next }) => Next),
    ].filter((next) => next !== undefined),
  ),
];

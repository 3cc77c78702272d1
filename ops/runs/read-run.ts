import {
  DescribeExecutionCommand,
  DescribeStateMachineForExecutionCommand,
  ExecutionDoesNotExist,
  type HistoryEvent,
  InvalidArn,
  paginateGetExecutionHistory,
  type SFNClient,
} from '@aws-sdk/client-sfn';
import { type RunDefinition, readDefinition } from './definition.ts';
import { type Visit, visitsIn } from './history.ts';
import { type Trouble, troubleIn } from './trouble.ts';

/** One execution with the way that it took, under the definition under which it began. */
export interface RunRead {
  readonly arn: string;
  /** The state machine's name, with the stage. */
  readonly machine: string;
  readonly name: string;
  readonly status: string;
  readonly startedAt: number;
  readonly stoppedAt?: number;
  readonly input?: string;
  readonly output?: string;
  readonly error?: string;
  readonly cause?: string;
  readonly visits: readonly Visit[];
  /** None, if it cannot be read. */
  readonly definition?: RunDefinition;
  readonly trouble?: Trouble;
}

/** A run by its ARN, by calls that read; nothing, if there is none. */
export async function readRun(sfn: SFNClient, executionArn: string): Promise<RunRead | undefined> {
  const found = await sfn.send(new DescribeExecutionCommand({ executionArn })).catch((error: unknown) => {
    if (error instanceof ExecutionDoesNotExist || error instanceof InvalidArn) return undefined;
    throw error;
  });
  if (!found) return undefined;
  const events: HistoryEvent[] = [];
  for await (const page of paginateGetExecutionHistory({ client: sfn }, { executionArn, maxResults: 1000 })) {
    events.push(...(page.events ?? []));
  }
  const visits = visitsIn(events);
  const definition = await definitionOf(sfn, executionArn);
  const { status = 'UNKNOWN', error, cause, input, output } = found;
  const stoppedAt = found.stopDate?.getTime();
  return {
    arn: executionArn,
    machine: found.stateMachineArn?.split(':').at(-1) ?? '',
    name: found.name ?? executionArn,
    status,
    startedAt: found.startDate?.getTime() ?? 0,
    stoppedAt,
    input,
    output,
    error,
    cause,
    visits,
    definition,
    trouble: troubleIn(visits, definition, { status, stoppedAt, error }),
  };
}

async function definitionOf(sfn: SFNClient, executionArn: string): Promise<RunDefinition | undefined> {
  try {
    const { definition = '' } = await sfn.send(new DescribeStateMachineForExecutionCommand({ executionArn }));
    return readDefinition(definition);
  } catch {
    // Its machine is gone, or is of a shape that this code does not know: the way it took is told all the same.
    return undefined;
  }
}

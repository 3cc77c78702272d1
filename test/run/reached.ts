import { type HistoryEvent, paginateGetExecutionHistory, paginateListExecutions } from '@aws-sdk/client-sfn';
import * as z from 'zod';
import { machineNames } from '../../functions/app/machines.ts';
import type { MachineName } from '../../functions/shared/names.ts';
import type { Stage } from '../support/stage.ts';

const timesSchema = z.object({ entered: z.int(), retried: z.int(), caught: z.int() });
type Times = z.infer<typeof timesSchema>;

/** How many tasks the executions of a machine began; how often they entered each state, took its Retry and its Catch. */
export const reachedSchema = z.object({
  executions: z.int(),
  tasks: z.int(),
  states: z.record(z.string(), timesSchema),
});
export type Reached = z.infer<typeof reachedSchema>;

/** A failed task that is scheduled again was retried; one that another state follows was caught. */
function timesOf(history: readonly HistoryEvent[]): Map<string, Times> {
  const reached = new Map<string, Times>();
  let present: Times | undefined;
  let failed = false;
  for (const { type, stateEnteredEventDetails } of history) {
    if (stateEnteredEventDetails?.name) {
      if (failed && present) present.caught += 1;
      failed = false;
      const { name } = stateEnteredEventDetails;
      present = reached.get(name) ?? { entered: 0, retried: 0, caught: 0 };
      present.entered += 1;
      reached.set(name, present);
    } else if (type === 'TaskScheduled') {
      if (failed && present) present.retried += 1;
      failed = false;
    } else if (type === 'TaskSucceeded' || type === 'TaskFailed') failed = type === 'TaskFailed';
  }
  return reached;
}

/** The same over several clouds, or several executions. */
export function addReached(all: readonly Reached[]): Reached {
  const states: Record<string, Times> = {};
  for (const [name, { entered, retried, caught }] of all.flatMap(({ states: some }) => Object.entries(some))) {
    const sum = states[name] ?? { entered: 0, retried: 0, caught: 0 };
    states[name] = {
      entered: sum.entered + entered,
      retried: sum.retried + retried,
      caught: sum.caught + caught,
    };
  }
  const sumOf = (what: 'executions' | 'tasks') => all.reduce((sum, { [what]: some }) => sum + some, 0);
  return { executions: sumOf('executions'), tasks: sumOf('tasks'), states };
}

/**
 * Reads what the executions on a cloud reached, anew at each call. A history is read when its execution is first seen
 * and once more when its status has changed, so that those which wait for a person are not read again and again.
 */
export function reachedReader(at: Stage): () => Promise<Record<string, Reached>> {
  const known = new Map<string, { readonly status: string; readonly reached: Reached }>();
  const ofMachine = async (machine: MachineName): Promise<Reached> => {
    const stateMachineArn = at.machineArnOf(machine);
    const arns: string[] = [];
    for await (const { executions = [] } of paginateListExecutions(
      { client: at.sfn, pageSize: 1000 },
      { stateMachineArn },
    )) {
      for (const { executionArn = '', status = '' } of executions) {
        arns.push(executionArn);
        if (known.get(executionArn)?.status === status) continue;
        const history: HistoryEvent[] = [];
        const pages = paginateGetExecutionHistory({ client: at.sfn, pageSize: 1000 }, { executionArn });
        for await (const { events = [] } of pages) history.push(...events);
        const states = Object.fromEntries(timesOf(history));
        const tasks = history.filter(({ type }) => type === 'TaskScheduled').length;
        known.set(executionArn, { status, reached: { executions: 1, tasks, states } });
      }
    }
    return addReached(arns.flatMap((arn) => known.get(arn)?.reached ?? []));
  };
  return async () =>
    Object.fromEntries(await Promise.all(machineNames.map(async (name) => [name, await ofMachine(name)] as const)));
}

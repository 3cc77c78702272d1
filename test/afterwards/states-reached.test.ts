import { type HistoryEvent, paginateGetExecutionHistory, paginateListExecutions } from '@aws-sdk/client-sfn';
import { beforeAll, describe, expect, it } from 'vitest';
import { machineNames } from '../../functions/app/machines.ts';
import { type TestCloud, testCloud } from '../support/cloud.ts';
import { type DeployedStates, deployedStates } from '../support/deployed-states.ts';

/*
 * Looks back over all executions that the tests of this run made on the deployed local cloud, and compares with the
 * deployed definition. It runs last (vitest.config.ts), and by itself it fails, for nothing has run then.
 */

interface Reached {
  entered: number;
  retried: number;
  caught: number;
}

/** A failed task that is scheduled again was retried; one that another state follows was caught. */
function count(reached: Map<string, Reached>, history: readonly HistoryEvent[]): void {
  let present: Reached | undefined;
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
}

let at: TestCloud;
beforeAll(async () => {
  at = await testCloud();
});

describe.each(machineNames)('the deployed machine %s', (machine) => {
  let states: DeployedStates;
  const reached = new Map<string, Reached>();

  beforeAll(async () => {
    const stateMachineArn = at.machineArnOf(machine);
    states = await deployedStates(at, machine);
    for (const state of Object.keys(states)) reached.set(state, { entered: 0, retried: 0, caught: 0 });
    let executions = 0;
    for await (const { executions: listed = [] } of paginateListExecutions(
      { client: at.sfn, pageSize: 100 },
      { stateMachineArn },
    )) {
      for (const { executionArn } of listed) {
        executions += 1;
        const pages = paginateGetExecutionHistory({ client: at.sfn, pageSize: 1000 }, { executionArn });
        for await (const { events = [] } of pages) count(reached, events);
      }
    }
    const row = (name: string, { entered, retried, caught }: Reached) => {
      const { Retry, Catch } = states[name] ?? {};
      return `  ${name.padEnd(40)}${String(entered).padStart(7)}${Retry ? String(retried).padStart(9) : ''.padStart(9)}${Catch ? String(caught).padStart(9) : ''}`;
    };
    console.log(
      [
        `States of ${machine} over ${executions} executions:`,
        `  ${'state'.padEnd(40)}${'entered'.padStart(7)}${'retried'.padStart(9)}${'caught'.padStart(9)}`,
        ...[...reached].map(([name, times]) => row(name, times)),
      ].join('\n'),
    );
  });

  const missing = (what: keyof Reached, has: (state: DeployedStates[string]) => boolean): string[] =>
    Object.keys(states).filter((name) => {
      const state = states[name];
      return state !== undefined && has(state) && (reached.get(name)?.[what] ?? 0) === 0;
    });

  it('had every state entered by some execution of the tests, and none that it does not have', () => {
    expect(missing('entered', () => true)).toEqual([]);
    expect([...reached.keys()].sort()).toEqual(Object.keys(states).sort());
  });

  it('had every Retry taken by some execution of the tests', () => {
    expect(missing('retried', ({ Retry }) => Retry !== undefined)).toEqual([]);
  });

  it('had every Catch taken by some execution of the tests', () => {
    expect(missing('caught', ({ Catch }) => Catch !== undefined)).toEqual([]);
  });
});

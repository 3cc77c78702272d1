import { DescribeStateMachineCommand } from '@aws-sdk/client-sfn';
import { machineNames } from '../../functions/app/machines.ts';
import type { Gate } from '../../local/gate/gate.ts';
import type { Stage } from '../support/stage.ts';
import type { CloudRecord } from './file-costs.ts';
import { reachedReader } from './reached.ts';

/** What the tests on a cloud did so far, and how many tasks its runs began since the last reading. */
export interface Reading {
  readonly record: CloudRecord;
  readonly newTasks: number;
}

/** Reads what the gate and the runs tell of all tests on a cloud, for test/afterwards/. */
export function recordReader(at: Stage, gate: Gate): () => Promise<Reading> {
  const reached = reachedReader(at);
  const machine = async (name: (typeof machineNames)[number]) => {
    const stateMachineArn = at.machineArnOf(name);
    const { definition = '{}', roleArn = '' } = await at.sfn.send(new DescribeStateMachineCommand({ stateMachineArn }));
    return [name, { definition, role: await gate.role(roleArn.split('/').at(-1) ?? '') }] as const;
  };
  const readDeployed = async () => ({
    roles: await gate.roles('sfa-test-'),
    machines: Object.fromEntries(await Promise.all(machineNames.map(machine))),
  });
  let tasksBefore = 0;
  let deployed: ReturnType<typeof readDeployed> | undefined;
  return async () => {
    deployed ??= readDeployed();
    const { roles, machines } = await deployed;
    const record: CloudRecord = {
      worker: process.pid,
      recording: [...gate.recording()],
      calls: { ...gate.calls() },
      roles: [...roles],
      machines,
      reached: await reached(),
    };
    const tasks = Object.values(record.reached).reduce((sum, { tasks: some }) => sum + some, 0);
    const newTasks = tasks - tasksBefore;
    tasksBefore = tasks;
    return { record, newTasks };
  };
}

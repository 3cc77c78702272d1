import { DescribeStateMachineCommand } from '@aws-sdk/client-sfn';
import { machineNames } from '../../functions/runs/machines.ts';
import type { Gate } from '../../local/gate/gate.ts';
import type { CloudRecord } from './file-costs.ts';
import { reachedReader } from './reached.ts';
import type { Stage } from './stage.ts';

/** Reads what the gate and the runs tell of all tests on a cloud so far, for test/afterwards/. */
export function recordReader(at: Stage, gate: Gate): () => Promise<CloudRecord> {
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
  let deployed: ReturnType<typeof readDeployed> | undefined;
  return async () => {
    deployed ??= readDeployed();
    const { roles, machines } = await deployed;
    return {
      worker: process.pid,
      recording: [...gate.recording()],
      calls: { ...gate.calls() },
      roles: [...roles],
      machines,
      reached: await reached(),
    };
  };
}

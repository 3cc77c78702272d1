import { DescribeStateMachineCommand } from '@aws-sdk/client-sfn';
import * as z from 'zod';
import type { MachineName } from '../../functions/shared/names.ts';
import type { Stage } from './stage.ts';

const definitionSchema = z.object({
  States: z.record(
    z.string(),
    z.object({ Retry: z.array(z.unknown()).optional(), Catch: z.array(z.unknown()).optional() }),
  ),
});
export type DeployedStates = z.infer<typeof definitionSchema>['States'];

/** The states of a machine as it is deployed, by their names. */
export async function deployedStates(at: Stage, machine: MachineName): Promise<DeployedStates> {
  const stateMachineArn = at.machineArnOf(machine);
  const { definition = '' } = await at.sfn.send(new DescribeStateMachineCommand({ stateMachineArn }));
  return readStates(definition);
}

/** The states of a definition in JSON. */
export const readStates = (definition: string): DeployedStates => definitionSchema.parse(JSON.parse(definition)).States;

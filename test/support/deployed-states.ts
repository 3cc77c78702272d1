import { DescribeStateMachineCommand } from '@aws-sdk/client-sfn';
import * as z from 'zod';
import type { MachineName } from '../../functions/shared/names.ts';
import type { Stage } from './stage.ts';

const retriedSchema = z.object({ Retry: z.array(z.unknown()).optional(), Catch: z.array(z.unknown()).optional() });
export type DeployedStates = Readonly<Record<string, z.infer<typeof retriedSchema>>>;

const nestedSchema = z.looseObject({
  ItemProcessor: z.object({ States: z.record(z.string(), z.unknown()) }).optional(),
});
const definitionSchema = z.object({ States: z.record(z.string(), nestedSchema) });

/** The states of a machine as it is deployed, by their names. */
export async function deployedStates(at: Stage, machine: MachineName): Promise<DeployedStates> {
  const stateMachineArn = at.machineArnOf(machine);
  const { definition = '' } = await at.sfn.send(new DescribeStateMachineCommand({ stateMachineArn }));
  return readRetried(definition);
}

/** The states of a definition in JSON, those inside of a Map too. */
export function readStates<Schema extends z.ZodType>(
  definition: string,
  schema: Schema,
): Readonly<Record<string, z.infer<Schema>>> {
  const { States } = definitionSchema.parse(JSON.parse(definition));
  const all = Object.entries(States).flatMap(([name, state]): [string, unknown][] => [
    [name, state],
    ...Object.entries(state.ItemProcessor?.States ?? {}),
  ]);
  return z.record(z.string(), schema).parse(Object.fromEntries(all));
}

/** The same, as far as they are tried again. */
export const readRetried = (definition: string): DeployedStates => readStates(definition, retriedSchema);

import { ExecutionAlreadyExists, ExecutionDoesNotExist, SFNClient } from '@aws-sdk/client-sfn';
import * as z from 'zod';
import { answered } from './memory-clients.ts';

const startSchema = z.object({ stateMachineArn: z.string(), name: z.string(), input: z.string() });
const describeSchema = z.object({ executionArn: z.string() });

interface Execution {
  readonly input: string;
  status: 'RUNNING' | 'SUCCEEDED' | 'FAILED' | 'ABORTED';
}

/**
 * Step Functions in memory behind the real client, as far as runs are started and looked at: a name is taken by the first
 * who uses it, and starting it again is no fault while it runs with the same input.
 */
export function memoryMachines() {
  const executions = new Map<string, Execution>();
  const described: string[] = [];
  const sfn = new SFNClient({ region: 'ap-northeast-2', credentials: { accessKeyId: 'm', secretAccessKey: 'm' } });
  answered(sfn, (command, given) => {
    if (command === 'StartExecutionCommand') {
      const { stateMachineArn, name, input } = startSchema.parse(given);
      const arn = `${stateMachineArn}:${name}`;
      const present = executions.get(arn);
      if (present && (present.status !== 'RUNNING' || present.input !== input)) {
        throw new ExecutionAlreadyExists({ message: `Execution Already Exists: '${arn}'`, $metadata: {} });
      }
      executions.set(arn, present ?? { input, status: 'RUNNING' });
      return { executionArn: arn };
    }
    if (command !== 'DescribeExecutionCommand') throw new Error(`${command} is not answered here`);
    const { executionArn } = describeSchema.parse(given);
    described.push(executionArn);
    const execution = executions.get(executionArn);
    if (!execution) throw new ExecutionDoesNotExist({ message: executionArn, $metadata: {} });
    return { executionArn, ...execution };
  });
  const arnOf = (machine: string, name: string): string => `${machine}:${name}`;
  return {
    sfn,
    machineArn: (machine: string): string => machine,
    executionArn: arnOf,
    end: (machine: string, name: string, status: Exclude<Execution['status'], 'RUNNING'>): void => {
      const execution = executions.get(arnOf(machine, name));
      if (!execution) throw new Error(`${name} does not run`);
      execution.status = status;
    },
    inputOf: (machine: string, name: string): string | undefined => executions.get(arnOf(machine, name))?.input,
    names: (): string[] => [...executions.keys()],
    /** As if it had been started under the name with the input, by whomever. */
    start: (machine: string, name: string, input: string) =>
      void executions.set(arnOf(machine, name), { input, status: 'RUNNING' }),
    /** What was asked for, as often as it was. */
    describedNames: (): readonly string[] => described,
    described: (): number => described.length,
  };
}

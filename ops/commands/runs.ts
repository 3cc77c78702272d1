import { DescribeExecutionCommand, ExecutionDoesNotExist, ListStateMachinesCommand } from '@aws-sdk/client-sfn';
import { machineNames, machinesOf } from '../../functions/app/machines.ts';
import type { SubjectRun } from '../../functions/runs/run.ts';
import type { MachineName } from '../../functions/shared/names.ts';
import { parseReference } from '../../functions/shared/references.ts';
import { Complaint, type Context, needed } from '../context.ts';

/** What a run may be about, as somebody typed or read it out, on one machine. */
export interface Found {
  readonly machine: MachineName;
  readonly id: string;
  readonly run: SubjectRun;
}

/** All runs of an application's reference, a round's id or a seat's id, in the order of the machines. */
export async function runsAbout(context: Context, typed: string | undefined, usage: string): Promise<Found[]> {
  const id = parseReference(needed(typed, usage)) ?? needed(typed, usage);
  const machines = machinesOf(context);
  const found = await Promise.all(
    machineNames.map(async (machine) => {
      const run = await machines[machine].present(id);
      return run && run.run > 0 ? [{ machine, id, run }] : [];
    }),
  );
  return found.flat();
}

/** The execution's ARN of a machine and a run's name: account and region are those of the machines that are there. */
export async function executionArns({ sfn, named }: Context): Promise<(machine: string, name: string) => string> {
  const machine = named('applicant-intake');
  let nextToken: string | undefined;
  do {
    const page = await sfn.send(new ListStateMachinesCommand({ nextToken }));
    const found = page.stateMachines?.find(({ name }) => name === machine)?.stateMachineArn;
    if (found) {
      const executions = found.replace(':stateMachine:', ':execution:');
      return (other, name) => `${executions.replace(machine, named(other))}:${name}`;
    }
    nextToken = page.nextToken;
  } while (nextToken);
  throw new Complaint(`There is no state machine ${machine}: is the stage deployed?`);
}

/** The status of a run's execution, in words. */
export async function runStatus(context: Context, machine: string, name: string): Promise<string> {
  const executionArn = (await executionArns(context))(machine, name);
  try {
    const { status } = await context.sfn.send(new DescribeExecutionCommand({ executionArn }));
    return status ?? 'unknown';
  } catch (error) {
    if (error instanceof ExecutionDoesNotExist) return 'not started';
    throw error;
  }
}

/** A run's name with its status, for whoever is shown it. */
export const runOf = async (context: Context, machine: string, name: string | undefined): Promise<string> =>
  name ? `${name} (${await runStatus(context, machine, name)})` : '- (none yet)';

import { ListStateMachinesCommand } from '@aws-sdk/client-sfn';
import { machineNames, machinesOf } from '../../functions/app/machines.ts';
import { lookAtRun } from '../../functions/runs/look-at-run.ts';
import type { SubjectRun } from '../../functions/runs/run.ts';
import { eventsOf } from '../../functions/shared/audit.ts';
import type { MachineName } from '../../functions/shared/names.ts';
import { parseReference } from '../../functions/shared/references.ts';
import { formatInstant } from '../../functions/shared/time.ts';
import { Complaint, type Context, needed, type Row } from '../context.ts';

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

/** The run of something with its status, for whoever is shown it; whether it is a run about something else, too. */
export async function runOf(
  context: Context,
  machine: string,
  { id, name }: { readonly id: string; readonly name: string | undefined },
): Promise<string> {
  if (!name) return '- (none yet)';
  const look = { sfn: context.sfn, executionArn: await executionArns(context) };
  const { status, ofAnother } = await lookAtRun(look, machine, name, id);
  const shown = status === 'MISSING' ? 'not started' : status;
  return `${name} (${ofAnother ? `of another, ${shown}: this one has none, redrive it` : shown})`;
}

/** The last run that failed when another had taken over already, or its subject was gone. */
export async function failedRunRows({ db, tables }: Context, subject: string): Promise<Row[]> {
  const failed = (await eventsOf(db, tables.AUDIT_TABLE, subject)).findLast(({ type }) => type === 'RunFailed');
  const words = ['run', 'machine', 'error'].map((name) => String(failed?.data[name] ?? '-'));
  return failed ? [['failed run', `${words.join(', ')}, ${formatInstant(failed.at, 'en')}`]] : [];
}

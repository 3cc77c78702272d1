import { ListStateMachinesCommand } from '@aws-sdk/client-sfn';
import { machineNames, machinesOf } from '../../functions/app/machines.ts';
import { subjectIn } from '../../functions/runs/look-at-run.ts';
import type { Stuck, SubjectRun } from '../../functions/runs/run.ts';
import { eventsOf } from '../../functions/shared/database/audit.ts';
import type { MachineName } from '../../functions/shared/names.ts';
import { opsCommand } from '../../functions/shared/ops-command.ts';
import { parseReference } from '../../functions/shared/references.ts';
import { formatInstant } from '../../functions/shared/time.ts';
import { Complaint, needed, type Reading, type Row } from '../context.ts';
import { consoleAddress } from '../runs/console-address.ts';
import { readRun } from '../runs/read-run.ts';
import { stuckRows, troubleRows } from '../runs/trouble-rows.ts';

/** What a run may be about, as somebody typed or read it out, on one machine. */
export interface Found {
  readonly machine: MachineName;
  readonly id: string;
  readonly run: SubjectRun;
}

/** All runs of an application's reference, a round's id or a seat's id, in the order of the machines. */
export async function runsAbout(context: Reading, typed: string | undefined, usage: string): Promise<Found[]> {
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
export async function executionArns({
  sfn,
  named,
}: Pick<Reading, 'sfn' | 'named'>): Promise<(machine: string, name: string) => string> {
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

/**
 * The run of something for whoever is shown it: its status, whether it is a run about something else, where it is seen,
 * and what it fails of, also while it is tried again.
 */
export async function runRows(
  context: Reading,
  machine: MachineName,
  {
    id,
    name,
    label = 'run',
    stuck,
  }: {
    readonly id: string;
    readonly name: string | undefined;
    readonly label?: string;
    readonly stuck?: Stuck | undefined;
  },
): Promise<readonly Row[]> {
  const marked = stuck ? stuckRows(stuck, id, context.stageName) : [];
  if (!name) return [[label, '- (none yet)'], ...marked];
  const arn = (await executionArns(context))(machine, name);
  const run = await readRun(context.sfn, arn);
  if (!run) return [[label, `${name} (not started)`], ...marked];
  if (subjectIn(run.input) !== id) {
    return [[label, `${name} (of another, ${run.status}: this one has none, redrive it)`], ...marked];
  }
  return [
    [label, `${name} (${run.status})`],
    ['console', consoleAddress(arn, context.local)],
    ...(run.trouble ? await troubleRows(context, run, id) : marked),
  ];
}

/** The last run that failed when another had taken over already, or its subject was gone. */
export async function failedRunRows(
  { db, tables, stageName }: Pick<Reading, 'db' | 'tables' | 'stageName'>,
  subject: string,
): Promise<Row[]> {
  const failed = (await eventsOf(db, tables.AUDIT_TABLE, subject)).findLast(({ type }) => type === 'RunFailed');
  if (!failed) return [];
  const { run, machine, error, state, tries } = failed.data;
  const of = [run, machine, error, state && `in "${String(state)}"`, tries && `${String(tries)} tries`]
    .filter(Boolean)
    .join(', ');
  return [
    [
      'failed run',
      `${of}, ${formatInstant(failed.at, 'en')}; its log: ${opsCommand(`logs ${subject.replace(/^round#/u, '')}`, stageName)}`,
    ],
  ];
}

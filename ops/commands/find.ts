import { DescribeExecutionCommand, ExecutionDoesNotExist, ListStateMachinesCommand } from '@aws-sdk/client-sfn';
import { type Application, runName } from '../../functions/applications/application.ts';
import { presentRequest } from '../../functions/applications/open-requests.ts';
import { assigneeId } from '../../functions/requests/request.ts';
import { eventsOf } from '../../functions/shared/audit.ts';
import { parseReference } from '../../functions/shared/references.ts';
import { formatInstant } from '../../functions/shared/time.ts';
import { Complaint, type Context, needed } from '../context.ts';

/** The application of a reference as somebody read it out. */
export async function applicationOf(context: Context, typed: string | undefined, usage: string): Promise<Application> {
  const reference = parseReference(needed(typed, usage));
  if (!reference) throw new Complaint(`${typed} is no reference: a character is wrong or missing.`);
  const application = await context.applications.get(reference);
  if (!application) throw new Complaint(`There is no application ${reference}.`);
  return application;
}

/** The execution's ARN of a run's name: account and region are those of the machine that is there. */
export async function executionArns({ sfn, named }: Context): Promise<(name: string) => string> {
  const machine = named('applicant-intake');
  let nextToken: string | undefined;
  do {
    const page = await sfn.send(new ListStateMachinesCommand({ nextToken }));
    const found = page.stateMachines?.find(({ name }) => name === machine)?.stateMachineArn;
    if (found) return (name) => `${found.replace(':stateMachine:', ':execution:')}:${name}`;
    nextToken = page.nextToken;
  } while (nextToken);
  throw new Complaint(`There is no state machine ${machine}: is the stage deployed?`);
}

async function runStatus(context: Context, application: Application): Promise<string> {
  if (application.run === 0) return 'none yet';
  const executionArn = (await executionArns(context))(runName(application));
  try {
    const { status } = await context.sfn.send(new DescribeExecutionCommand({ executionArn }));
    return status ?? 'unknown';
  } catch (error) {
    if (error instanceof ExecutionDoesNotExist) return 'not started';
    throw error;
  }
}

/** `find REFERENCE`: run, state, waiting on whom, since when, until when. No personal data. */
export async function find(context: Context, typed: string | undefined): Promise<void> {
  const application = await applicationOf(context, typed, 'find REFERENCE');
  const request = await presentRequest(context, application);
  const last = (await eventsOf(context.db, context.tables.AUDIT_TABLE, application.reference)).at(-1);
  const at = (instant: Parameters<typeof formatInstant>[0] | undefined) =>
    instant ? formatInstant(instant, 'en') : '-';
  const rows: [string, string][] = [
    ['application', application.reference],
    ['round', `${application.roundId} (version ${application.roundVersion})`],
    ['state', application.stuck ? `${application.state}, stuck: ${application.stuck.error}` : application.state],
    ['version sent', application.version > 0 ? `${application.version}, ${at(application.sentAt)}` : 'none (draft)'],
    ['run', `${application.run > 0 ? runName(application) : '-'} (${await runStatus(context, application)})`],
    ['in question', inQuestion(application)],
    ['waiting for', request?.state === 'OPEN' ? assigneeId(request.assignee) : '-'],
    ['since', at(request?.state === 'OPEN' ? request.held.at(-1)?.since : undefined)],
    ['until', at(request?.state === 'OPEN' ? request.dueAt : undefined)],
    [
      'request',
      request ? `${request.id} (${request.kind}, ${request.state}, ${request.remindersSent} reminders)` : '-',
    ],
    ['last event', last ? `${last.type} by ${last.by}, ${at(last.at)}` : '-'],
  ];
  for (const [name, value] of rows) console.log(`${name.padEnd(13)} ${value}`);
}

const inQuestion = ({ flags }: Application): string => {
  const unmet = (flags?.rules ?? []).filter((rule) => !rule.met).map((rule) => `rule ${rule.ruleId}`);
  const duplicates = (flags?.duplicates ?? []).map((reference) => `possible duplicate of ${reference}`);
  return [...unmet, ...duplicates].join(', ') || '-';
};

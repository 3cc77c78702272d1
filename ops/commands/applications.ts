import { setTimeout as sleep } from 'node:timers/promises';
import { InvokeCommand } from '@aws-sdk/client-lambda';
import { machinesOf } from '../../functions/app/machines.ts';
import { withdrawApplication } from '../../functions/applications/withdraw-application.ts';
import { handOver } from '../../functions/requests/hand-over.ts';
import { eraseApplication } from '../../functions/retention/erase-application.ts';
import {
  emptyReport,
  modestPass,
  type ReconcileReport,
  reconcileOne,
  reconcileRuns,
} from '../../functions/runs/reconcile-runs.ts';
import { redrive as redriveRun } from '../../functions/runs/redrive.ts';
import { readingBy } from '../../functions/shared/database/audit.ts';
import { capabilities } from '../capabilities.ts';
import { Complaint, type Context, confirm, needed } from '../context.ts';
import { applicationOf } from './application-of.ts';
import { executionArns, type Found, runsAbout } from './runs.ts';
import { stuckSubjects } from './scans.ts';

/** `show REFERENCE`: the answers too; the audit keeps who read them. */
export async function show(context: Context, typed: string | undefined): Promise<void> {
  const application = await applicationOf(context, typed, 'show REFERENCE');
  await confirm(context, `Shows the personal data of ${application.reference}; the audit keeps that you read it.`);
  const version = await context.applications.version(application.reference, application.version);
  await recordReading(context, application.reference);
  console.log(JSON.stringify({ application, answers: version?.answers }, null, 2));
}

/** Keeps in the audit that somebody reads personal data of an application. */
export const recordReading = (context: Pick<Context, 'commit' | 'by' | 'now'>, reference: string): Promise<void> =>
  context.commit({
    changes: [],
    events: [{ ...readingBy(context.by, context.now()), subject: reference, type: 'PersonalDataRead' }],
  });

/** `hand REQUEST PERSON` */
export async function hand(context: Context, id: string | undefined, to: string | undefined): Promise<void> {
  const usage = 'hand REQUEST PERSON';
  const request = needed(id, usage);
  const person = needed(to, usage);
  await confirm(context, `${request} goes to ${person}, who is emailed a new link; the old link stops working.`);
  const outcome = await handOver(context, { request, to: person, by: context.by }, context.now());
  if (outcome === 'not-entitled')
    throw new Complaint(`${person} may not hold this request, has it already, or is away.`);
  if (outcome === 'somebody-was-first') throw new Complaint(`${request} is no open request.`);
  console.log(`${request} is with ${person} now.`);
}

/** `cancel REFERENCE --reason TEXT`: withdraws an application on behalf of its applicant. */
export async function cancel(context: Context, typed: string | undefined): Promise<void> {
  const application = await applicationOf(context, typed, 'cancel REFERENCE --reason TEXT');
  const reason = needed(context.flags.reason, 'cancel REFERENCE --reason TEXT');
  await confirm(
    context,
    `${application.reference} (${application.state}) is withdrawn, its open request cancelled, the applicant told.`,
  );
  const { kind } = await withdrawApplication(context, application.reference, context.now(), { by: context.by, reason });
  if (kind === 'not-possible')
    throw new Complaint(`${application.reference} is ${application.state}: there is nothing to cancel.`);
  console.log(`${application.reference} is withdrawn.`);
}

/** `redrive REFERENCE|ROUND|SEAT` or `redrive all`: takes the mark of being stuck away and starts a run. */
export async function redrive(context: Context, typed: string | undefined): Promise<void> {
  const usage = 'redrive REFERENCE|ROUND|SEAT|all';
  const which = typed === 'all' ? await stuckSubjects(context) : await wantingRuns(context, typed, usage);
  await confirm(
    context,
    `${which.length} get a new run, which repeats nothing that is done, or lose the mark where none is needed: ${which.map(({ id }) => id).join(', ')}.`,
  );
  for (const { machine, id } of which) {
    const outcome = await redriveRun(context.commit, machinesOf(context)[machine], id, context.by, context.now());
    if (outcome.kind === 'redriven') console.log(`${outcome.run} is being started.`);
    if (outcome.kind === 'cleared') console.log(`${id} needs no run any more: its mark is taken away.`);
  }
}

async function wantingRuns(context: Context, typed: string | undefined, usage: string): Promise<Found[]> {
  const about = await runsAbout(context, typed, usage);
  if (about.length === 0) throw new Complaint(`There is no application, round or place ${typed}.`);
  const wanting = about.filter(({ run }) => run.inRun || run.stuck);
  if (wanting.length === 0) throw new Complaint(`${typed} is where it should be: it needs no run.`);
  return wanting;
}

/** `erase REFERENCE|LECTURER --reason TEXT`: overwrites the person; what was decided stays, without them. */
export async function erase(context: Context, typed: string | undefined): Promise<void> {
  for (const { erase: eraseOwn } of capabilities) if (typed && (await eraseOwn?.(context, typed))) return;
  const application = await applicationOf(context, typed, 'erase REFERENCE --reason TEXT');
  const reason = needed(context.flags.reason, 'erase REFERENCE --reason TEXT');
  await confirm(
    context,
    `Every answer, name and address of ${application.reference} is overwritten, for good. Events and decisions stay.`,
  );
  await eraseApplication(context, application.reference, { by: context.by, reason }, context.now());
  console.log(`${application.reference} is erased.`);
}

/** `reconcile`: starts a run for every application that needs one and has none, at once. */
export async function reconcile(context: Context, typed: string | undefined): Promise<void> {
  const deps = { ...context, executionArn: await executionArns(context), sleep };
  if (typed) {
    const application = await applicationOf(context, typed, 'reconcile [REFERENCE]');
    const report = emptyReport();
    await reconcileOne(deps, machinesOf(context)['applicant-intake'], application.reference, report, context.now());
    console.log(`${report.restarted + report.started} started.${wordOfTaken(report)}`);
    return;
  }
  await confirm(context, 'Applications that need a run and have none get one; what is due in the outbox goes out.');
  const report = await reconcileRuns(deps, Object.values(machinesOf(context)), context.now(), {
    graceMinutes: 0,
    most: Number.MAX_SAFE_INTEGER,
    aSecond: context.local ? 1000 : modestPass.aSecond,
  });
  await context.lambda.send(new InvokeCommand({ FunctionName: context.named('outbox-sweep') }));
  console.log(
    `${report.looked} need a run; ${report.restarted} started under the next name, ${report.started} started for the first time.${wordOfTaken(report)}`,
  );
}

const wordOfTaken = ({ taken }: ReconcileReport): string =>
  taken > 0 ? ` ${taken} marked as stuck: their run has the name of another's.` : '';

import { DescribeExecutionCommand, ExecutionDoesNotExist, type SFNClient } from '@aws-sdk/client-sfn';
import { Conflict } from '../shared/errors.ts';
import { addMinutes, type Instant } from '../shared/time.ts';
import { type Application, changed, needsRun, runName } from './application.ts';
import { allRunShards } from './applications-table.ts';
import type { Dependencies } from './dependencies.ts';

export interface ReconcileReport {
  looked: number;
  restarted: number;
  started: number;
}

type Needed = Pick<Dependencies, 'applications' | 'commit'> & {
  readonly sfn: SFNClient;
  /** The execution's ARN of a run's name. */
  readonly executionArn: (name: string) => string;
};

/** How many applications one pass looks at in each shard; the longest unchanged first. */
const inOnePass = 250;

/**
 * Starts a run for every application that needs one and has none: after a restart of the local cloud, an aborted or
 * failed execution, a lost start. Open requests and their links stay as they are.
 */
export async function reconcileRuns(deps: Needed, now: Instant, graceMinutes: number): Promise<ReconcileReport> {
  const report: ReconcileReport = { looked: 0, restarted: 0, started: 0 };
  const before = addMinutes(now, -graceMinutes);
  for (const shard of allRunShards) {
    for (const reference of await deps.applications.needingRun(shard, before, inOnePass)) {
      await reconcileOne(deps, reference, report, now);
    }
  }
  return report;
}

export async function reconcileOne(
  deps: Needed,
  reference: string,
  report: ReconcileReport,
  now: Instant,
): Promise<void> {
  const was = await deps.applications.get(reference);
  if (!was || !needsRun(was)) return;
  report.looked += 1;
  const status = await statusOf(deps, runName(was));
  if (status === 'RUNNING') return;
  const next = status === 'MISSING' ? changed(was, now, {}) : changed(was, now, { run: was.run + 1 });
  try {
    await restart(deps, was, next, status, now);
    report[status === 'MISSING' ? 'started' : 'restarted'] += 1;
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
  }
}

const restart = ({ applications, commit }: Needed, was: Application, next: Application, status: string, now: Instant) =>
  commit({
    changes: [applications.save(next, was)],
    events: [
      {
        subject: was.reference,
        type: 'RunStartedAgain',
        by: 'system:reconcile',
        at: now,
        data: { before: runName(was), status, run: runName(next) },
      },
    ],
    outbox: [{ kind: 'start', machine: 'applicant-intake', name: runName(next), reference: was.reference }],
  });

async function statusOf({ sfn, executionArn }: Needed, name: string): Promise<string> {
  try {
    const { status } = await sfn.send(new DescribeExecutionCommand({ executionArn: executionArn(name) }));
    return status ?? 'MISSING';
  } catch (error) {
    if (error instanceof ExecutionDoesNotExist) return 'MISSING';
    throw error;
  }
}

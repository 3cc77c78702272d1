import { DescribeExecutionCommand, ExecutionDoesNotExist, type SFNClient } from '@aws-sdk/client-sfn';
import { Conflict } from '../shared/errors.ts';
import { addMinutes, type Instant, toInstant } from '../shared/time.ts';
import { type Application, changed, needsRun, runName } from './application.ts';
import { allRunShards } from './applications-table.ts';
import type { Dependencies } from './dependencies.ts';

export interface ReconcileReport {
  looked: number;
  restarted: number;
  started: number;
  /** Those that could not be looked at; the others were. */
  failed: { reference: string; error: string }[];
}

type Needed = Pick<Dependencies, 'applications' | 'commit' | 'random'> & {
  readonly sfn: SFNClient;
  /** The execution's ARN of a run's name. */
  readonly executionArn: (name: string) => string;
};

/** How many applications one pass looks at in each shard: DescribeExecution has a quota of its own. */
const inOnePass = 150;

/** How far back a pass may begin, in days: longer than a round lasts. */
const furthestBack = 120;

/**
 * Starts a run for every application that needs one and has none: after a restart of the local cloud, an aborted or
 * failed execution, a lost start. Open requests and their links stay as they are. Where more wait than one pass looks
 * at, each pass begins at another point of time; one that cannot be looked at keeps none of the others.
 */
export async function reconcileRuns(deps: Needed, now: Instant, graceMinutes: number): Promise<ReconcileReport> {
  const report: ReconcileReport = { looked: 0, restarted: 0, started: 0, failed: [] };
  const to = addMinutes(now, -graceMinutes);
  const [first = 0, second = 0] = deps.random(2);
  const share = (first * 256 + second) / 65_536;
  const begin = addMinutes(to, -Math.floor(share * furthestBack * 24 * 60));
  const earliest = toInstant(new Date(0));
  for (const shard of allRunShards) {
    const later = await deps.applications.needingRun(shard, { from: begin, to }, inOnePass);
    const earlier = await deps.applications.needingRun(shard, { from: earliest, to: begin }, inOnePass - later.length);
    for (const reference of new Set([...later, ...earlier])) {
      try {
        await reconcileOne(deps, reference, report, now);
      } catch (error) {
        report.failed.push({ reference, error: error instanceof Error ? error.name : 'unknown' });
      }
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

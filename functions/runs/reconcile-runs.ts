import { Conflict } from '../shared/errors.ts';
import type { RandomBytes } from '../shared/random.ts';
import { addMinutes, type Instant, toInstant } from '../shared/time.ts';
import { type Look, lookAtRun } from './look-at-run.ts';
import { type MarkingDependencies, markStuck, nameTaken } from './mark-stuck.ts';
import { allRunShards, type Runs, runNameOf, startUnder } from './run.ts';

export interface ReconcileReport {
  looked: number;
  restarted: number;
  started: number;
  /** Those whose run's name is that of a run about something else: marked as stuck, and told. */
  taken: number;
  /** Those that could not be looked at; the others were. */
  failed: { reference: string; error: string }[];
}

export interface ReconcileDependencies extends MarkingDependencies, Look {
  readonly random: RandomBytes;
  /** Told of each fault that kept a subject from being looked at. */
  readonly faulted?: (fault: unknown, reference: string) => void;
}

/** How many subjects one pass looks at in each shard of a machine: DescribeExecution has a quota of its own. */
const inOnePass = 150;

/** How far back a pass may begin, in days: longer than a round lasts. */
const furthestBack = 120;

export const emptyReport = (): ReconcileReport => ({ looked: 0, restarted: 0, started: 0, taken: 0, failed: [] });

/**
 * Starts a run for everything that needs one and has none: after a restart of the local cloud, an aborted or failed
 * execution, a lost start. Open requests and their links stay as they are. Where more wait than one pass looks at, each
 * pass begins at another point of time; one that cannot be looked at keeps none of the others.
 */
export async function reconcileRuns(
  deps: ReconcileDependencies,
  machines: readonly Runs[],
  now: Instant,
  graceMinutes: number,
): Promise<ReconcileReport> {
  const report = emptyReport();
  const to = addMinutes(now, -graceMinutes);
  const [first = 0, second = 0] = deps.random(2);
  const share = (first * 256 + second) / 65_536;
  const begin = addMinutes(to, -Math.floor(share * furthestBack * 24 * 60));
  const earliest = toInstant(new Date(0));
  for (const runs of machines) {
    for (const shard of allRunShards) {
      const later = await runs.needing(shard, { from: begin, to }, inOnePass);
      const earlier = await runs.needing(shard, { from: earliest, to: begin }, inOnePass - later.length);
      for (const reference of new Set([...later, ...earlier])) {
        try {
          await reconcileOne(deps, runs, reference, report, now);
        } catch (error) {
          deps.faulted?.(error, reference);
          report.failed.push({ reference, error: error instanceof Error ? error.name : 'unknown' });
        }
      }
    }
  }
  return report;
}

export async function reconcileOne(
  deps: ReconcileDependencies,
  runs: Runs,
  id: string,
  report: ReconcileReport,
  now: Instant,
): Promise<void> {
  const was = await runs.present(id);
  if (!was?.inRun || was.stuck) return;
  report.looked += 1;
  const { status, ofAnother } = await lookAtRun(deps, runs.machine, was.name, id);
  if (ofAnother) {
    report.taken += 1;
    return markStuck(deps, runs, { reference: id, run: was.name, error: nameTaken }, now);
  }
  if (status === 'RUNNING') return;
  const lost = status === 'MISSING';
  const run = lost ? was.run : was.run + 1;
  const name = lost ? was.name : runNameOf(id, run);
  try {
    await deps.commit({
      changes: [was.save({ run, stuck: undefined }, now)],
      events: [
        {
          subject: was.subject,
          type: 'RunStartedAgain',
          by: 'system:reconcile',
          at: now,
          data: { machine: runs.machine, before: was.name, status, run: name },
        },
      ],
      outbox: [startUnder(runs.machine, id, name)],
    });
    report[lost ? 'started' : 'restarted'] += 1;
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
  }
}

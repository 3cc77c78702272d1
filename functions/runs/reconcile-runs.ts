import type { Commit } from '../shared/database/commit.ts';
import { Conflict } from '../shared/errors.ts';
import { addMinutes, type Instant } from '../shared/time.ts';
import { type Look, lookAtRun, type Seen } from './look-at-run.ts';
import { type MarkingDependencies, markStuck, nameTaken } from './mark-stuck.ts';
import type { Position, Progress } from './progress-table.ts';
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
  readonly commit: Commit;
  readonly sleep: (milliseconds: number) => Promise<unknown>;
  /** Where the last pass ended; none, for a pass that looks at everything. */
  readonly progress?: Progress;
  /** Told of each fault that kept a subject from being looked at. */
  readonly faulted?: (fault: unknown, reference: string) => void;
}

export interface Pass {
  /** For how long a subject is left alone after its last change: its start may be under way. */
  readonly graceMinutes: number;
  /** How many subjects are looked at. */
  readonly most: number;
  /** How many in a second, after the first few. */
  readonly aSecond: number;
}

/**
 * DescribeExecution is the account's: 10 a second in Seoul, and 250 at once. A pass takes a part of that and leaves the
 * rest to starts and to operators. https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html
 */
export const modestPass: Pass = { graceMinutes: 10, most: 200, aSecond: 5 };

/** Subjects in one query at most. */
const longestPage = 100;

/** Looks at the beginning of a pass that need no pause between them. */
const atOnce = 50;

export const emptyReport = (): ReconcileReport => ({ looked: 0, restarted: 0, started: 0, taken: 0, failed: [] });

/**
 * Starts a run for everything that needs one and has none: after a restart of the local cloud, an aborted or failed
 * execution, a lost start. Open requests and their links stay as they are. A pass goes on where the last one ended, so
 * that everything is looked at in turn, however much waits; one that cannot be looked at keeps none of the others.
 */
export async function reconcileRuns(
  deps: ReconcileDependencies,
  machines: readonly Runs[],
  now: Instant,
  pass: Pass,
): Promise<ReconcileReport> {
  const report = emptyReport();
  const positions = new Map(Object.entries((await deps.progress?.get()) ?? {}));
  let begun = 0;
  for await (const [runs, reference] of inTurn(machines, addMinutes(now, -pass.graceMinutes), pass.most, positions)) {
    begun += 1;
    if (begun > atOnce) await deps.sleep(1000 / pass.aSecond);
    try {
      await reconcileOne(deps, runs, reference, report, now);
    } catch (error) {
      deps.faulted?.(error, reference);
      report.failed.push({ reference, error: error instanceof Error ? error.name : 'unknown' });
    }
  }
  await deps.progress?.put(Object.fromEntries(positions));
  return report;
}

/** What needs a run, a few of each shard in turn, from where each stands; every subject once. Moves the positions on. */
async function* inTurn(
  machines: readonly Runs[],
  until: Instant,
  most: number,
  positions: Map<string, Position>,
): AsyncGenerator<readonly [Runs, string]> {
  let shards = machines.flatMap((runs) =>
    allRunShards.map((shard) => ({ runs, shard, name: `${runs.machine}/${shard}`, laps: 0, seen: new Set<string>() })),
  );
  // So few that every shard has its turn in every pass.
  const few = Math.min(longestPage, Math.max(1, Math.floor(most / shards.length)));
  let left = most;
  while (shards.length > 0) {
    for (const one of shards) {
      if (left <= 0) return;
      const before = positions.get(one.name);
      const { ids, after } = await one.runs.needing(one.shard, { until, after: before }, Math.min(few, left));
      // From the middle of a shard to its end, and then from its beginning to where the first lap set out.
      if (!before && one.laps === 0) one.laps = 1;
      if (after) positions.set(one.name, after);
      else {
        positions.delete(one.name);
        one.laps += 1;
      }
      const fresh = ids.filter((id) => !one.seen.has(id));
      if (fresh.length < ids.length) one.laps = 2;
      for (const id of fresh) {
        one.seen.add(id);
        left -= 1;
        yield [one.runs, id];
      }
    }
    shards = shards.filter(({ laps }) => laps < 2);
  }
}

/** Looks at one subject; `seen` is what somebody knows of its run already. */
export async function reconcileOne(
  deps: ReconcileDependencies,
  runs: Runs,
  id: string,
  report: ReconcileReport,
  now: Instant,
  seen?: Seen & { readonly name: string },
): Promise<void> {
  const was = await runs.present(id);
  if (!was?.inRun || was.stuck || (seen && seen.name !== was.name)) return;
  report.looked += 1;
  const { status, ofAnother } = seen ?? (await lookAtRun(deps, runs.machine, was.name, id));
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

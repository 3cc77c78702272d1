import type { Commit } from '../shared/commit.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import { type Runs, runNameOf, startOf } from './run.ts';

/** Gives what is stuck, or whose run is to be started anew, its next run. */
export async function redrive(
  commit: Commit,
  runs: Runs,
  id: string,
  by: string,
  now: Instant,
): Promise<{ readonly kind: 'redriven'; readonly run: string } | { readonly kind: 'not-needed' }> {
  return decideAgainOnConflict(async () => {
    const was = await runs.present(id);
    if (!was?.inRun) return { kind: 'not-needed' };
    const run = was.run + 1;
    await commit({
      changes: [was.save({ run, stuck: undefined }, now)],
      events: [
        {
          subject: was.subject,
          type: 'RunRedriven',
          by,
          at: now,
          data: {
            machine: runs.machine,
            before: was.name,
            run: runNameOf(id, run),
            ...(was.stuck && { error: was.stuck.error }),
          },
        },
      ],
      outbox: [startOf(runs.machine, id, run)],
    });
    return { kind: 'redriven', run: runNameOf(id, run) };
  });
}

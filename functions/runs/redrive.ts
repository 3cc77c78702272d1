import type { Commit } from '../shared/database/commit.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import { type Runs, runNameOf, startOf } from './run.ts';

export type RedriveOutcome =
  | { readonly kind: 'redriven'; readonly run: string }
  /** It needs no run any more: only its mark of a run that failed afterwards is gone. */
  | { readonly kind: 'cleared' }
  | { readonly kind: 'not-needed' };

/** Gives what is stuck, or whose run is to be started anew, its next run. */
export async function redrive(
  commit: Commit,
  runs: Runs,
  id: string,
  by: string,
  now: Instant,
): Promise<RedriveOutcome> {
  return decideAgainOnConflict(async () => {
    const was = await runs.present(id);
    if (!was || !(was.inRun || was.stuck)) return { kind: 'not-needed' };
    const run = was.inRun ? was.run + 1 : was.run;
    const name = runNameOf(id, run);
    await commit({
      changes: [was.save({ run, stuck: undefined }, now)],
      events: [
        {
          subject: was.subject,
          type: was.inRun ? 'RunRedriven' : 'StuckMarkCleared',
          by,
          at: now,
          data: {
            machine: runs.machine,
            before: was.name,
            ...(was.inRun && { run: name }),
            ...(was.stuck && { error: was.stuck.error }),
          },
        },
      ],
      outbox: was.inRun ? [startOf(runs.machine, id, run)] : [],
    });
    return was.inRun ? { kind: 'redriven', run: name } : { kind: 'cleared' };
  });
}

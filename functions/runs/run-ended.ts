import * as z from 'zod';
import type { Instant } from '../shared/time.ts';
import { subjectIn } from './look-at-run.ts';
import { type ReconcileDependencies, type ReconcileReport, reconcileOne } from './reconcile-runs.ts';
import type { Runs } from './run.ts';

/** https://docs.aws.amazon.com/step-functions/latest/dg/eventbridge-integration.html */
const eventSchema = z.object({
  source: z.literal('aws.states'),
  detail: z.object({
    stateMachineArn: z.string(),
    name: z.string(),
    status: z.enum(['FAILED', 'TIMED_OUT', 'ABORTED']),
    /** Milliseconds since 1970. */
    startDate: z.number(),
    stopDate: z.number().nullish(),
    /** Left out if it is very long, which none of ours is. */
    input: z.string().nullish(),
  }),
});

export type RunEnded = z.infer<typeof eventSchema>['detail'];

/** What an event tells of a run that ended badly; nothing, if it is no such event. */
export const runEnded = (event: unknown): RunEnded | undefined => eventSchema.safeParse(event).data?.detail;

/**
 * Minutes that a run has lasted at least, to be started again as soon as it ended. What fails at once would fail again at
 * once, in a circle: the clock's passes have a grace.
 */
const leastMinutes = 10;

/** What becomes of the subject of a run that ended badly, without asking for its status once more. */
export async function reconcileEnded(
  deps: ReconcileDependencies,
  runsOf: (stateMachineArn: string) => Runs | undefined,
  { stateMachineArn, name, status, startDate, stopDate, input }: RunEnded,
  report: ReconcileReport,
  now: Instant,
): Promise<void> {
  const runs = runsOf(stateMachineArn);
  const reference = subjectIn(input ?? undefined);
  const lasted = (stopDate ?? Date.parse(now)) - startDate;
  if (!runs || !reference || lasted < leastMinutes * 60_000) return;
  await reconcileOne(deps, runs, reference, report, now, { name, status, ofAnother: false });
}

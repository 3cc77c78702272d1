import type { Reading } from '../../ops/context.ts';
import { readRun } from '../../ops/runs/read-run.ts';
import { retryingNow } from '../../ops/runs/retrying.ts';
import { type Trouble, triesText } from '../../ops/runs/trouble.ts';
import { time } from './html.ts';
import type { RoundRuns } from './subjects.ts';

/** Of how many failed runs, and of how many that are tried again, it is said why: each is some calls. */
const most = 10;

/** What a run fails of, in a line for a list. */
const troubleText = (trouble: Trouble): string =>
  `${trouble.over ? 'failed in' : 'being tried again:'} “${trouble.state}”, ${trouble.error}, ${triesText(trouble, time)}`;

/** Why runs of a list fail, by their ARNs: those that have failed, and those of which a step is tried again. */
export async function whyRunsFail(
  reading: Reading,
  rounds: readonly RoundRuns[],
): Promise<ReadonlyMap<string, string>> {
  const failed = rounds
    .flatMap(({ of }) => of)
    .filter(({ present: { status } }) => status === 'FAILED' || status === 'TIMED_OUT')
    .slice(0, most);
  const [ended, retrying] = await Promise.all([
    Promise.all(failed.map(({ present }) => readRun(reading.sfn, present.arn))),
    // Told by the log, which may be away: the list is there all the same.
    retryingNow(reading, most).catch(() => []),
  ]);
  const runs = [...ended, ...retrying.map(({ run }) => run)];
  return new Map(runs.flatMap((run) => (run?.trouble ? [[run.arn, troubleText(run.trouble)] as const] : [])));
}

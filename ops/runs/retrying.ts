import { machineNames, machinesOf } from '../../functions/app/machines.ts';
import type { MachineName } from '../../functions/shared/names.ts';
import { executionArns } from '../commands/runs.ts';
import type { Reading } from '../context.ts';
import { stepIn } from '../logs/log-line.ts';
import { faultPattern, functionsWithLogs, logEvents } from '../logs/read-logs.ts';
import { type RunRead, readRun } from './read-run.ts';

/** Within this time a step that is being tried again has failed once more. */
const longestPauseMs = 5 * 60_000;

/** Something of which a step has failed a short time ago and is tried again, with its run. */
export interface Retrying {
  readonly id: string;
  readonly machine: MachineName;
  readonly run: RunRead;
}

/** What is being tried again at the moment, as far as the log names it: so many at most, the newest. */
export async function retryingNow(context: Reading, most: number): Promise<readonly Retrying[]> {
  const arnOf = await executionArns(context);
  const prefix = context.named('');
  const since = Date.parse(context.now()) - longestPauseMs;
  const functions = (await functionsWithLogs(context.logs, prefix)).filter((name) => name.endsWith('-tasks'));
  const events = await Promise.all(
    functions.map((name) => logEvents(context.logs, prefix, name, { since, filterPattern: faultPattern })),
  );
  const failed = new Map(
    events
      .flat()
      .map(stepIn)
      .filter((step) => step !== undefined),
  );
  const found = await Promise.all(
    [...failed].slice(-most).map(async ([name, id]) => {
      const machines = machinesOf(context);
      for (const machine of machineNames) {
        const present = await machines[machine].present(id).catch(() => undefined);
        if (present?.stuck || (present && present.name !== name)) continue;
        const run = await readRun(context.sfn, arnOf(machine, name));
        if (run?.trouble && !run.trouble.over) return [{ id, machine, run }];
      }
      return [];
    }),
  );
  return found.flat();
}

import { machineNames, machinesOf } from '../../functions/app/machines.ts';
import type { MachineName } from '../../functions/shared/names.ts';
import type { Reading, Row } from '../context.ts';
import { stepIn } from '../logs/log-line.ts';
import { faultPattern, functionsWithLogs, logEvents } from '../logs/read-logs.ts';
import { printRows } from '../print-rows.ts';
import { consoleAddress } from '../runs/console-address.ts';
import { type RunRead, readRun } from '../runs/read-run.ts';
import { troubleRows } from '../runs/trouble-rows.ts';
import { executionArns } from './runs.ts';
import { stuckSubjects } from './scans.ts';

/**
 * Of how many it is told why, the newest: each is some calls of Step Functions and of the log. The others are lines, and
 * `find` tells of each.
 */
const mostTold = 10;

/** Within this time a step that is being tried again has failed once more. */
const longestPauseMs = 5 * 60_000;

/** `stuck`: what a fault has stopped, the longest ago first, and what fails at the moment and is being tried again. */
export async function stuck(context: Reading): Promise<void> {
  const arnOf = await executionArns(context);
  const found = await stuckSubjects(context);
  for (const [index, { machine, id, state, stuck: why }] of found.entries()) {
    console.log(`${id}  ${machine}  ${state}  ${why.error}  ${why.at}`);
    const run = index >= found.length - mostTold ? await readRun(context.sfn, arnOf(machine, why.step)) : undefined;
    if (run) await printWhy(context, run, id);
  }
  const retrying = await retryingNow(context, arnOf);
  for (const { id, machine, run } of retrying) {
    console.log(`${id}  ${machine}  being tried again`);
    await printWhy(context, run, id);
  }
  console.log(`${found.length} stuck${retrying.length > 0 ? `, ${retrying.length} being tried again` : ''}.`);
}

async function printWhy(context: Reading, run: RunRead, id: string): Promise<void> {
  const rows: Row[] = [['console', consoleAddress(run.arn, context.local)], ...(await troubleRows(context, run, id))];
  printRows(rows.map(([name, value]): Row => [`  ${name}`, value]));
}

interface Retrying {
  readonly id: string;
  readonly machine: MachineName;
  readonly run: RunRead;
}

/** Runs of which a step has failed a short time ago and is tried again: those that the log names. */
async function retryingNow(
  context: Reading,
  arnOf: (machine: string, name: string) => string,
): Promise<readonly Retrying[]> {
  const prefix = context.named('');
  const since = Date.parse(context.now()) - longestPauseMs;
  const functions = (await functionsWithLogs(context.logs, prefix)).filter((name) => name.endsWith('-tasks'));
  const events = await Promise.all(
    functions.map((name) => logEvents(context.logs, prefix, name, { since, filterPattern: faultPattern })),
  );
  const failed = new Map(events.flat().flatMap((event) => stepIn(event) ?? []));
  const found = await Promise.all(
    [...failed].slice(-mostTold).map(async ([name, id]) => {
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

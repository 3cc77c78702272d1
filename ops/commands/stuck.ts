import type { Reading, Row } from '../context.ts';
import { printRows } from '../print-rows.ts';
import { consoleAddress } from '../runs/console-address.ts';
import { type RunRead, readRun } from '../runs/read-run.ts';
import { retryingNow } from '../runs/retrying.ts';
import { stuckRows, troubleRows } from '../runs/trouble-rows.ts';
import { executionArns } from './runs.ts';
import { stuckSubjects } from './scans.ts';

/**
 * Of how many the run and its log are read, the newest: each is some calls of Step Functions and of the log. Of the
 * others it is told what they were marked with, and the command that shows their log.
 */
const maxTold = 10;

/** `stuck`: what a fault has stopped, the longest ago first, and what fails at the moment and is being tried again. */
export async function stuck(context: Reading): Promise<void> {
  const arnOf = await executionArns(context);
  const found = await stuckSubjects(context);
  for (const [index, { machine, id, state, stuck: why }] of found.entries()) {
    console.log(`${id}  ${machine}  ${state}  ${why.error}  ${why.at}`);
    const run = index >= found.length - maxTold ? await readRun(context.sfn, arnOf(machine, why.step)) : undefined;
    if (run?.trouble) await printWhy(context, run, id);
    else printInset(stuckRows(why, id, context.stageName));
  }
  const retrying = await retryingNow(context, maxTold);
  for (const { id, machine, run } of retrying) {
    console.log(`${id}  ${machine}  being tried again`);
    await printWhy(context, run, id);
  }
  console.log(`${found.length} stuck${retrying.length > 0 ? `, ${retrying.length} being tried again` : ''}.`);
}

async function printWhy(context: Reading, run: RunRead, id: string): Promise<void> {
  printInset([['console', consoleAddress(run.arn, context.local)], ...(await troubleRows(context, run, id))]);
}

const printInset = (rows: readonly Row[]): void => printRows(rows.map(([name, value]): Row => [`  ${name}`, value]));

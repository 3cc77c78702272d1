import type { Stuck } from '../../functions/runs/run.ts';
import { opsCommand } from '../../functions/shared/ops-command.ts';
import { formatInstant } from '../../functions/shared/time.ts';
import type { Reading, Row } from '../context.ts';
import type { RunRead } from './read-run.ts';
import { stepLines } from './step-lines.ts';
import { type Trouble, triesText } from './trouble.ts';

const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Seoul', timeStyle: 'medium' });

/** A moment of today or yesterday, for a terminal. */
export const shortTime = (at: number): string => `${clock.format(at)} KST`;

/** What whoever sees the trouble does about it. */
export const remedy = ({ over }: Trouble, id: string, stage: string): string =>
  over
    ? `once the cause is mended: ${opsCommand(`redrive ${id}`, stage)}`
    : `nothing yet, it is tried again by itself; what it logs: ${opsCommand(`logs ${id}`, stage)}`;

/** The failed state of a run, its error, which try, the last lines that the step logged, and what to do. */
export async function troubleRows(
  context: Pick<Reading, 'logs' | 'named' | 'stageName'>,
  { trouble }: Pick<RunRead, 'trouble'>,
  about: string,
): Promise<Row[]> {
  if (!trouble) return [];
  const lines = await stepLines(context, { about, since: trouble.since, function: trouble.function });
  return [
    [trouble.over ? 'failed in' : 'failing in', `"${trouble.state}", since ${shortTime(trouble.since)}`],
    ['error', `${trouble.error}, at ${shortTime(trouble.at)}`],
    ['tries', triesText(trouble, shortTime)],
    ...(lines.length === 0 ? ([['logged', nothingLogged(about, context.stageName)]] as const) : []),
    ...lines.map((line, index): Row => [index === 0 ? 'logged' : '', line.replaceAll('\n', `\n${' '.repeat(14)}`)]),
    ['do', remedy(trouble, about, context.stageName)],
  ];
}

const nothingLogged = (id: string, stage: string): string =>
  `nothing of it; all of it: ${opsCommand(`logs ${id}`, stage)}`;

/**
 * What something stuck was marked with, where its run tells nothing: it was never started, another has its name, or
 * it is too long ago.
 */
export const stuckRows = ({ error, at, state, tries }: Stuck, id: string, stage: string): Row[] => [
  ['failed in', state === undefined ? 'no state: the run was not started' : `"${state}"`],
  ['error', `${error}, at ${formatInstant(at, 'en')}`],
  ['tries', tries === undefined ? 'not counted' : `${tries}, the last in vain`],
  ['logged', opsCommand(`logs ${id}`, stage)],
  ['do', `once the cause is mended: ${opsCommand(`redrive ${id}`, stage)}`],
];

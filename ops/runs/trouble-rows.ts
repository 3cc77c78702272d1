import type { Reading, Row } from '../context.ts';
import type { RunRead } from './read-run.ts';
import { stepLines } from './step-lines.ts';
import { type Trouble, triesText } from './trouble.ts';

const clock = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Seoul', timeStyle: 'medium' });

/** A moment of today or yesterday, for a terminal. */
export const shortTime = (at: number): string => `${clock.format(at)} KST`;

/** What to type: of a stage that is not the local one, with its name. */
export const opsCommand = (words: string, stage: string): string =>
  `npm run ops -- ${words}${stage === 'local' ? '' : ` --stage ${stage}`}`;

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
    ...lines.map((line, index): Row => [index === 0 ? 'logged' : '', line.replaceAll('\n', `\n${' '.repeat(14)}`)]),
    ['do', remedy(trouble, about, context.stageName)],
  ];
}

import type { CloudWatchLogsClient } from '@aws-sdk/client-cloudwatch-logs';
import { root } from '../../local/paths.ts';
import { formatEvent, isRoutine } from '../logs/log-line.ts';
import { logEvents } from '../logs/read-logs.ts';

/** Lines of a step that are shown, the last ones. */
const most = 4;

/** What the function of a step logged about a subject since a moment, the newest last, as a terminal shows it. */
export async function stepLines(
  { logs, named }: { readonly logs: CloudWatchLogsClient; readonly named: (name: string) => string },
  { about, since, ...step }: { readonly about: string; readonly since: number; readonly function: string | undefined },
): Promise<string[]> {
  const prefix = named('');
  const name = step.function?.replace(prefix, '');
  if (name === undefined) return [];
  const filterPattern = `"${about.replaceAll('"', '')}"`;
  const found = await logEvents(logs, prefix, name, { since, filterPattern });
  const lines = found
    .filter((event) => event.message.includes(about) && !isRoutine(event))
    .map((event) => formatEvent(event, root));
  return lastOfEach(lines).slice(-most);
}

/** The same line again and again, but for its time, is told once, as it came last. */
export const lastOfEach = (lines: readonly string[]): string[] =>
  lines.filter((line, index) => !lines.slice(index + 1).some((later) => untimed(later) === untimed(line)));

const untimed = (line: string): string => line.replace(/^[\d:]+ /u, '');

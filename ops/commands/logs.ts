import { parseReference } from '../../functions/shared/references.ts';
import { root } from '../../local/paths.ts';
import { Complaint, type Context } from '../context.ts';
import { formatEvent, isFault, isRoutine, type LogEvent } from '../logs/log-line.ts';
import { faultPattern, functionsWithLogs, logEvents } from '../logs/read-logs.ts';

const hourMs = 60 * 60 * 1000;

/** Lines shown at most, the newest; the first line says so. */
const most = 400;

/**
 * `logs`: the faults of all functions; `logs REFERENCE` (or any other id): every line that names it; `logs FUNCTION`:
 * every line of it, or of all whose name begins so. Of the last 24 hours, or `--hours`.
 */
export async function logs(context: Context, about: string | undefined): Promise<void> {
  const hours = Number(context.flags.hours ?? 24);
  if (!(hours > 0)) throw new Complaint('--hours is a number of hours.');
  const since = Date.parse(context.now()) - hours * hourMs;
  const client = context.logs;
  const prefix = context.named('');
  const all = await functionsWithLogs(client, prefix);
  if (all.length === 0) throw new Complaint(`There is no log of ${prefix}*: is the stage deployed?`);
  const own = about === undefined ? [] : all.filter((name) => name.startsWith(about.replace(prefix, '')));
  const id = about === undefined || own.length > 0 ? undefined : (parseReference(about) ?? about);
  const wanted = ({ function: name, message }: LogEvent): boolean =>
    id !== undefined ? message.includes(id) : own.includes(name) ? !isRoutine({ message }) : isFault({ message });
  const filterPattern = id !== undefined ? `"${id.replaceAll('"', '')}"` : own.length > 0 ? undefined : faultPattern;
  const lists = await Promise.all(
    (own.length > 0 ? own : all).map((name) => logEvents(client, prefix, name, { since, filterPattern })),
  );
  const found = lists
    .flat()
    .filter(wanted)
    .sort((a, b) => a.at - b.at);
  const what = id ?? (own.length > 0 ? own.join(', ') : 'faults');
  const left = found.length > most ? `, the last ${most} shown` : '';
  console.log(`${what}: ${found.length} lines in the last ${hours} hours${left}`);
  for (const event of found.slice(-most)) console.log(formatEvent(event, root));
}

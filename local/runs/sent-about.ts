import { readMany } from '../../functions/shared/database/read-many.ts';
import { scan } from '../../ops/commands/scans.ts';
import type { Reading } from '../../ops/context.ts';
import { aboutOf, newestFirst, type StoredEntry, storedEntry } from './stored-entry.ts';
import { subjectOf } from './subjects.ts';

/**
 * What was, or is to be, sent about something or about its requests, the newest first. The table has no index for it.
 * @param names what runs call it, and what the audit does
 */
export async function sentAbout(
  { db, tables, requests }: Pick<Reading, 'db' | 'tables' | 'requests'>,
  names: readonly string[],
  most: number,
): Promise<StoredEntry[]> {
  const asked = await Promise.all([...new Set(names)].map((name) => requests.ofSubject(name)));
  const about = new Set([...names, ...asked.flat()]);
  const entries = (await scan(db, tables.OUTBOX_TABLE)).map(storedEntry);
  const resumed = await subjectsResumed({ db, tables }, entries);
  return entries
    .filter((entry) => [...idsOf(entry), ...(resumed.get(entry.id) ?? [])].some((id) => about.has(id)))
    .sort(newestFirst)
    .slice(0, most);
}

function idsOf(entry: StoredEntry): readonly string[] {
  const { message } = entry;
  if (message?.kind === 'mail')
    return [...Object.values(message.ids).flat(), ...Object.values(message.to).flatMap((id) => id ?? [])];
  return message?.kind === 'start' ? [message.reference] : [aboutOf(entry)];
}

/** What the runs are about that entries resume, by the ids of the entries: whoever answers may be told of elsewhere. */
async function subjectsResumed(
  { db, tables }: Pick<Reading, 'db' | 'tables'>,
  entries: readonly StoredEntry[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const resumptions = entries.flatMap(({ id, message }) =>
    message?.kind === 'resume' ? [{ id, callback: message.callback }] : [],
  );
  const keys = resumptions.map(({ callback }) => ({
    table: tables.REQUESTS_TABLE,
    key: { pk: `callback#${callback}` },
  }));
  const callbacks = await readMany(db, keys);
  return new Map(
    resumptions.map(({ id }, index) => {
      const run = callbacks[index]?.run;
      return [id, typeof run === 'string' ? [subjectOf(run)] : []];
    }),
  );
}

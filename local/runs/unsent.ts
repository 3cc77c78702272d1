import { opsCommand } from '../../functions/shared/ops-command.ts';
import { pagesOf } from '../../ops/audit/table-pages.ts';
import type { Reading } from '../../ops/context.ts';
import { stepLines } from '../../ops/runs/step-lines.ts';
import { aboutOf, newestFirst, type StoredEntry, storedEntry, toWhom, whatOf, whenOf } from './stored-entry.ts';
import { matches, type RoundRuns } from './subjects.ts';

/** A mail, a start or a resumption that was given up: no run fails of a mail, so that no run tells of it. */
export interface Unsent {
  readonly what: string;
  /** To whom, by the kind and id: no address. */
  readonly to: string;
  /** What runs are found by, if it is about such a thing. */
  readonly about: string;
  readonly error: string;
  readonly tries: string;
  readonly at: string;
  /** The last lines that were logged of it. */
  readonly lines: readonly string[];
  /** What to type. */
  readonly remedy: string;
}

const senders = ['outbox-dispatch', 'outbox-sweep'] as const;

/** Those of some entries that were given up, each with why and with what to do. */
export const unsentOf = (
  reading: Pick<Reading, 'logs' | 'named' | 'stageName'>,
  entries: readonly StoredEntry[],
): Promise<Unsent[]> =>
  Promise.all(
    entries
      .filter(({ state }) => state === 'FAILED')
      .map(async (entry): Promise<Unsent> => {
        const { id, attempts, createdAt, note, message } = entry;
        const since = Date.parse(createdAt) || 0;
        const logged = await Promise.all(
          senders.map((sender) => stepLines(reading, { about: id, since, function: sender }).catch(() => [])),
        );
        return {
          what: whatOf(entry),
          to: toWhom(entry),
          about: aboutOf(entry),
          error: note,
          tries: `try ${attempts}, the last`,
          at: whenOf(entry),
          lines: logged.flat(),
          remedy: message
            ? `once the cause is mended: ${opsCommand(`resend ${id}`, reading.stageName)}`
            : `nothing of it could be sent; what is known of it: ${opsCommand(`find ${id}`, reading.stageName)}`,
        };
      }),
  );

/** Of how many it is told on the list: the newest. */
const most = 5;

/**
 * What was given up lately, about whatever was searched for. The table has no index for it.
 * @param rounds what has runs and was found by the same search: what belongs to a round is found by it
 */
export async function unsentLately(
  reading: Pick<Reading, 'db' | 'logs' | 'named' | 'stageName'> & {
    readonly tables: Pick<Reading['tables'], 'OUTBOX_TABLE'>;
  },
  search: string,
  rounds: readonly RoundRuns[] = [],
): Promise<Unsent[]> {
  const found: StoredEntry[] = [];
  const failed = {
    FilterExpression: '#state = :failed',
    ExpressionAttributeNames: { '#state': 'state' },
    ExpressionAttributeValues: { ':failed': 'FAILED' },
  };
  for await (const page of pagesOf(reading.db, reading.tables.OUTBOX_TABLE, failed)) {
    found.push(...page.map(storedEntry));
  }
  const roundOf = new Map(rounds.flatMap(({ roundId, of }) => of.map(({ subject }) => [subject, roundId] as const)));
  const wanted = found.filter((entry) => matches(search.trim(), entry.id, roundOf.get(aboutOf(entry))));
  return unsentOf(reading, wanted.sort(newestFirst).slice(0, most));
}

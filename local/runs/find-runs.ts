import { ListStateMachinesCommand, paginateListExecutions } from '@aws-sdk/client-sfn';
import { readMany } from '../../functions/shared/database/read-many.ts';
import type { Reading } from '../../ops/context.ts';
import { referencesWith } from '../../ops/references-with.ts';
import { byRound, bySubject, isReference, type ListedRun, matches, type RoundRuns, roundInName } from './subjects.ts';

/** Runs of a machine that are read at most, the newest. */
const most = 3000;

/** All runs of the stage's machines, the newest of each. */
export async function allRuns({ sfn, named }: Pick<Reading, 'sfn' | 'named'>): Promise<ListedRun[]> {
  const prefix = named('');
  const { stateMachines = [] } = await sfn.send(new ListStateMachinesCommand({ maxResults: 1000 }));
  const own = stateMachines.filter(({ name }) => name?.startsWith(prefix));
  const lists = await Promise.all(
    own.map(async ({ stateMachineArn, name = '' }) => {
      const found: ListedRun[] = [];
      for await (const page of paginateListExecutions({ client: sfn }, { stateMachineArn, maxResults: 1000 })) {
        for (const one of page.executions ?? []) {
          found.push({
            arn: one.executionArn ?? '',
            machine: name.slice(prefix.length),
            name: one.name ?? '',
            status: one.status ?? 'UNKNOWN',
            startedAt: one.startDate?.getTime() ?? 0,
            stoppedAt: one.stopDate?.getTime(),
          });
        }
        if (found.length >= most) break;
      }
      return found;
    }),
  );
  return lists.flat();
}

/** The round of each application, read as it is stored: one that is unreadable otherwise is found all the same. */
async function roundsOf(
  { db, tables }: Pick<Reading, 'db' | 'tables'>,
  references: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const keys = references.map((pk) => ({ table: tables.APPLICATIONS_TABLE, key: { pk, sk: 'application' } }));
  const items = await readMany(db, keys);
  return new Map(
    items.flatMap((item): [string, string][] =>
      typeof item?.roundId === 'string' ? [[String(item.pk), item.roundId]] : [],
    ),
  );
}

/** What has runs, by rounds: all of it, or what was searched for by references, rounds or seats. */
export async function findRuns(reading: Reading, search: string): Promise<RoundRuns[]> {
  const subjects = bySubject(await allRuns(reading));
  const references = [...new Set(subjects.map(({ subject }) => subject).filter(isReference))];
  const known = await roundsOf(reading, references);
  const rounds = byRound(subjects, (one) => roundInName(one) ?? known.get(one.subject));
  return rounds.flatMap(({ roundId, of }) => {
    const found = of.filter(({ subject }) => matches(search.trim(), subject, roundId));
    return found.length > 0 ? [{ roundId, of: found }] : [];
  });
}

/** What to search for in place of an e-mail address: the references of whoever applied with it in a round with runs. */
export async function withoutAddress(reading: Reading, typed: string): Promise<string> {
  const search = typed.trim();
  if (!search.includes('@')) return search;
  const rounds = (await findRuns(reading, '')).map(({ roundId }) => roundId).filter((roundId) => roundId !== '');
  return (await referencesWith(reading, search, rounds)).join(' ');
}

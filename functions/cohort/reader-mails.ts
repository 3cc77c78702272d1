import type { OutboxDraft } from '../outbox/entry.ts';
import type { Person } from '../people/person.ts';
import { viewOfCohort } from './cohort-link.ts';
import type { Dependencies } from './dependencies.ts';

/** The mail with somebody's link to the list of a confirmed cohort, if they were mailed it or look after it. */
export async function readerMails(
  { rounds, statistics }: Pick<Dependencies, 'rounds' | 'statistics'>,
  { person, roundId }: { readonly person: Person; readonly roundId: string },
): Promise<OutboxDraft[]> {
  const [counted, round] = await Promise.all([statistics.get(roundId), rounds.current(roundId)]);
  if (!counted || !round || !viewOfCohort(person, round, counted)) return [];
  return [{ kind: 'mail', template: 'cohort-confirmed', to: { person: person.id }, ids: { round: roundId } }];
}

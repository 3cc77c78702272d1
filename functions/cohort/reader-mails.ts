import type { OutboxDraft } from '../outbox/entry.ts';
import type { Person } from '../people/person.ts';
import { cohortViewOf } from './cohort-link.ts';
import type { Dependencies } from './dependencies.ts';

/** The mail with somebody's link to the list of a cohort that is confirmed. */
export async function readerMails(
  { statistics }: Pick<Dependencies, 'statistics'>,
  { person, roundId }: { readonly person: Person; readonly roundId: string },
): Promise<OutboxDraft[]> {
  if (!cohortViewOf(person) || !(await statistics.get(roundId))) return [];
  return [{ kind: 'mail', template: 'cohort-confirmed', to: { person: person.id }, ids: { round: roundId } }];
}

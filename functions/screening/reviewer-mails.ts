import type { OutboxDraft } from '../outbox/entry.ts';
import type { Person } from '../people/person.ts';
import type { Dependencies } from './dependencies.ts';

/** The mail with the link to somebody's list of reviews, if they have one in a round and any of them is open. */
export async function reviewerMails(
  { screenings }: Pick<Dependencies, 'screenings'>,
  { person, roundId }: { readonly person: Person; readonly roundId: string },
): Promise<OutboxDraft[]> {
  if (!person.roles.includes('reviewer')) return [];
  const reviews = await screenings.reviewsOf({ roundId, person: person.id });
  if (!reviews.some(({ state }) => state === 'OPEN')) return [];
  return [{ kind: 'mail', template: 'reviews-assigned', to: { person: person.id }, ids: { round: roundId } }];
}

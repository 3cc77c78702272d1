import type { Ports } from '../applications/dependencies.ts';
import type { Person } from '../people/person.ts';
import { isAwayUntil } from '../reviewers/absence.ts';
import type { Instant } from '../shared/time.ts';
import type { Dependencies } from './dependencies.ts';
import { endReview } from './end-review.ts';

/**
 * Ends what somebody has open in a round and cannot do any more: all of it, if they are no longer a reviewer, else
 * what is due before they are back, and what has come to concern their own. Others are asked, as for a review that was
 * declined. Done again, it ends nothing more.
 * @returns how many reviews it ended
 */
export async function endOpenReviews(
  deps: Pick<Dependencies & Ports, 'people' | 'screenings' | 'requests' | 'interestsIn' | 'commit'>,
  given: { readonly roundId: string; readonly person: string; readonly by: string },
  now: Instant,
): Promise<number> {
  const person = await deps.people.get(given.person);
  const reviews = await deps.screenings.reviewsOf(given);
  let ended = 0;
  for (const { id } of reviews.filter(({ state }) => state === 'OPEN')) {
    const request = await deps.requests.get(id);
    const interested = request && person && (await deps.interestsIn(request)(person)) === 'surely';
    const why = request && (hindrance(person, request.dueAt, now) ?? (interested ? 'interest' : undefined));
    if (!why) continue;
    const { kind } = await endReview(deps, id, { how: 'unassign', by: given.by, why }, now);
    if (kind === 'ended') ended += 1;
  }
  return ended;
}

/** Why somebody cannot do a review that is open until then; nothing if they can. */
export function hindrance(person: Person | undefined, dueAt: Instant, now: Instant): 'left' | 'away' | undefined {
  if (!person?.roles.includes('reviewer')) return 'left';
  return isAwayUntil(person, dueAt, now) ? 'away' : undefined;
}

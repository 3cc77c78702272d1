import type { Ports } from '../applications/dependencies.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import type { Dependencies } from './dependencies.ts';
import { endOpenReviews } from './end-open-reviews.ts';
import { giveNews } from './review-case.ts';

type Needed = Pick<Dependencies & Ports, 'people' | 'screenings' | 'requests' | 'selection' | 'interestsIn' | 'commit'>;

/**
 * What it means for the reviews of a round that these people were loaded: how many reviews somebody else is asked for
 * now, and for how many applications a reviewer is sought again.
 */
export async function followReviewers(
  deps: Needed,
  { roundId, people, by }: { readonly roundId: string; readonly people: readonly string[]; readonly by: string },
  now: Instant,
): Promise<{ readonly ended: number; readonly seeking: number }> {
  if (!(await deps.selection.of(roundId))?.reviewing) return { ended: 0, seeking: 0 };
  let ended = 0;
  for (const person of people) ended += await endOpenReviews(deps, { roundId, person, by }, now);
  return { ended, seeking: await seekReviewersAgain(deps, { roundId, by }, now) };
}

/** References read at a time. */
const inOneRead = 100;

/**
 * Lets all screenings of a round that lack a reviewer look for one again.
 * @returns how many they are
 */
async function seekReviewersAgain(
  deps: Pick<Dependencies, 'screenings' | 'commit'>,
  given: { readonly roundId: string; readonly by: string },
  now: Instant,
): Promise<number> {
  const references = await deps.screenings.openIn(given.roundId);
  let seeking = 0;
  for (let from = 0; from < references.length; from += inOneRead) {
    const some = await deps.screenings.many(references.slice(from, from + inOneRead));
    for (const { reference, short } of some) {
      if (short && (await seekAgain(deps, reference, given.by, now))) seeking += 1;
    }
  }
  return seeking;
}

const seekAgain = (
  { screenings, commit }: Pick<Dependencies, 'screenings' | 'commit'>,
  reference: string,
  by: string,
  now: Instant,
): Promise<boolean> =>
  decideAgainOnConflict(async () => {
    const was = await screenings.get(reference);
    if (was?.state !== 'REVIEWING' || !was.short) return false;
    const told = giveNews(screenings, was, now, { short: undefined });
    await commit({
      changes: [told.change],
      events: [{ subject: reference, type: 'ReviewerSoughtAgain', by, at: now }],
      outbox: told.outbox,
    });
    return true;
  }, tries.contested);

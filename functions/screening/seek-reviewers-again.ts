import { decideAgainOnConflict } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import type { Dependencies } from './dependencies.ts';
import { giveNews } from './review-case.ts';

/** References read at a time. */
const inOneRead = 100;

/**
 * Lets all screenings of a round that lack a reviewer look for one again.
 * @returns how many they are
 */
export async function seekReviewersAgain(
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

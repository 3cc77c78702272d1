import type { Dependencies } from '../app/dependencies.ts';
import { linkGenerationOf } from '../people/person.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { mailAnew } from './mail-anew.ts';

/**
 * Takes back every link that was ever mailed to one of the staff, and mails new ones to all that is open to them.
 * @returns how many mails, or that there is no such person
 */
export async function renewLinks(
  deps: Dependencies,
  given: { readonly person: string; readonly by: string },
  now: Instant,
): Promise<number | 'unknown'> {
  const taken = await decideAgainOnConflict(async () => {
    const was = await deps.people.get(given.person);
    if (!was) return 'unknown';
    const linkGeneration = linkGenerationOf(was) + 1;
    await deps.commit({
      changes: deps.people.save({ ...was, revision: was.revision + 1, linkGeneration }, was),
      events: [
        {
          subject: `person#${was.id}`,
          type: 'PersonLinksRenewed',
          by: given.by,
          at: now,
          data: { generation: linkGeneration },
        },
      ],
    });
    return 'taken';
  }, tries.contested);
  if (taken === 'unknown') return taken;
  const rounds = (await deps.rounds.list()).map(({ id }) => id);
  return mailAnew(deps, { ...given, rounds }, now);
}

import { decideAgainOnConflict, Fault } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import type { Dependencies } from './dependencies.ts';

/**
 * A reviewer of a blind round has seen in an application who applied: the managers and the operators are told which
 * application it is, once for each review; not the reviewer, if they are one of them. What was seen is not asked.
 */
export async function reportName(
  deps: Pick<Dependencies, 'screenings' | 'people' | 'commit'>,
  given: { readonly review: string; readonly by: string },
  now: Instant,
): Promise<void> {
  const roles = ['academy-manager', 'operator'] as const;
  const told = (await Promise.all(roles.map((role) => deps.people.withRole(role)))).flat().map(({ id }) => id);
  await decideAgainOnConflict(async () => {
    const was = await deps.screenings.review(given.review);
    if (!was) throw new Fault('ReviewMissing', { review: given.review });
    if (was.nameReportedAt) return;
    const { id, reference } = was;
    await deps.commit({
      changes: [deps.screenings.saveReview({ ...was, nameReportedAt: now, revision: was.revision + 1 }, was)],
      events: [{ subject: reference, type: 'NameReported', by: `person:${given.by}`, at: now, data: { request: id } }],
      outbox: [...new Set(told)]
        .filter((id) => id !== given.by)
        .map((person) => ({
          kind: 'mail',
          template: 'operator-notice',
          to: { person },
          ids: { about: 'name-reported', subject: reference, detail: was.roundId },
        })),
    });
  });
}

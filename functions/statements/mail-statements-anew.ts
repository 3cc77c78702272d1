import type { Dependencies as Claims } from '../claims/dependencies.ts';
import { type Lecturer, lecturerSubject } from '../lecturers/lecturer.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';

/** How many mails go with one change of a lecturer, below the 100 items of a transaction: more than six years of months. */
const mostMails = 80;

/** Whether links were mailed to another mailbox, and those to the present one were not yet. */
const lacksLinks = ({ linkGeneration = 0, mailedGeneration = 0 }: Lecturer): boolean =>
  linkGeneration > mailedGeneration;

/**
 * Mails the links to all statements, the newest first, to a lecturer whose earlier ones open nothing any more, in the
 * transaction that notes it: once, however often it is tried.
 * @returns how many mails
 */
export async function mailStatementsAnew(
  deps: Pick<Claims, 'claims' | 'commit' | 'lecturers'>,
  given: { readonly lecturer: string; readonly by: string },
  now: Instant,
): Promise<number> {
  return decideAgainOnConflict(async () => {
    const was = await deps.lecturers.get(given.lecturer);
    if (!was || was.erasedAt || !lacksLinks(was)) return 0;
    const paid = (await deps.claims.byLecturer(was.id)).filter(({ state }) => state === 'PAID');
    const newest = paid.toSorted((a, b) => (a.month < b.month ? 1 : -1)).slice(0, mostMails);
    const next = { ...was, revision: was.revision + 1, mailedGeneration: was.linkGeneration };
    await deps.commit({
      changes: deps.lecturers.save(next, was),
      events: [
        {
          subject: lecturerSubject(was.id),
          type: 'StatementsMailedAnew',
          by: given.by,
          at: now,
          data: { generation: next.mailedGeneration ?? 0, mails: newest.length },
        },
      ],
      outbox: newest.map(({ id }) => ({
        kind: 'mail',
        template: 'wage-statement',
        to: { lecturer: was.id },
        ids: { claim: id },
      })),
    });
    return newest.length;
  }, tries.contested);
}

import type { OutboxDraft } from '../outbox/entry.ts';
import { mailTo } from '../requests/ask.ts';
import { type Asked, openedRequest } from '../requests/request.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { RequestOutcome } from '../shared/names.ts';
import { newId, type RandomBytes } from '../shared/random.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import type { Dependencies } from './dependencies.ts';
import { financeOfficer, type Lecturer, lecturerSubject } from './lecturer.ts';

export const accountKind = 'lecturer-account';

/** What requests about lecturers belong to. */
export const lecturersContext = 'lecturers';

const plan = { within: 10, remindAfter: [3, 7] };
const outcomes: readonly RequestOutcome<typeof accountKind>[] = ['ENTERED'];

/** A request for an account, and the mail with its link. @param why in finance's words, if one was refused */
export function accountAsked(
  random: RandomBytes,
  { id }: Pick<Lecturer, 'id'>,
  why: string | undefined,
  now: Instant,
): { readonly request: Asked; readonly mail: OutboxDraft } {
  const request = openedRequest({
    id: newId(random),
    kind: accountKind,
    subject: lecturerSubject(id),
    context: lecturersContext,
    askKey: `${accountKind}/${id}/${now}`,
    outcomes,
    assignee: { lecturer: id },
    why: 'asked',
    plan,
    ...(why && { question: { text: why, pages: [] } }),
    now,
  });
  return { request, mail: mailTo(request, 'account-asked') };
}

type Reach = Pick<Dependencies, 'commit' | 'lecturers' | 'people' | 'random' | 'requests'>;

/**
 * Asks a lecturer for the account, behind a mailed link; for the first one, or another. Whoever is asked already is not
 * asked twice. `nobody-confirms`: nobody of finance is loaded who could.
 */
export async function askForAccount(
  deps: Reach,
  given: { readonly lecturer: string; readonly by: string; readonly why?: string },
  now: Instant,
): Promise<'asked' | 'asked-already' | 'unknown' | 'nobody-confirms'> {
  return decideAgainOnConflict(async () => {
    const was = await deps.lecturers.get(given.lecturer);
    if (!was || was.erasedAt) return 'unknown';
    if ((await deps.people.idsWithRole(financeOfficer)).length === 0) return 'nobody-confirms';
    const present = was.accountRequest ? await deps.requests.get(was.accountRequest) : undefined;
    if (present?.state === 'OPEN') return 'asked-already';
    const { request, mail } = accountAsked(deps.random, was, given.why, now);
    await deps.commit({
      changes: [
        ...deps.lecturers.save({ ...was, accountRequest: request.id, revision: was.revision + 1 }, was),
        ...deps.requests.create(request),
      ],
      events: [
        {
          subject: lecturerSubject(was.id),
          type: 'AccountAsked',
          by: given.by,
          at: now,
          data: { request: request.id, due: request.dueAt },
        },
      ],
      outbox: [mail],
    });
    return 'asked';
  }, tries.contested);
}

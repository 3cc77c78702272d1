import type { LapsesOf } from '../requests/lapse.ts';
import { lapsed, type PersonRequest } from '../requests/request.ts';
import type { Instant } from '../shared/time.ts';
import { accountKind } from './ask-for-account.ts';
import type { Dependencies } from './dependencies.ts';
import { lecturerOf } from './lecturer.ts';
import type { lecturersKinds } from './request-kinds.ts';

type Reach = Pick<Dependencies, 'commit' | 'lecturers' | 'people' | 'requests'>;

/** What a lapse of each of the lecturers' kinds does. */
export const lecturersLapses = (deps: Reach): LapsesOf<typeof lecturersKinds> => ({
  [accountKind]: (request, now) => lapseAccount(deps, request, now),
});

/** Nobody is paid without an account: the operators are told, who reach the lecturer and ask again. */
async function lapseAccount(deps: Reach, request: PersonRequest, now: Instant): Promise<void> {
  const id = lecturerOf(request.subject) ?? '';
  const was = await deps.lecturers.get(id);
  const isItsOwn = was?.accountRequest === request.id;
  const operators = await deps.people.withRole('operator');
  await deps.commit({
    changes: [
      deps.requests.save(lapsed(request, now), request),
      ...(was && isItsOwn
        ? deps.lecturers.save({ ...was, accountRequest: undefined, revision: was.revision + 1 }, was)
        : []),
    ],
    events: [
      { subject: request.subject, type: 'AccountLapsed', by: 'system:clock', at: now, data: { request: request.id } },
    ],
    outbox: operators.map((operator) => ({
      kind: 'mail',
      template: 'operator-notice',
      to: { person: operator.id },
      ids: { about: 'account-unanswered', subject: id, detail: request.id },
    })),
  });
}

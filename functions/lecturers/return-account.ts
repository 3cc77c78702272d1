import type { Parts } from '../shared/database/commit.ts';
import type { Instant } from '../shared/time.ts';
import { accountAsked } from './ask-for-account.ts';
import type { Dependencies } from './dependencies.ts';
import { lecturerSubject } from './lecturer.ts';

const why =
  '은행에서 이 계좌로 이체할 수 없다고 합니다. 계좌를 다시 확인해 주십시오. The bank could not pay into this account. Check it once more.';

/**
 * The bank returned what was paid to a version of an account: nothing more is paid to it, and the lecturer is asked for
 * another one, once. Parts of the commit in which the payment comes back.
 */
export async function accountReturned(
  deps: Pick<Dependencies, 'lecturers' | 'random' | 'requests'>,
  given: { readonly lecturer: string; readonly number: number; readonly batch: string; readonly by: string },
  now: Instant,
): Promise<Parts> {
  const [was, account] = await Promise.all([
    deps.lecturers.get(given.lecturer),
    deps.lecturers.account(given.lecturer, given.number),
  ]);
  if (!was || !account || account.returnedAt) return { changes: [], events: [], outbox: [] };
  const returned = deps.lecturers.saveAccount({ ...account, returnedAt: now, revision: account.revision + 1 }, account);
  const data = { number: given.number, batch: given.batch };
  const event = { subject: lecturerSubject(was.id), type: 'AccountReturned', by: given.by, at: now } as const;
  const open = was.accountRequest ? await deps.requests.get(was.accountRequest) : undefined;
  const hasNewer = was.accounts > given.number;
  if (was.erasedAt || open?.state === 'OPEN' || hasNewer) {
    const saved = deps.lecturers.save({ ...was, revision: was.revision + 1 }, was);
    return { changes: [...saved, returned], events: [{ ...event, data }], outbox: [] };
  }
  const { request, mail } = accountAsked(deps.random, was, why, now);
  return {
    changes: [
      ...deps.lecturers.save({ ...was, accountRequest: request.id, revision: was.revision + 1 }, was),
      returned,
      ...deps.requests.create(request),
    ],
    events: [{ ...event, data: { ...data, request: request.id } }],
    outbox: [mail],
  };
}

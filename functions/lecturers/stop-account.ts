import type { OutboxDraft } from '../outbox/entry.ts';
import { assigneeId, cancelled } from '../requests/request.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { accountLifecycle, addressBefore, canBeStopped } from './account.ts';
import type { Dependencies } from './dependencies.ts';
import { lecturerSubject } from './lecturer.ts';

export type StopOutcome = 'stopped' | 'unknown' | 'too-late';

/**
 * Stops a version of an account before it is used: it never serves, and the one before serves on. The lecturer is told at
 * the present address and at that of before, and whoever of finance has confirmed it or is asked to. Nobody is asked for
 * another account: who has the mailbox may be somebody else.
 */
export async function stopAccount(
  deps: Pick<Dependencies, 'commit' | 'lecturers' | 'requests'>,
  given: { readonly lecturer: string; readonly number: number; readonly by: string; readonly reason?: string },
  now: Instant,
): Promise<StopOutcome> {
  return decideAgainOnConflict(async () => {
    const was = await deps.lecturers.get(given.lecturer);
    const accounts = was ? await deps.lecturers.accountsOf(was.id) : [];
    const account = accounts.find(({ number }) => number === given.number);
    if (!was || was.erasedAt || !account) return 'unknown';
    if (!canBeStopped(account, now)) return 'too-late';
    const { by, reason } = given;
    const open = await deps.requests.stillOpen([account.request]);
    const officers = new Set([account.confirmedBy, ...open.map(({ assignee }) => assigneeId(assignee))]);
    const before = addressBefore(accounts, account);
    const ids = { lecturer: was.id, number: String(account.number) };
    const toLecturer = (address: 'present' | 'before'): OutboxDraft => ({
      kind: 'mail',
      template: 'account-stopped',
      to: { lecturer: was.id },
      ids: { ...ids, address },
    });
    await deps.commit({
      changes: [
        ...deps.lecturers.save({ ...was, revision: was.revision + 1 }, was),
        deps.lecturers.saveAccount(
          {
            ...account,
            state: accountLifecycle.moved(account.state, 'stop'),
            stoppedBy: by,
            stoppedAt: now,
            revision: account.revision + 1,
          },
          account,
        ),
        ...open.map((one) => deps.requests.save(cancelled(one, 'CANCELLED', by, now), one)),
      ],
      events: [
        {
          subject: lecturerSubject(was.id),
          type: 'AccountStopped',
          by,
          at: now,
          data: { number: account.number, was: account.state, ...(reason && { reason }) },
        },
      ],
      outbox: [
        toLecturer('present'),
        ...(before !== undefined && before !== was.email ? [toLecturer('before')] : []),
        ...[...officers].flatMap((person): OutboxDraft[] =>
          person === undefined
            ? []
            : [{ kind: 'mail', template: 'account-stopped', to: { person }, ids: { ...ids, address: 'present' } }],
        ),
      ],
    });
    return 'stopped';
  }, tries.contested);
}

import type { Commit } from '../shared/database/commit.ts';
import type { Instant } from '../shared/time.ts';
import { asked, type Kinds, reminderOf, togetherOf } from './kind.ts';
import type { RequestsTable } from './requests-table.ts';

/**
 * Reminds whoever holds an open request, besides what the clock does: its plan stays as it is, so that nothing lapses
 * sooner because an operator was eager. Where all of a kind is reminded of in one mail, that mail leaves.
 */
export async function remindNow(
  deps: { readonly requests: RequestsTable; readonly kinds: Kinds; readonly commit: Commit },
  given: { readonly request: string; readonly by: string },
  now: Instant,
): Promise<'reminded' | 'not-open'> {
  const found = await deps.requests.get(given.request);
  if (found?.state !== 'OPEN') return 'not-open';
  const request = asked(deps.kinds, found);
  const kind = deps.kinds.get(request.kind);
  const together = togetherOf(kind);
  await deps.commit({
    changes: [],
    events: [{ subject: request.subject, type: 'ReminderSent', by: given.by, at: now, data: { request: request.id } }],
    outbox: [
      together
        ? { kind: 'mail', template: together, to: request.assignee, ids: { round: request.context } }
        : { kind: 'mail', template: reminderOf(kind), to: request.assignee, ids: { requests: [request.id] } },
    ],
  });
  return 'reminded';
}

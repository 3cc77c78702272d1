import { cancelled } from '../requests/request.ts';
import type { EventDraft } from '../shared/database/audit.ts';
import type { Parts } from '../shared/database/commit.ts';
import type { Instant } from '../shared/time.ts';
import type { Dependencies } from './dependencies.ts';
import { changedResidencyEvent, type ResidencyEvent } from './residency-event.ts';

/** Drops an event that is under way: nobody is asked about it any more, and its run ends. */
export async function eventDropped(
  { requests, residencyEvents }: Pick<Dependencies, 'requests' | 'residencyEvents'>,
  was: ResidencyEvent,
  { type, by }: Pick<EventDraft, 'type' | 'by'>,
  now: Instant,
): Promise<Parts & { readonly events: readonly [EventDraft] }> {
  const open = await requests.stillOpen(await requests.ofSubject(was.id));
  return {
    changes: [
      residencyEvents.save(changedResidencyEvent(was, now, {}, 'drop'), was),
      ...open.map((request) => requests.save(cancelled(request, 'GONE', by, now), request)),
    ],
    events: [{ subject: was.id, type, by, at: now, data: { residency: was.residency } }],
    outbox: open.flatMap(({ callback }) => (callback ? [{ kind: 'resume' as const, callback }] : [])),
  };
}

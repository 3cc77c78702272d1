import { resumeWithNews } from '../requests/ask.ts';
import type { EventDraft } from '../shared/database/audit.ts';
import type { Parts } from '../shared/database/commit.ts';
import type { Instant } from '../shared/time.ts';
import type { Dependencies } from './dependencies.ts';
import { changedResidencyEvent, type ResidencyEvent } from './residency-event.ts';

/** Something happened that the run of an event looks at: it goes on, if it waits. */
export function eventNews(
  { residencyEvents }: Pick<Dependencies, 'residencyEvents'>,
  was: ResidencyEvent,
  told: Pick<EventDraft, 'type' | 'by' | 'data'>,
  now: Instant,
): Parts {
  const { change, outbox } = resumeWithNews(was);
  return {
    changes: [residencyEvents.save(changedResidencyEvent(was, now, change), was)],
    events: [{ subject: was.id, at: now, ...told }],
    outbox,
  };
}

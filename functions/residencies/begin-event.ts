import { startOf } from '../runs/run.ts';
import type { EventDraft } from '../shared/database/audit.ts';
import type { Parts } from '../shared/database/commit.ts';
import type { Instant } from '../shared/time.ts';
import type { Dependencies } from './dependencies.ts';
import { type EventBegins, newResidencyEvent } from './residency-event.ts';

/** What begins an event, with what the audit tells of it: enough to be stored by itself. */
export type Begun = Parts & { readonly events: readonly [EventDraft] };

/**
 * Begins an event of a residency with its run. One that is there already is a conflict: whoever begins by the clock asks
 * first (`residencyEvents.of`).
 */
export function eventBegins(
  { residencyEvents }: Pick<Dependencies, 'residencyEvents'>,
  given: EventBegins,
  by: string,
  now: Instant,
): Begun & { readonly id: string } {
  const event = newResidencyEvent(given, now);
  const { id, kind, about, residency } = event;
  return {
    id,
    changes: [residencyEvents.create(event)],
    events: [{ subject: id, type: 'ResidencyEventBegun', by, at: now, data: { kind, about, residency } }],
    outbox: [startOf('residency-event', id, event.run)],
  };
}

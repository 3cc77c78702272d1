import { startOf } from '../runs/run.ts';
import type { EventDraft } from '../shared/audit.ts';
import type { Parts } from '../shared/commit.ts';
import type { Instant } from '../shared/time.ts';
import type { Dependencies } from './dependencies.ts';
import { type EventBegins, newResidencyEvent } from './residency-event.ts';

/**
 * Begins an event of a residency with its run. One that is there already is a conflict: whoever begins by the clock asks
 * first (`residencyEvents.of`).
 */
export function eventBegins(
  { residencyEvents }: Pick<Dependencies, 'residencyEvents'>,
  given: EventBegins,
  by: string,
  now: Instant,
): Parts & { readonly id: string; readonly events: readonly [EventDraft] } {
  const event = newResidencyEvent(given, now);
  const { id, kind, about, residency } = event;
  return {
    id,
    changes: [residencyEvents.create(event)],
    events: [{ subject: id, type: 'ResidencyEventBegun', by, at: now, data: { kind, about, residency } }],
    outbox: [startOf('residency-event', id, event.run)],
  };
}

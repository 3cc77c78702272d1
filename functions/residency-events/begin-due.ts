import { dueExits } from '../exits/due-exits.ts';
import { renewalsDue } from '../renewals/renewals-due.ts';
import { dueReports } from '../reports/ask-for-report.ts';
import { eventBegins } from '../residencies/begin-event.ts';
import type { Dependencies } from '../residencies/dependencies.ts';
import type { DueOf } from '../residencies/due.ts';
import type { Residency } from '../residencies/residency.ts';
import { type EventBegins, residencyEventId } from '../residencies/residency-event.ts';
import { Conflict } from '../shared/errors.ts';
import type { Instant } from '../shared/time.ts';

type Reach = Pick<Dependencies, 'residencies' | 'residencyEvents' | 'rounds' | 'commit'>;

/** What begins by its date, of each room that has something. */
const allDue: readonly DueOf<Reach>[] = [dueReports, renewalsDue, dueExits];

export interface BegunReport {
  /** Ids of the events that have begun. */
  readonly begun: readonly string[];
  /** References of residencies of which something could not be begun; the next night tries again. */
  readonly failed: readonly string[];
}

/** What is due in a residency at a moment and has not begun. */
export async function dueIn(deps: Reach, residency: Residency, now: Instant): Promise<EventBegins[]> {
  if (residency.state !== 'RESIDENT') return [];
  const events = await deps.residencyEvents.of(residency.id);
  const due = (await Promise.all(allDue.map((of) => of(deps, { residency, events }, now)))).flat();
  const begun = new Set(events.map(({ id }) => id));
  return due.filter(({ kind, about }) => !begun.has(residencyEventId(residency.id, kind, about)));
}

/**
 * Begins what is due in each residency, once: its id says what it is about, so that two who do this at once begin it
 * once. One residency whose data has a fault keeps no other from what is due.
 */
export async function beginDue(
  deps: Reach & { readonly faulted: (error: unknown, id: string) => void },
  now: Instant,
): Promise<BegunReport> {
  const begun: string[] = [];
  const failed: string[] = [];
  for (const residency of await deps.residencies.all()) {
    try {
      for (const one of await dueIn(deps, residency, now)) {
        const { id, ...parts } = eventBegins(deps, one, 'system:clock', now);
        try {
          await deps.commit(parts);
          begun.push(id);
        } catch (error) {
          if (!(error instanceof Conflict)) throw error;
        }
      }
    } catch (error) {
      deps.faulted(error, residency.id);
      failed.push(residency.id);
    }
  }
  return { begun, failed };
}

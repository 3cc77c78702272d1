import type { Dependencies } from '../../../functions/app/dependencies.ts';
import { eventBegins } from '../../../functions/residencies/begin-event.ts';
import type { Residency } from '../../../functions/residencies/residency.ts';
import type { EventBegins, ResidencyEventKind } from '../../../functions/residencies/residency-event.ts';
import { dueIn } from '../../../functions/residency-events/begin-due.ts';
import type { Instant } from '../../../functions/shared/time.ts';
import { Problem } from '../../problem.ts';

/** Begins an event of a residency, as the night does, and says its id. */
export async function eventBegun(
  deps: Pick<Dependencies, 'residencyEvents' | 'commit'>,
  given: EventBegins,
  at: Instant,
): Promise<string> {
  const { id, ...parts } = eventBegins(deps, given, 'system:clock', at);
  await deps.commit(parts);
  return id;
}

/** Begins what is due of a kind in a residency by now. */
export async function dueBegun(
  deps: Dependencies,
  { residency, kind }: { readonly residency: Residency; readonly kind: ResidencyEventKind },
  now: Instant,
): Promise<void> {
  const due = (await dueIn(deps, residency, now)).filter((one) => one.kind === kind);
  if (due.length === 0) throw new Problem(`No ${kind} of the demo's ${residency.id} is due.`);
  for (const one of due) await eventBegun(deps, one, now);
}

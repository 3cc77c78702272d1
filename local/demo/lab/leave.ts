import type { Dependencies } from '../../../functions/app/dependencies.ts';
import { dueExits } from '../../../functions/exits/due-exits.ts';
import { tellOverstays } from '../../../functions/exits/tell-overstays.ts';
import { eventBegins } from '../../../functions/residencies/begin-event.ts';
import type { Residency } from '../../../functions/residencies/residency.ts';
import type { Instant } from '../../../functions/shared/time.ts';
import { Problem } from '../../problem.ts';

/** Begins the exit of a startup whose contract is over, and tells manager and director that it stays. */
export async function staysNow(deps: Dependencies, residency: Residency, now: Instant): Promise<void> {
  const events = await deps.residencyEvents.of(residency.id);
  for (const due of await dueExits(deps, { residency, events }, now)) {
    const { id: _id, ...parts } = eventBegins(deps, due, 'system:clock', now);
    await deps.commit(parts);
  }
  const faulted = (error: unknown, id: string): never => {
    throw new Problem(`It could not be told who stays in the demo's space ${id}: ${String(error)}`);
  };
  const { told } = await tellOverstays({ ...deps, faulted }, now);
  if (told.length === 0) throw new Problem('Nobody stays past the end in the demo.');
}

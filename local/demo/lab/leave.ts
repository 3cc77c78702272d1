import type { Dependencies } from '../../../functions/app/dependencies.ts';
import { tellOverstays } from '../../../functions/exits/tell-overstays.ts';
import type { Residency } from '../../../functions/residencies/residency.ts';
import type { Instant } from '../../../functions/shared/time.ts';
import { Problem } from '../../problem.ts';
import { dueBegun } from './begin-event.ts';

/** Begins the exit of a startup whose contract is over, and tells manager and director that it stays. */
export async function staysNow(deps: Dependencies, residency: Residency, now: Instant): Promise<void> {
  await dueBegun(deps, { residency, kind: 'exit' }, now);
  const faulted = (error: unknown, id: string): never => {
    throw new Problem(`It could not be told who stays in the demo's space ${id}: ${String(error)}`);
  };
  const { told } = await tellOverstays({ ...deps, faulted }, now);
  if (told.length === 0) throw new Problem('Nobody stays past the end in the demo.');
}

import type { Dependencies } from '../../functions/app/dependencies.ts';
import type { MachineName } from '../../functions/shared/names.ts';
import { capabilities } from '../capabilities.ts';
import { roundWaits } from '../commands/round-waits.ts';

/** Whom the present run about something waits for, each with until when if that is known. */
export async function holdersOf(deps: Dependencies, machine: MachineName, id: string): Promise<readonly string[]> {
  if (machine === 'cohort-admission') {
    const admission = await deps.admissions.get(id);
    return admission ? roundWaits(deps, admission) : [];
  }
  const found = await Promise.all(
    capabilities.map(async ({ holders }) => (await holders?.[machine]?.(deps, id)) ?? []),
  );
  return found.flat();
}

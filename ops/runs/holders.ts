import type { MachineName } from '../../functions/shared/names.ts';
import * as brought from '../brought.ts';
import type { CapabilityOps } from '../capability-ops.ts';
import { roundWaits } from '../commands/round-waits.ts';
import type { Reading } from '../context.ts';

const capabilities = Object.values<CapabilityOps>(brought);

/** Whom the present run about something waits for, each with until when if that is known. */
export async function holdersOf(context: Reading, machine: MachineName, id: string): Promise<readonly string[]> {
  if (machine === 'cohort-admission') {
    const admission = await context.admissions.get(id);
    return admission ? roundWaits(context, admission) : [];
  }
  const found = await Promise.all(
    capabilities.map(async ({ holders }) => (await holders?.[machine]?.(context, id)) ?? []),
  );
  return found.flat();
}

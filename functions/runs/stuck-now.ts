import type { Instant } from '../shared/time.ts';
import type { Runs } from './run.ts';

/** More than these are not counted: an operator has enough to do. */
const maxOfOne = 1000;

/** How many subjects of these machines a fault has stopped and no operator has redriven yet. */
export async function stuckNow(machines: readonly Runs[], now: Instant): Promise<number> {
  const found = await Promise.all(machines.map((runs) => runs.needing('stuck', { until: now }, maxOfOne)));
  return found.flatMap(({ ids }) => ids).length;
}

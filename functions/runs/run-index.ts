import { type Runs, runShardOf, type Stuck } from './run.ts';

/** A shard of the index `needs-run`: by its number, or that of what is stuck. */
export type RunShard = Parameters<Runs['needing']>[0];

const stuckShard = 'stuck' satisfies RunShard;

/** Where the index `needs-run` has something. What is stuck is apart: nothing starts it, and operators see how much it is. */
export function runIndexOf(
  id: string,
  { stuck, inRun }: { readonly stuck: Stuck | undefined; readonly inRun: boolean },
): string | undefined {
  if (stuck) return stuckShard;
  return inRun ? runShardOf(id) : undefined;
}

import type { Change } from '../shared/database.ts';
import type { Batch } from './batch.ts';

/** Gives what uses the proof of a decision about a batch up, or nothing: it was not proved. */
export type Prove = (batch: Batch) => Promise<Change | undefined>;

/** What is stored for it with the decision; nothing if it was not proved. Of the command line no proof is asked. */
export async function proofOf(prove: Prove | undefined, batch: Batch): Promise<readonly Change[] | undefined> {
  if (!prove) return [];
  const proof = await prove(batch);
  return proof && [proof];
}

import type { Decision } from '../second-factor/proofs.ts';
import type { Change } from '../shared/database/database.ts';
import type { Batch } from './batch.ts';
import { paymentsWords as words } from './pages/payments-words.ts';

/** Gives what uses the proof of a decision about a batch up, or nothing: it was not proved. */
export type Prove = (batch: Batch) => Promise<Change | undefined>;

/** What is stored for it with the decision; nothing if it was not proved. Whoever wires says who has to prove. */
export async function proofOf(prove: Prove | undefined, batch: Batch): Promise<readonly Change[] | undefined> {
  if (!prove) return [];
  const proof = await prove(batch);
  return proof && [proof];
}

/** What is proved of taking the bank's file, or of confirming what the bank has paid. */
export const provedDecision = (person: string, batch: Batch, outcome: 'FILE' | 'RESULT'): Decision => ({
  person,
  subject: batch.id,
  revision: batch.revision,
  outcome,
  amount: batch.frozen?.totals.net ?? 0,
  words: {
    subject: { ko: `${words.batch.ko} ${batch.id}`, en: `${words.batch.en} ${batch.id}` },
    outcome: outcome === 'FILE' ? words.make : words.confirm,
  },
});

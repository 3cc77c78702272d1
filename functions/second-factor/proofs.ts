import type { Change } from '../shared/database/database.ts';
import { addMinutes, type Instant } from '../shared/time.ts';
import { type Decision, proofPath } from './decision.ts';
import type { ProofsTable } from './proofs-table.ts';

export { type Decision, proofPath };

/** How long the decision may take after it was proved. */
export const proofMinutes = 5;

export const proofUntil = (now: Instant): Instant => addMinutes(now, proofMinutes);

/**
 * Takes the proof of a decision, once. Whether the person may decide it at all is for the caller to say.
 * @returns what has to be committed with the decision: of two commits that have it the second is a Conflict; nothing if
 *   just this was not proved in the last five minutes
 */
export async function takeProof(
  { proofs }: { readonly proofs: Pick<ProofsTable, 'proof' | 'removeProof'> },
  decision: Decision,
  now: Instant,
): Promise<Change | undefined> {
  const proof = await proofs.proof(decision);
  return proof && proof.until > now ? proofs.removeProof(decision, proof) : undefined;
}

/** How whoever decides on money has it proved: what the pages and use cases of a capability reach. */
export interface DecisionProof {
  /** The page on which the person proves it; it leads back to `back`. */
  readonly path: (decision: Decision, back: string) => string;
  /** What uses the proof up, in the commit of the decision; nothing if there is none. */
  readonly take: (decision: Decision, now: Instant) => Promise<Change | undefined>;
}

/** A decision that is to be proved first. */
export interface NotProved {
  readonly kind: 'not-proved';
  readonly decision: Decision;
}

export const decisionProof = (deps: Parameters<typeof takeProof>[0]): DecisionProof => ({
  path: proofPath,
  take: (decision, now) => takeProof(deps, decision, now),
});

import { tryGivenCode } from '../codes/given-code.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import { newId } from '../shared/random.ts';
import { addMinutes, type Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { challengeOf, isFresh } from './challenge.ts';
import { type Decision, decisionKey } from './decision.ts';
import type { Dependencies } from './dependencies.ts';
import { decisionCodeFor } from './operator-codes.ts';
import { shortId } from './passkey.ts';
import { proofUntil } from './proofs.ts';
import { type Refusal, recordRefusal } from './record-refusal.ts';
import { relyingPartyOf, verifySigned } from './verify-passkey.ts';

/** What the page of a decision was shown with, and what came back from it. */
export interface Answered {
  readonly decision: Decision;
  readonly session: string;
  readonly nonce: string;
  readonly at: Instant;
  /** What the passkey has signed, as the page's script posts it. */
  readonly credential: string;
}

/** As long as a challenge may be tried again, and what a clock may be wrong. */
const challengeKeptMinutes = 60;

export const challengeOfDecision = (
  { signCode }: Pick<Dependencies, 'signCode'>,
  { decision, session, nonce, at }: Omit<Answered, 'credential'>,
): Promise<string> =>
  challengeOf(signCode, { purpose: 'prove-decision', nonce, at, session, about: decisionKey(decision) });

/**
 * Stores the proof of a decision that one of its person's passkeys has signed, with the new counter of the passkey, so
 * that what was signed is used once.
 * @returns why it was refused, which is recorded; nothing if the decision is proved
 */
export async function proveByPasskey(
  deps: Dependencies,
  answered: Answered,
  now: Instant,
): Promise<Refusal | undefined> {
  const { decision, nonce, at, credential } = answered;
  const { person, subject, revision, outcome, amount } = decision;
  const outcomeOf = async (): Promise<Refusal | undefined> => {
    if (!isFresh(at, now)) return 'too-late';
    const was = await deps.passkeys.get(person);
    if (await deps.proofs.wasUsed(nonce)) {
      // A second press of one button: the proof is there, and waits to be taken.
      const proof = await deps.proofs.proof(decision);
      return proof?.once === nonce && proof.until > now ? undefined : 'replayed';
    }
    const challenge = await challengeOfDecision(deps, answered);
    const signed = await verifySigned(
      { credential, challenge, passkeys: was?.passkeys ?? [] },
      relyingPartyOf(deps.baseUrl),
    );
    if ('fault' in signed) return signed.fault;
    if (!was) return 'unknown-passkey';
    const used = { ...signed.passkey, usedAt: now };
    const passkeys = was.passkeys.map((one) => (one.id === used.id ? used : one));
    const data = { by: `passkey ${shortId(used)}`, about: subject, revision, outcome, amount };
    await deps.commit({
      changes: [
        deps.passkeys.save({ ...was, passkeys, revision: was.revision + 1 }, was),
        deps.proofs.useChallenge(nonce, addMinutes(at, challengeKeptMinutes)),
        deps.proofs.putProof(decision, { once: nonce, until: proofUntil(now) }),
      ],
      events: [{ subject: `person#${person}`, type: 'DecisionProved', by: `person:${person}`, at: now, data }],
    });
    return undefined;
  };
  const reason = await decideAgainOnConflict(outcomeOf);
  if (reason !== undefined) await recordRefusal(deps, { person, reason, about: subject }, now);
  return reason;
}

export type ProvedByCode =
  | { readonly kind: 'proved' }
  | { readonly kind: 'wrong'; readonly triesLeft: number }
  | { readonly kind: 'over' };

const proved = { kind: 'proved' } as const;

/** Stores the proof of a decision for which an operator has given its person a code. */
export async function proveByCode(
  deps: Pick<Dependencies, 'codes' | 'commit' | 'proofs' | 'random' | 'signCode'>,
  { decision, code }: { readonly decision: Decision; readonly code: string },
  now: Instant,
): Promise<ProvedByCode> {
  const { person, subject, revision, outcome, amount } = decision;
  const entered = await decideAgainOnConflict(async () => {
    const entered = await tryGivenCode(deps, decisionCodeFor(decision), code, now);
    if (entered.kind !== 'right') return entered;
    const data = { by: 'code', about: subject, revision, outcome, amount };
    await deps.commit({
      changes: [entered.spend, deps.proofs.putProof(decision, { once: newId(deps.random), until: proofUntil(now) })],
      events: [{ subject: `person#${person}`, type: 'DecisionProved', by: `person:${person}`, at: now, data }],
    });
    return proved;
  }, tries.shared);
  if (entered.kind === 'wrong') await recordRefusal(deps, { person, reason: 'wrong-code', about: subject }, now);
  if (entered.kind !== 'over') return entered;
  // A second press of one button finds the code used, and the proof there.
  const proof = await deps.proofs.proof(decision);
  return proof && proof.until > now ? proved : entered;
}

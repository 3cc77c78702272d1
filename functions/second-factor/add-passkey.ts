import { tryGivenCode } from '../codes/given-code.ts';
import { decideAgainOnConflict } from '../shared/errors.ts';
import { newId } from '../shared/random.ts';
import { addMinutes, type Instant } from '../shared/time.ts';
import { tries } from '../shared/tries.ts';
import { challengeOf } from './challenge.ts';
import type { Dependencies } from './dependencies.ts';
import { passkeyCodeFor } from './operator-codes.ts';
import { mostPasskeys, type Passkeys, shortId } from './passkey.ts';
import type { Adding } from './proofs-table.ts';
import { type Refusal, recordRefusal } from './record-refusal.ts';
import { relyingPartyOf, verifyMade } from './verify-passkey.ts';

/** Whose desk is open, in which session. */
interface AtDesk {
  readonly person: string;
  readonly session: string;
}

/** How long whoever has typed the code may take with their device. */
const addingMinutes = 15;

type CodeTaken =
  | { readonly kind: 'taken' }
  | { readonly kind: 'wrong'; readonly triesLeft: number }
  | { readonly kind: 'over' };

const taken = { kind: 'taken' } as const;

/** Takes the code of an operator: for a while one passkey may be added in this session. */
export async function takePasskeyCode(
  deps: Pick<Dependencies, 'codes' | 'commit' | 'proofs' | 'random' | 'signCode'>,
  { person, session, code }: AtDesk & { readonly code: string },
  now: Instant,
): Promise<CodeTaken> {
  const entered = await decideAgainOnConflict(async () => {
    const tried = await tryGivenCode(deps, passkeyCodeFor(person), code, now);
    if (tried.kind !== 'right') return tried;
    const adding = { once: newId(deps.random), until: addMinutes(now, addingMinutes), session };
    await deps.commit({
      changes: [tried.spend, deps.proofs.putAdding(person, adding)],
      events: [{ subject: `person#${person}`, type: 'PasskeyCodeUsed', by: `person:${person}`, at: now }],
    });
    return taken;
  }, tries.shared);
  if (entered.kind === 'wrong') await recordRefusal(deps, { person, reason: 'wrong-code' }, now);
  if (entered.kind !== 'over') return entered;
  // A second press of one button finds the code used.
  return (await addingIn(deps, { person, session }, now)) ? taken : entered;
}

/** Whether a passkey may be added in a session just now. */
export async function addingIn(
  { proofs }: Pick<Dependencies, 'proofs'>,
  { person, session }: AtDesk,
  now: Instant,
): Promise<Adding | undefined> {
  const adding = await proofs.adding(person);
  return adding && adding.session === session && adding.until > now ? adding : undefined;
}

export const challengeOfAdding = (
  { signCode }: Pick<Dependencies, 'signCode'>,
  person: string,
  { once, until, session }: Pick<Adding, 'once' | 'until' | 'session'>,
): Promise<string> => challengeOf(signCode, { purpose: 'add-passkey', nonce: once, at: until, session, about: person });

export type PasskeyAdded =
  | { readonly kind: 'added' }
  /** No code was typed here, or too long ago, or a passkey was added with it. */
  | { readonly kind: 'not-now' }
  | { readonly kind: 'too-many' }
  | { readonly kind: 'refused'; readonly reason: Refusal };

/** Keeps the passkey that a device has made, once for a code. */
export async function addPasskey(
  deps: Dependencies,
  { person, session, credential }: AtDesk & { readonly credential: string },
  now: Instant,
): Promise<PasskeyAdded> {
  const added = await decideAgainOnConflict(async (): Promise<PasskeyAdded> => {
    const adding = await addingIn(deps, { person, session }, now);
    if (!adding) return { kind: 'not-now' };
    const was = await deps.passkeys.get(person);
    const { passkeys = [] } = was ?? {};
    if (passkeys.length >= mostPasskeys) return { kind: 'too-many' };
    const challenge = await challengeOfAdding(deps, person, adding);
    const checked = await verifyMade({ credential, challenge }, relyingPartyOf(deps.baseUrl));
    if ('fault' in checked) return { kind: 'refused', reason: checked.fault };
    const { made } = checked;
    if (passkeys.some(({ id }) => id === made.id)) return { kind: 'refused', reason: 'replayed' };
    const next: Passkeys = {
      ...was,
      person,
      handle: was?.handle ?? adding.once,
      passkeys: [...passkeys, { ...made, addedAt: now }],
      revision: (was?.revision ?? 0) + 1,
    };
    const data = { passkey: shortId(made), passkeys: next.passkeys.length };
    await deps.commit({
      changes: [deps.passkeys.save(next, was), deps.proofs.removeAdding(person, adding)],
      events: [{ subject: `person#${person}`, type: 'PasskeyAdded', by: `person:${person}`, at: now, data }],
    });
    return { kind: 'added' };
  });
  if (added.kind === 'refused') await recordRefusal(deps, { person, reason: added.reason }, now);
  return added;
}

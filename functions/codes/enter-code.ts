import type { SignLink, VerifyLink } from '../shared/links.ts';
import { fingerprint } from '../shared/random.ts';
import type { Instant } from '../shared/time.ts';
import { type Challenge, codeLink, deriveCode, hasCode, mostTries, sameCode } from './code.ts';
import type { CodesTable } from './codes-table.ts';

export type EnterOutcome =
  | { readonly kind: 'proved'; readonly challenge: Challenge }
  | { readonly kind: 'wrong'; readonly triesLeft: number }
  /** Tried too often, too late, used, guessed at by too many, or not this browser's: another has to be asked for. */
  | { readonly kind: 'over' };

const over = { kind: 'over' } as const;

/** Checks a code that was typed. The try is counted before anything is compared, and a code proves once. */
export async function enterCode(
  { codes, signCode }: { readonly codes: CodesTable; readonly signCode: SignLink },
  given: { readonly id: string; readonly secret: string; readonly code: string },
  now: Instant,
): Promise<EnterOutcome> {
  const challenge = await codes.countTry(given.id, fingerprint(given.secret), now);
  if (!challenge) return over;
  const { email } = challenge;
  const row = await codes.address(email);
  if (!hasCode(row, now) || !(await codes.countGuess(email, row.code, now))) return over;
  if (!sameCode(await deriveCode(signCode, row.code, email), given.code)) {
    const triesLeft = mostTries - challenge.tries;
    return triesLeft > 0 ? { kind: 'wrong', triesLeft } : over;
  }
  if (!(await codes.spendCode(email, row.code))) return over;
  return { kind: 'proved', challenge };
}

export type LinkOutcome =
  | { readonly kind: 'good'; readonly challenge: Challenge }
  /** Genuine, but used or too old. */
  | { readonly kind: 'over'; readonly challenge: Challenge }
  | { readonly kind: 'bad' };

/** What the link of a mail is worth at the moment. Changes nothing. */
export async function lookAtCodeLink(
  { codes, verifyLink }: { readonly codes: CodesTable; readonly verifyLink: VerifyLink },
  given: { readonly id: string; readonly mac: string },
  now: Instant,
): Promise<LinkOutcome> {
  const challenge = await codes.challenge(given.id);
  if (!challenge?.mailed || !(await verifyLink(codeLink(challenge), given.mac))) return { kind: 'bad' };
  const good = challenge.mailed.linkUntil > now && challenge.linkUsedAt === undefined;
  return { kind: good ? 'good' : 'over', challenge };
}

/** Proves by the link of a mail, once. */
export async function useCodeLink(
  deps: { readonly codes: CodesTable; readonly verifyLink: VerifyLink },
  given: { readonly id: string; readonly mac: string },
  now: Instant,
): Promise<LinkOutcome> {
  const found = await lookAtCodeLink(deps, given, now);
  if (found.kind !== 'good' || (await deps.codes.useLink(given.id, now))) return found;
  return { kind: 'over', challenge: found.challenge };
}

import type { SignLink, VerifyLink } from '../shared/links.ts';
import { fingerprint } from '../shared/random.ts';
import type { Instant } from '../shared/time.ts';
import {
  type AddressRow,
  type Challenge,
  deriveCode,
  deriveCodeAndLink,
  earlierCodeLink,
  hasCode,
  maxAttempts,
  mayComeAgain,
  sameCode,
} from './code.ts';
import type { CodesTable } from './codes-table.ts';

export type EnterOutcome =
  | { readonly kind: 'proved'; readonly challenge: Challenge }
  | { readonly kind: 'wrong'; readonly triesLeft: number }
  /** Tried too often, too late, used, guessed at by too many, or not this browser's: another has to be asked for. */
  | { readonly kind: 'over' };

const over = { kind: 'over' } as const;

interface Given {
  readonly id: string;
  readonly secret: string;
  readonly code: string;
}

interface EnterDependencies {
  readonly codes: CodesTable;
  readonly signCode: SignLink;
}

/**
 * Checks a code that was typed. The try is counted before anything is compared, and a code proves for one browser,
 * which may enter it again for two minutes.
 */
export async function enterCode(deps: EnterDependencies, given: Given, now: Instant): Promise<EnterOutcome> {
  const { codes, signCode } = deps;
  const secret = fingerprint(given.secret);
  const tried = await codes.countTry(given.id, secret, now);
  const challenge = tried ?? (await codes.challenge(given.id));
  if (challenge?.secret !== secret) return over;
  const proved = { kind: 'proved', challenge } as const;
  const row = await codes.address(challenge);
  if (await isAgain(deps, challenge, row, given.code, now)) return proved;
  if (!tried || !hasCode(row, now)) return over;
  if (await codes.countGuess(challenge, row.code, now)) {
    if (!sameCode(await deriveCode(signCode, row.code, challenge), given.code)) {
      const triesLeft = maxAttempts - tried.tries;
      return triesLeft > 0 ? { kind: 'wrong', triesLeft } : over;
    }
    if (await codes.spendCode(challenge, row.code, challenge.id, now)) return proved;
  }
  // Taken since it was read: perhaps by the first of two presses of one button.
  return (await isAgain(deps, challenge, await codes.address(challenge), given.code, now)) ? proved : over;
}

/** Whether a challenge has just proved by the very code. As often as a code may be tried: this compares, too. */
async function isAgain(
  { codes, signCode }: EnterDependencies,
  challenge: Challenge,
  row: AddressRow | undefined,
  code: string,
  now: Instant,
): Promise<boolean> {
  const spent = row?.spent;
  if (spent?.by !== challenge.id || !mayComeAgain(spent.at, now) || !(await codes.countRepeat(challenge.id)))
    return false;
  return sameCode(await deriveCode(signCode, spent.code, challenge), code);
}

export type LinkOutcome =
  | { readonly kind: 'good'; readonly challenge: Challenge }
  /** Genuine, but used or too old. */
  | { readonly kind: 'over'; readonly challenge: Challenge }
  | { readonly kind: 'bad' };

interface LinkDependencies {
  readonly codes: CodesTable;
  readonly signCode: SignLink;
  readonly verifyLink: VerifyLink;
}

/** Those that were mailed before they came of the code's MAC open as long as their challenge is kept, a day. */
async function isGenuine(
  { signCode, verifyLink }: LinkDependencies,
  challenge: Challenge,
  code: string,
  proof: string,
): Promise<boolean> {
  const { link } = await deriveCodeAndLink(signCode, code, challenge);
  return sameCode(link, proof) || verifyLink(earlierCodeLink(challenge), proof);
}

/** What the link of a mail is worth at the moment. Changes nothing. */
export async function lookAtCodeLink(
  deps: LinkDependencies,
  given: { readonly id: string; readonly mac: string },
  now: Instant,
): Promise<LinkOutcome> {
  const challenge = await deps.codes.challenge(given.id);
  if (!challenge?.mailed || !(await isGenuine(deps, challenge, challenge.mailed.code, given.mac)))
    return { kind: 'bad' };
  const good = challenge.mailed.linkUntil > now && challenge.linkUsedAt === undefined;
  return { kind: good ? 'good' : 'over', challenge };
}

/**
 * Proves by the link of a mail, once; the form that did may come again for two minutes.
 * @param given.form what the form is known by, which only who was shown it knows
 */
export async function useCodeLink(
  deps: LinkDependencies,
  given: { readonly id: string; readonly mac: string; readonly form?: string },
  now: Instant,
): Promise<LinkOutcome> {
  const found = await lookAtCodeLink(deps, given, now);
  if (found.kind === 'bad') return found;
  const by = given.form && fingerprint(given.form);
  const isFirst = found.kind === 'good' && (await deps.codes.useLink(given.id, by, now));
  const used = found.kind === 'over' || isFirst ? found.challenge : await deps.codes.challenge(given.id);
  const isAgain = by && used?.linkUsedBy === by && used.linkUsedAt && mayComeAgain(used.linkUsedAt, now);
  if (!isFirst && !isAgain) return { kind: 'over', challenge: found.challenge };
  // When it comes again, too: the first time may have ended before this.
  await deps.codes.mailAnew(found.challenge);
  return { kind: 'good', challenge: found.challenge };
}

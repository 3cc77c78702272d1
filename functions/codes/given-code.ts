import type { Change } from '../shared/database/database.ts';
import type { SignLink } from '../shared/links.ts';
import { newId, type RandomBytes } from '../shared/random.ts';
import { addMinutes, type Instant } from '../shared/time.ts';
import { type Addressee, type AddressRow, deriveCode, expiryAt, maxAttempts, sameCode } from './code.ts';
import type { CodesTable } from './codes-table.ts';

/*
 * Codes that somebody says to somebody else, and that no mail has. They are made, stored and compared as those with
 * which an address is proved, but are bound to a holder instead of a browser, and a new one ends the one before.
 */

/** Whose code it is, and for what alone it is good. */
export interface GivenFor {
  readonly holder: string;
  readonly scope: string;
}

interface GivenDependencies {
  readonly codes: CodesTable;
  readonly signCode: SignLink;
}

const addresseeOf = ({ holder, scope }: GivenFor): Addressee => ({ email: holder, scope });

/** Makes a code, good for so many minutes (a day at most). @returns what stores it: the code itself is stored nowhere */
export async function giveCode(
  deps: GivenDependencies & { readonly random: RandomBytes },
  given: GivenFor,
  minutes: number,
  now: Instant,
): Promise<{ readonly code: string; readonly change: Change }> {
  const to = addresseeOf(given);
  const was = await deps.codes.address(to);
  const id = newId(deps.random);
  const row: AddressRow = {
    count: (was?.count ?? 0) + 1,
    mails: [],
    code: id,
    codeUntil: addMinutes(now, minutes),
    guesses: 0,
    expiresAt: expiryAt(now),
  };
  return { code: await deriveCode(deps.signCode, id, to), change: deps.codes.saveAddress(to, row, was) };
}

export type GivenOutcome =
  /** To be stored with what the code is used for, so that neither is without the other. */
  | { readonly kind: 'right'; readonly spend: Change }
  | { readonly kind: 'wrong'; readonly triesLeft: number }
  /** None was given, or it was used, tried too often or is too old: another has to be given. */
  | { readonly kind: 'over' };

/** Compares a code that was typed; the try is counted before. */
export async function tryGivenCode(
  { codes, signCode }: GivenDependencies,
  given: GivenFor,
  typed: string,
  now: Instant,
): Promise<GivenOutcome> {
  const to = addresseeOf(given);
  const row = await codes.address(to);
  if (row?.code === undefined || !(await codes.countGuess(to, row.code, now, maxAttempts))) return { kind: 'over' };
  if (!sameCode(await deriveCode(signCode, row.code, to), typed)) {
    return { kind: 'wrong', triesLeft: Math.max(0, maxAttempts - (row.guesses ?? 0) - 1) };
  }
  const { code, codeUntil: _until, ...rest } = row;
  const spent = { ...rest, count: row.count + 1, spent: { code, by: given.holder, at: now } };
  return { kind: 'right', spend: codes.saveAddress(to, spent, row) };
}

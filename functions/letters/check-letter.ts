import type { Round } from '../rounds/round.ts';
import type { Dependencies } from '../seats/dependencies.ts';
import { type Letter, parseVerificationCode } from '../seats/verification-code.ts';
import type { Instant } from '../shared/time.ts';
import { maskedName } from './masked-name.ts';
import { nameOnLetter } from './name-on-letter.ts';

/** What anybody is told who has a letter's code: enough to compare it with the paper, and no more. */
export type LetterCheck =
  | { readonly kind: 'valid'; readonly letter: Letter; readonly round: Round; readonly name: string }
  /** The seat was given up, or the round cancelled. */
  | { readonly kind: 'no-longer'; readonly letter: Letter; readonly round: Round; readonly since: Instant }
  /** No code, or none of ours: nothing tells the two apart. */
  | { readonly kind: 'unknown' };

/** Checks the code of a confirmation letter as somebody typed it. */
export async function checkLetter(
  { letters, seats, applications, rounds }: Pick<Dependencies, 'letters' | 'seats' | 'applications' | 'rounds'>,
  typed: string,
): Promise<LetterCheck> {
  const code = parseVerificationCode(typed);
  const letter = code && (await letters.byCode(code));
  if (!letter) return { kind: 'unknown' };
  const [place, application, round] = await Promise.all([
    seats.place(letter.reference),
    applications.get(letter.reference),
    rounds.current(letter.roundId),
  ]);
  const name = application && (await nameOnLetter({ applications }, application));
  if (!place || !name || !round) return { kind: 'unknown' };
  if (place.state !== 'ACCEPTED') return { kind: 'no-longer', letter, round, since: place.since };
  return { kind: 'valid', letter, round, name: maskedName(name) };
}

import * as z from 'zod';
import { storedObject } from '../shared/database/stored.ts';
import { Fault } from '../shared/errors.ts';
import { fingerprint, type RandomBytes } from '../shared/random.ts';
import { checkCharacter, drawn, isWhole, meant } from '../shared/text/crockford.ts';
import { type Instant, instantSchema } from '../shared/time.ts';

/*
 * The code on a confirmation letter, by which anybody can check the letter on the page `/verify`. Whoever accepts a
 * seat gets one, in the commit that stores the answer:
 *
 *   const letter = issuedLetter({ reference, roundId, now }, deps.random);
 *   changes: [..., savePlace(movedPlace(place, 'accept', now, { letter: codeKey(letter.code) }), place),
 *             ...deps.letters.create(letter)]
 *
 * A letter stays as it was issued. Whether it is still valid is read from the place: a seat that was given up has none.
 */

/** Fifteen random characters, 75 bits, so that nobody finds one by trying; the sixteenth checks them. */
const randomLength = 15;

/** As it is printed: `7K3Q-9MX4-2B8T-QW5Z`. */
export const verificationCodeSchema = z
  .string()
  .regex(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}$/)
  .refine((code) => isWhole(code.replaceAll('-', '')))
  .brand<'VerificationCode'>();
export type VerificationCode = z.output<typeof verificationCodeSchema>;

const inGroups = (chars: string): string => chars.match(/.{1,4}/gu)?.join('-') ?? '';

/** A code from at least fifteen random bytes. @throws when bytes are missing. */
export function newVerificationCode(random: Uint8Array): VerificationCode {
  if (random.length < randomLength) throw new Fault('RandomTooShort', { bytes: random.length, wanted: randomLength });
  const chars = drawn(random.subarray(0, randomLength));
  return verificationCodeSchema.parse(inGroups(chars + checkCharacter(chars)));
}

/** The code that somebody typed, however they wrote it; nothing, if it cannot be one. */
export const parseVerificationCode = (typed: string): VerificationCode | undefined =>
  typed.length > 100 ? undefined : verificationCodeSchema.safeParse(inGroups(meant(typed))).data;

/** What a letter is found by: the table's keys never hold the code itself. */
export const codeKey = (code: VerificationCode): string => fingerprint('letter', code);

/** A confirmation letter as it was issued. */
export const letterSchema = storedObject({
  reference: z.string(),
  roundId: z.string(),
  code: verificationCodeSchema,
  issuedAt: instantSchema,
});
export type Letter = z.infer<typeof letterSchema>;

/** A letter with a code of its own. The caller commits it with the acceptance. */
export const issuedLetter = (
  given: { readonly reference: string; readonly roundId: string; readonly now: Instant },
  random: RandomBytes,
): Letter => ({
  reference: given.reference,
  roundId: given.roundId,
  code: newVerificationCode(random(randomLength)),
  issuedAt: given.now,
});

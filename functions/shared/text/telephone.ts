import { type PhoneNumber, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { digitsOf, normalisePhone, piece } from './normalise.ts';
import { normaliseLine } from './text.ts';

/** What a caller in Korea dials: with its 0, a service number, or the country's code with its + forgotten. */
const korean = /^(?:0|1[5-8]\d{6}$|82)/;

/**
 * Any telephone number, however it was written: a Korean one as it is dialled in Korea (`02-123-4567`, `1588-1234`),
 * one abroad with the code of its country (`+84 912 345 678`). Nothing, if no country has such a number.
 */
export function normaliseTelephone(typed: string): string | undefined {
  const mobile = normalisePhone(typed);
  if (mobile !== undefined || typed.length > 100) return mobile;
  const digits = digitsOf(typed);
  if (!/^\+?\d{6,19}$/.test(digits)) return undefined;
  // 00 is what most of the world dials for +, and the beginning of what a caller in Korea does: 001, 00700.
  const written = [digits.replace(/^00(?=[1-9])/, '+'), digits].filter(
    (one) => one.startsWith('+') || korean.test(one),
  );
  for (const one of written) {
    const number = parsePhoneNumberFromString(one, 'KR');
    const kept = number && asKept(number);
    if (kept !== undefined) return kept;
  }
  return undefined;
}

/** Korean mobile numbers have been read before. */
function asKept(number: PhoneNumber): string | undefined {
  if (number.country !== 'KR') return abroad(number);
  const dialled = number.formatNational();
  return number.isValid() && /^(?:0(?!10-)\d{1,2}-\d{3,4}|1[5-8]\d\d)-\d{4}$/.test(dialled) ? dialled : undefined;
}

/** The length has to do, for ranges are added; but read again it has to be the same number. */
function abroad(number: PhoneNumber): string | undefined {
  const written = number.formatInternational();
  return number.isPossible() && parsePhoneNumberFromString(written)?.number === number.number ? written : undefined;
}

/** The number of somebody who may live anywhere. */
export const telephone = piece(
  (typed) => normaliseTelephone(typed) ?? '',
  (number, typed) => {
    if (number !== '') return undefined;
    return { problem: normaliseLine(typed) === '' ? 'telephone-missing' : 'telephone-invalid' };
  },
);

import { normaliseLine, plainDigits } from './text.ts';

/** What may be wrong with a number that somebody has typed. */
export type AmountProblem = 'not-a-number' | 'negative' | 'decimal' | 'grouping' | 'unit' | 'too-large';

export type AmountRead =
  | { readonly kind: 'amount'; readonly amount: number }
  | { readonly kind: 'wrong'; readonly problem: AmountProblem };

const wrong = (problem: AmountProblem): AmountRead => ({ kind: 'wrong', problem });

/** What people write around an amount, and between its parts. */
const around = /^(?:₩|￦|KRW)|(?:원|won|KRW)$/giu;

const grouped = /^\d{1,3}(?:,\d{3})+$/u;

/** `1조 2,000억`, `3억5000만`, `500만`: each unit at most once, the larger first, and what is left below the last one. */
const inUnits =
  /^(?:(?<trillions>\d+)조)?(?:(?<hundredMillions>\d{1,4})억)?(?:(?<tenThousands>\d{1,4})만)?(?<rest>\d{1,4})?$/u;

const unitsOf = { trillions: 10 ** 12, hundredMillions: 10 ** 8, tenThousands: 10 ** 4, rest: 1 } as const;

/** The largest amount that is taken: a mistake of some zeros is more likely. */
export const mostWon = 99_999_999_999_999;

/**
 * Whole won as people write them: `120000000`, `120,000,000원`, `₩120,000,000`, full-width digits, and with 조, 억 and 만.
 * Nothing is guessed: what could mean two things is refused.
 */
export function readWon(typed: string): AmountRead {
  const plain = plainOf(typed);
  if (/[조억만]/u.test(plain)) return readUnits(plain);
  return /[천백십]/u.test(plain) ? wrong('unit') : readDigits(plain, mostWon);
}

/** A whole number of people, with or without 명. */
export const readCount = (typed: string, most: number): AmountRead =>
  readDigits(plainOf(typed).replace(/(?:명|people|persons?)$/iu, ''), most);

const plainOf = (typed: string): string =>
  plainDigits(normaliseLine(typed)).replace(/\s+/gu, '').replace(around, '').replace(/^\+/u, '');

function readDigits(plain: string, most: number): AmountRead {
  if (/^[-−–—]\d/u.test(plain) || /^\([\d,.]+\)$/u.test(plain)) return wrong('negative');
  if (/^[\d,]+\.\d*$/u.test(plain)) return /^[\d,]+\.\d{3}(?!\d)/u.test(plain) ? wrong('grouping') : wrong('decimal');
  if (/^\d+(?:\.\d{3})+$/u.test(plain)) return wrong('grouping');
  if (/^[\d,]+$/u.test(plain) && plain.includes(',')) {
    return grouped.test(plain) ? whole(plain.replaceAll(',', ''), most) : wrong('grouping');
  }
  return /^\d+$/u.test(plain) ? whole(plain, most) : wrong('not-a-number');
}

function whole(digits: string, most: number): AmountRead {
  const amount = Number(digits);
  return Number.isSafeInteger(amount) && amount <= most ? { kind: 'amount', amount } : wrong('too-large');
}

function readUnits(plain: string): AmountRead {
  if (/^[-−–—]/u.test(plain)) return wrong('negative');
  if (plain.includes('.')) return wrong('unit');
  const parts = plain.split(/[조억만]/u);
  if (!parts.every((part) => !part.includes(',') || grouped.test(part))) return wrong('grouping');
  const found = inUnits.exec(plain.replaceAll(',', ''))?.groups;
  if (!found) return wrong('unit');
  let amount = 0;
  for (const [unit, worth] of Object.entries(unitsOf)) amount += Number(found[unit] ?? 0) * worth;
  return Number.isSafeInteger(amount) && amount <= mostWon ? { kind: 'amount', amount } : wrong('too-large');
}

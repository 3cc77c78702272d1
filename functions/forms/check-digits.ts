import { plainDigits } from '../shared/text/text.ts';

/*
 * Numbers of firms, read as people write them. The digits of both are public; neither tells who a person is.
 */

/** What is left of a number that is parted by hyphens, points or spaces; nothing, if anything else is in it. */
const digitsOf = (typed: string, count: number): string | undefined => {
  const digits = plainDigits(typed).replace(/[\s.\-‐-―−]/gu, '');
  return digits.length === count && /^\d+$/.test(digits) ? digits : undefined;
};

const digitsIn = (digits: string): readonly number[] => Array.from(digits, Number);

const businessWeights = [1, 3, 7, 1, 3, 7, 1, 3, 5];

/**
 * A Korean business number (사업자등록번호) as `123-45-67891`; nothing, if it is none. The last digit checks the others, as
 * the National Tax Service checks them: the ninth counts five times, with the ten of that product once more.
 */
export function businessNumberIn(typed: string): string | undefined {
  const digits = digitsOf(typed, 10);
  if (digits === undefined) return undefined;
  const each = digitsIn(digits);
  const sum = businessWeights.reduce((all, weight, index) => all + weight * (each[index] ?? 0), 0);
  const carried = Math.floor((5 * (each[8] ?? 0)) / 10);
  if ((10 - ((sum + carried) % 10)) % 10 !== each[9]) return undefined;
  return `${digits.slice(0, 3)}-${digits.slice(3, 5)}-${digits.slice(5)}`;
}

/** A number of thirteen digits as a corporation has it (법인등록번호), as `110111-1234567`; nothing, if it has others. */
export function corporateNumberIn(typed: string): string | undefined {
  const digits = digitsOf(typed, 13);
  return digits && `${digits.slice(0, 6)}-${digits.slice(6)}`;
}

/**
 * Whether the last digit of a corporate number checks the others: each second one counts twice, and what is left to the
 * next ten. Not all numbers that registries gave out pass, so that nobody is stopped by it.
 */
export function isCorporateCheckRight(typed: string): boolean {
  const digits = digitsOf(typed, 13);
  if (digits === undefined) return false;
  const each = digitsIn(digits);
  const sum = each.slice(0, 12).reduce((all, digit, index) => all + digit * (index % 2 === 0 ? 1 : 2), 0);
  return (10 - (sum % 10)) % 10 === each[12];
}

/**
 * Whether thirteen digits are a corporation's and no person's: it begins with the code of the registry, from 11 to 28, and
 * who was born in 1911 to 1928 or after 2010 founds no firm.
 */
export function isNoPersonsNumber(typed: string): boolean {
  const registry = Number(digitsOf(typed, 13)?.slice(0, 2));
  return registry >= 11 && registry <= 28;
}

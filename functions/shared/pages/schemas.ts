import * as z from 'zod';
import { type Text, withParticle } from '../i18n.ts';
import { readWon } from '../text/amounts.ts';
import { normaliseLine } from '../text/text.ts';
import { formatWon, wonDigits } from '../text/won.ts';

/** A whole number as people type it (full-width digits, a unit behind it), within bounds. */
export const wholeNumber = ({ min, max, unit }: { min: number; max: number; unit?: RegExp }) => {
  const text: Text = {
    ko: `${withParticle(String(min), '과', '와')} ${max} 사이의 숫자를 입력해 주십시오.`,
    en: `Enter a whole number between ${min} and ${max}.`,
  };
  return z.string().transform((typed, context) => {
    const digits = normaliseLine(unit ? normaliseLine(typed).replace(unit, '') : typed);
    const number = /^\d{1,9}$/.test(digits) ? Number(digits) : Number.NaN;
    if (number >= min && number <= max) return number;
    context.addIssue({ code: 'custom', params: { text }, input: typed });
    return z.NEVER;
  });
};

/** Whole won as people write them, up to an amount; whoever writes them otherwise is told how. */
export const wholeWon = ({ max }: { readonly max: number }) => {
  const [most, example] = [formatWon(max), wonDigits(24_000)];
  const text: Text = {
    ko: `${most.ko} 이하의 금액을 ${example}처럼 숫자로만 입력해 주십시오.`,
    en: `Enter an amount up to ${most.en}, in digits only, for example ${example}.`,
  };
  return z.string().transform((typed, context) => {
    const read = readWon(typed);
    if (read.kind === 'amount' && read.amount <= max) return read.amount;
    context.addIssue({ code: 'custom', params: { text }, input: typed });
    return z.NEVER;
  });
};

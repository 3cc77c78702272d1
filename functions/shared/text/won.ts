import type { Text } from '../i18n.ts';

const grouped = new Intl.NumberFormat('en-US');

/** Whole won as digits, thousands apart: `490,000`, `-1,000`. */
export const wonDigits = (amount: number): string => grouped.format(amount);

/** `490,000원`, `490,000 won`. */
export const formatWon = (amount: number): Text => {
  const digits = wonDigits(amount);
  return { ko: `${digits}원`, en: `${digits} won` };
};

import type { Text } from '../i18n.ts';
import { folded } from './folded.ts';
import { normalisePhone } from './normalise.ts';

/*
 * Resident and foreigner registration numbers: PIPA art. 24-2 forbids collecting them without a law that says so, and
 * there is none here. They are stopped at every form, and what is kept of a form is kept without them.
 */

/** The date, however it is parted, then seven digits of which the first tells the century and the sex. */
const pattern = /(?<!\d)(\d\s?\d)([\s.\-/]?)(\d\s?\d)\2(\d\s?\d)[\s.\-_~:,)(/·*]{0,3}([1-8])((?:\s?\d){6})(?!\d)/gu;

export const residentNumberStopped: Text = {
  ko: '주민등록번호나 외국인등록번호로 보이는 숫자가 있습니다. 법령에 근거가 없으면 수집할 수 없으므로(「개인정보 보호법」 제24조의2) 그 숫자를 지워 주십시오. 이 숫자는 저장하지 않았습니다.',
  en: 'There is a number here that looks like a resident or foreigner registration number. By law we may not collect it (Personal Information Protection Act, article 24-2). Remove it. We have not saved the number.',
};

export const hasResidentNumber = (text: string): boolean => residentNumbersIn(text).length > 0;

/** The text with a ● for each digit of such a number, in whatever signs it is written; the rest is as it was. */
export function withoutResidentNumbers(text: string): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { from, to } of residentNumbersIn(text)) {
    pieces.push(text.slice(at, from), text.slice(Math.max(at, from), to).replace(/\p{N}/gu, '●'));
    at = to;
  }
  return pieces.join('') + text.slice(at);
}

/** As few signs as thirteen digits may be written in: ⑩ is two. */
const leastSigns = 7;

/** Where they stand, in UTF-16 units of the text, in their order. */
export function residentNumbersIn(text: string): { readonly from: number; readonly to: number }[] {
  if ((text.match(/\p{N}/gu)?.length ?? 0) < leastSigns) return [];
  const { plain, place } = folded(text);
  return [...plain.matchAll(pattern)].flatMap((found) => {
    const [whole, year = '', , month = '', day = '', century = ''] = found;
    if (!isDay(year, month, day, century) || isMobile(whole, plain, found.index)) return [];
    return [place(found.index, found.index + whole.length)];
  });
}

/**
 * A mobile with the country's code and the 0 besides, which has thirteen digits too and begins like the first days of
 * January 1982: parted as telephones are (`82010 1234 5678`), after a +, or all that was typed.
 */
function isMobile(digits: string, text: string, at: number): boolean {
  if (normalisePhone(digits) === undefined) return false;
  const groups = digits.split(/\D+/u);
  return text[at - 1] === '+' || (groups.length === 1 ? text.trim() === digits : groups.at(-1)?.length === 4);
}

/** 1, 2, 5 and 6 are of the 1900s; 3, 4, 7 and 8 of the 2000s. */
function isDay(year: string, month: string, day: string, century: string): boolean {
  const [yy, mm, dd] = [year, month, day].map((part) => Number(part.replace(/\s/gu, '')));
  const full = ('1256'.includes(century) ? 1900 : 2000) + (yy ?? 0);
  const date = new Date(Date.UTC(full, (mm ?? 0) - 1, dd ?? 0));
  return date.getUTCMonth() + 1 === mm && date.getUTCDate() === dd;
}

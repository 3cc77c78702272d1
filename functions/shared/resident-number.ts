import { folded } from './folded.ts';
import type { Text } from './i18n.ts';

/*
 * Resident and foreigner registration numbers: PIPA art. 24-2 forbids collecting them without a law that says so, and
 * there is none here. They are stopped at every form, and what is kept of a form is kept without them.
 */

/** The date, however it is parted, then seven digits of which the first tells the century and the sex. */
const pattern = /(?<!\d)(\d\s?\d)([\s.\-/]?)(\d\s?\d)\2(\d\s?\d)[\s.\-_~:,)(/·*]{0,3}([1-8])((?:\s?\d){6})(?!\d)/gu;

export const residentNumberStopped: Text = {
  ko: '주민등록번호나 외국인등록번호처럼 보이는 숫자가 있습니다. 법령에 근거가 없으면 수집할 수 없으므로(개인정보 보호법 제24조의2) 그 숫자를 지워 주십시오. 이 번호는 저장하지 않았습니다.',
  en: 'There is a number here that looks like a resident or foreigner registration number. Without a law that says so we may not collect it (Personal Information Protection Act, article 24-2). Please take it out. We have not kept the number.',
};

export const hasResidentNumber = (text: string): boolean => residentNumbersIn(text).length > 0;

/** The text with a ● for each digit of such a number: as long as before, and the rest as it was. */
export function withoutResidentNumbers(text: string): string {
  let blotted = text;
  for (const { from, to } of residentNumbersIn(text)) {
    blotted = blotted.slice(0, from) + blotted.slice(from, to).replace(/\p{Nd}/gu, '●') + blotted.slice(to);
  }
  return blotted;
}

/** Where they stand, in UTF-16 units of the text. */
export function residentNumbersIn(text: string): { readonly from: number; readonly to: number }[] {
  if ((text.match(/\p{Nd}/gu)?.length ?? 0) < 13) return [];
  const { plain, place } = folded(text);
  return [...plain.matchAll(pattern)].flatMap((found) => {
    const [whole, year = '', , month = '', day = '', century = ''] = found;
    return isDay(year, month, day, century) ? [place(found.index, found.index + whole.length)] : [];
  });
}

/** 1, 2, 5 and 6 are of the 1900s; 3, 4, 7 and 8 of the 2000s. */
function isDay(year: string, month: string, day: string, century: string): boolean {
  const [yy, mm, dd] = [year, month, day].map((part) => Number(part.replace(/\s/gu, '')));
  const full = ('1256'.includes(century) ? 1900 : 2000) + (yy ?? 0);
  const date = new Date(Date.UTC(full, (mm ?? 0) - 1, dd ?? 0));
  return date.getUTCMonth() + 1 === mm && date.getUTCDate() === dd;
}

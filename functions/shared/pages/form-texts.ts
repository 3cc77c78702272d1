import type * as z from 'zod';
import { type Text, withParticle } from '../i18n.ts';

/** What the words need to know of a field. */
interface Field {
  readonly label: Text;
  readonly widget: string;
  readonly options?: readonly unknown[];
  readonly missing?: Text;
  readonly invalid?: Text;
  readonly panel?: { readonly title: Text };
}

/* The words of the form engine, apart from what the fields say themselves. */

export const optional: Text = { ko: '(선택)', en: '(optional)' };
export const repeated: Text = {
  ko: '답이 두 개 들어왔습니다. 하나만 남겨 주십시오.',
  en: 'We received two answers here. Leave only one.',
};
export const notAnOption: Text = { ko: '보기 가운데에서 골라 주십시오.', en: 'Choose one of the answers shown.' };
export const yearNotFull: Text = {
  ko: '연도를 네 자리 숫자로 입력해 주십시오. 예: 1995',
  en: 'Enter the year in four digits, for example 1995.',
};
export const noSuchDate: Text = {
  ko: '달력에 있는 날짜를 숫자로 입력해 주십시오. 예: 1995년 3월 2일',
  en: 'Enter a real date in figures, for example year 1995, month 3, day 2.',
};
export const datePartMissing = {
  year: { ko: '연도를 입력해 주십시오.', en: 'Enter the year.' },
  month: { ko: '월을 입력해 주십시오.', en: 'Enter the month.' },
  day: { ko: '일을 입력해 주십시오.', en: 'Enter the day.' },
} as const satisfies Record<string, Text>;
export const datePart = {
  year: { ko: '년', en: 'Year' },
  month: { ko: '월', en: 'Month' },
  day: { ko: '일', en: 'Day' },
} as const satisfies Record<string, Text>;
export const choose: Text = { ko: '선택해 주십시오', en: 'Choose one' };
export const notGiven: Text = { ko: '입력하지 않음', en: 'Not given' };
export const yes: Text = { ko: '예', en: 'Yes' };
export const no: Text = { ko: '아니요', en: 'No' };
export const agreed: Text = { ko: '동의함', en: 'Agreed' };
export const notAgreed: Text = { ko: '동의하지 않음', en: 'Not agreed' };
export const change: Text = { ko: '고치기', en: 'Change' };

const figures = (count: number): string => count.toLocaleString('en-GB');

export const tooLong = (most: number, count: number): Text => ({
  ko: `${figures(most)}자까지 쓸 수 있습니다. 지금은 ${figures(count)}자입니다.`,
  en: `Write ${figures(most)} characters at most. You have written ${figures(count)}.`,
});
export const tooShort = (least: number, count: number): Text => ({
  ko: `${figures(least)}자 이상 써 주십시오. 지금은 ${figures(count)}자입니다.`,
  en: `Write at least ${figures(least)} characters. You have written ${figures(count)}.`,
});
export const allowed = (least: number | undefined, most: number): Text => ({
  ko: least ? `${figures(least)}자 이상, 최대 ${figures(most)}자` : `최대 ${figures(most)}자`,
  en: least ? `${figures(least)} to ${figures(most)} characters` : `Up to ${figures(most)} characters`,
});
export const written = (count: number): Text => ({
  ko: `지금 ${figures(count)}자`,
  en: `${figures(count)} written so far`,
});

const lowerFirst = (words: string): string =>
  /^[A-Z][a-z]/.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words;

/** A problem with the field that has it, so that the summary at the top says it all. */
export const labelled = (field: Field, problem: Text): Text => {
  const name = field.panel?.title ?? field.label;
  return { ko: `${name.ko}: ${problem.ko}`, en: `${name.en}: ${lowerFirst(problem.en)}` };
};

const picked = (field: Field): boolean => field.options !== undefined || field.widget === 'checkbox';

export const missing = (field: Field): Text =>
  field.missing ?? {
    ko: `${withParticle(field.label.ko, '을', '를')} ${picked(field) ? '골라' : '입력해'} 주십시오.`,
    en: `${picked(field) ? 'Choose' : 'Enter'} your ${lowerFirst(field.label.en)}.`,
  };

export const invalid = (field: Field): Text =>
  field.invalid ?? {
    ko: `${field.label.ko}: 입력한 내용을 다시 확인해 주십시오.`,
    en: `${field.label.en}: check what you entered.`,
  };

const isText = (value: unknown): value is Text =>
  typeof value === 'object' && value !== null && 'ko' in value && 'en' in value;

/** The words that a schema brought along: `refine(test, { params: { text: { ko, en } } })`. */
export function ofIssue(issue: z.core.$ZodIssue): Text | undefined {
  const text: unknown = issue.code === 'custom' ? issue.params?.text : undefined;
  return isText(text) ? text : undefined;
}

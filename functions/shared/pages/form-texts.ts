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
export const required: Text = { ko: '(필수)', en: '(required)' };
export const repeated: Text = {
  ko: '답변이 두 개 입력되었습니다. 하나만 남겨 주십시오.',
  en: 'There are two answers here. Leave only one.',
};
export const notAnOption: Text = {
  ko: '화면에 있는 보기 가운데에서 선택해 주십시오.',
  en: 'Choose one of the answers shown.',
};
export const yearNotFull: Text = {
  ko: '연도를 네 자리 숫자로 입력해 주십시오. 예: 1995',
  en: 'Enter the year in four digits, for example 1995.',
};
export const noSuchDate: Text = {
  ko: '없는 날짜입니다. 날짜를 확인하여 숫자로 입력해 주십시오. 예: 1995년 3월 2일',
  en: 'There is no such date. Enter a real date in numbers, for example year 1995, month 3, day 2.',
};
export const datePartMissing = {
  year: { ko: '연도를 입력해 주십시오. 예: 1995', en: 'Enter the year, for example 1995.' },
  month: { ko: '월을 입력해 주십시오. 예: 3', en: 'Enter the month, for example 3.' },
  day: { ko: '일을 입력해 주십시오. 예: 2', en: 'Enter the day, for example 2.' },
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
export const change: Text = { ko: '수정하기', en: 'Change' };

const figures = (count: number): string => count.toLocaleString('en-GB');

export const tooLong = (most: number, count: number): Text => ({
  ko: `${figures(count - most)}자를 줄여 주십시오(최대 ${figures(most)}자).`,
  en: `Shorten it by ${figures(count - most)} ${count - most === 1 ? 'character' : 'characters'} (at most ${figures(most)}).`,
});
export const tooShort = (least: number, count: number): Text => ({
  ko: `${figures(least - count)}자를 더 써 주십시오(최소 ${figures(least)}자).`,
  en: `Write ${figures(least - count)} more ${least - count === 1 ? 'character' : 'characters'} (at least ${figures(least)}).`,
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
    ko: `${withParticle(field.label.ko, '을', '를')} ${picked(field) ? '선택해' : '입력해'} 주십시오.`,
    en: `${picked(field) ? 'Choose' : 'Enter'} your ${lowerFirst(field.label.en)}.`,
  };

export const invalid = (field: Field): Text =>
  field.invalid ?? {
    ko: `${field.label.ko}: 입력하신 내용을 다시 확인해 주십시오.`,
    en: `${field.label.en}: check what you entered.`,
  };

const isText = (value: unknown): value is Text =>
  typeof value === 'object' && value !== null && 'ko' in value && 'en' in value;

/** The words that a schema brought along: `refine(test, { params: { text: { ko, en } } })`. */
export function ofIssue(issue: z.core.$ZodIssue): Text | undefined {
  const text: unknown = issue.code === 'custom' ? issue.params?.text : undefined;
  return isText(text) ? text : undefined;
}

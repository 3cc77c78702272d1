import * as z from 'zod';
import type { Text } from '../i18n.ts';
import { compose, lengthOf, normaliseLine, normaliseText, plainDigits, visible } from './text.ts';

/** What people put between the digits of a telephone number. */
const betweenDigits = /[\s\p{Pd}\u2212.()[\]/·•‧∙⋅・]/gu;

/** The digits of a telephone number, with a + before them if there is one; what else is in it stays. */
export const digitsOf = (typed: string): string => plainDigits(visible(typed)).replace(betweenDigits, '');

/** A Korean mobile number, however it was written, as `010-1234-5678`; also 011 and 016 to 019. */
export function normalisePhone(typed: string): string | undefined {
  if (typed.length > 100) return undefined;
  const digits = digitsOf(typed).replace(/^(?:(?:\+|00)82|82(?=0?1\d{8}))0?(?=1)/, '0');
  const [, prefix, middle, last] = /^(010(?=\d{8}$)|01[16-9](?=\d{7,8}$))(\d{3,4})(\d{4})$/.exec(digits) ?? [];
  return prefix && `${prefix}-${middle}-${last}`;
}

/** As mail programs copy an address: `Kim Haneul <haneul@example.com>`, `mailto:haneul@example.com`. */
const inBrackets = /^[^<>]*<([^<>@]+@[^<>]+)>$/u;
const mailto = /^(?:mailto:\s*)+/iu;

/** An e-mail address by itself, with its domain in lower case; not checked. */
export function normaliseEmail(typed: string): string {
  const pasted = compose(visible(typed), 'NFKC').trim();
  const written = pasted.replace(inBrackets, '$1').replace(mailto, '').trim();
  const at = written.lastIndexOf('@');
  return at < 0 ? written : compose(written.slice(0, at) + written.slice(at).toLowerCase(), 'NFKC');
}

/** By what two spellings of one address are recognised: all in lower case. */
export const foldedEmail = (typed: string): string => compose(normaliseEmail(typed).toLowerCase(), 'NFKC');

/** What may be wrong with an answer, in words; `{min}`, `{max}` and `{count}` stand for numbers. */
export const problems = {
  'name-missing': { ko: '이름을 입력해 주십시오.', en: 'Enter your name.' },
  'name-too-long': {
    ko: '이름은 {max}자까지 입력하실 수 있습니다. 줄여서 입력해 주십시오.',
    en: 'Your name can have up to {max} characters. Shorten it.',
  },
  'name-without-letter': {
    ko: '이름에는 글자가 있어야 합니다. 예: 김하늘',
    en: 'Your name must have letters in it. Enter it in letters, for example Haneul Kim.',
  },
  'name-with-emoji': {
    ko: '이름에는 이모지나 그림 문자를 쓸 수 없습니다. 글자로만 입력해 주십시오. 예: 김하늘',
    en: 'Your name cannot have emoji or pictures in it. Enter it in letters only, for example Haneul Kim.',
  },
  'name-not-latin': {
    ko: '여권에 적힌 대로 로마자로 입력해 주십시오. 예: HONG GILDONG',
    en: 'Enter your name in Latin letters as in your passport, for example HONG GILDONG.',
  },
  'email-missing': {
    ko: '이메일 주소를 입력해 주십시오. 예: haneul@example.com',
    en: 'Enter your email address, for example haneul@example.com.',
  },
  'email-invalid': {
    ko: '이메일 주소의 형식이 맞지 않습니다. 다시 확인해 주십시오. 예: haneul@example.com',
    en: 'Enter an email address in the correct format, for example haneul@example.com.',
  },
  'email-too-long': {
    ko: '이메일 주소는 {max}자까지 입력하실 수 있습니다. 더 짧은 주소를 입력해 주십시오.',
    en: 'Your email address can have up to {max} characters. Enter a shorter one.',
  },
  'email-international': {
    ko: '한글 등 영문이 아닌 글자가 들어 있는 주소로는 이메일을 보낼 수 없습니다. 영문으로 된 이메일 주소를 입력해 주십시오. 예: haneul@example.com',
    en: 'We cannot send email to addresses with letters such as 한글 or é. Enter an address in plain English letters, for example haneul@example.com.',
  },
  'mobile-missing': {
    ko: '휴대전화 번호를 입력해 주십시오. 예: 010-1234-5678',
    en: 'Enter your mobile number, for example 010-1234-5678.',
  },
  'mobile-invalid': {
    ko: '국내 휴대전화 번호가 아닙니다. 다시 확인해 주십시오. 예: 010-1234-5678',
    en: 'Enter a Korean mobile number, for example 010-1234-5678.',
  },
  'telephone-missing': { ko: '전화번호를 입력해 주십시오.', en: 'Enter a telephone number.' },
  'telephone-invalid': {
    ko: '전화번호를 지역 번호까지 입력해 주십시오. 해외 번호는 +와 국가 번호로 시작합니다. 예: 010-1234-5678, 031-123-4567, +84 912 345 678',
    en: 'Enter a telephone number with its area code; outside Korea begin with + and the country code. For example 010-1234-5678, 031-123-4567 or +84 912 345 678.',
  },
  'text-missing': { ko: '내용을 입력해 주십시오.', en: 'Enter an answer.' },
  'text-without-letter': {
    ko: '글자가 없습니다. 내용을 글로 써 주십시오.',
    en: 'There are no letters in your answer. Write it in words.',
  },
  'text-too-short': {
    ko: '{min}자 이상 써 주십시오. 지금은 {count}자입니다.',
    en: 'Write at least {min} characters. You have written {count}.',
  },
  'text-too-long': {
    ko: '{max}자 이하로 줄여 주십시오. 지금은 {count}자입니다.',
    en: 'Write {max} characters at most. You have written {count}.',
  },
} as const satisfies Record<string, Text>;
export type Problem = keyof typeof problems;

const isProblem = (key: string): key is Problem => Object.hasOwn(problems, key);

/** The words for an issue of the pieces below, its numbers filled in. Nothing for any other issue. */
export function problemText(issue: z.core.$ZodIssue): Text | undefined {
  if (!isProblem(issue.message)) return undefined;
  const params: Record<string, unknown> = (issue.code === 'custom' && issue.params) || {};
  const fill = (words: string, locale: string) =>
    words.replace(/\{(\w+)\}/g, (_, name: string) => Number(params[name]).toLocaleString(locale));
  const { ko, en } = problems[issue.message];
  return { ko: fill(ko, 'ko-KR'), en: fill(en, 'en-GB') };
}

interface Finding {
  readonly problem: Problem;
  readonly params?: Readonly<Record<'min' | 'max' | 'count', number>> | { readonly max: number };
}

/** A piece that normalises what was typed and then names the first problem, as the message of a custom issue. */
export const piece = <Value extends string>(
  normalise: (typed: string) => Value,
  check: (value: Value, typed: string) => Finding | undefined,
) =>
  z.string().transform((typed, context) => {
    const value = normalise(typed);
    const finding = check(value, typed);
    if (!finding) return value;
    context.addIssue({ code: 'custom', message: finding.problem, params: finding.params, input: typed });
    return z.NEVER;
  });

/** As long as the longest that registers of persons and passports know, in any of their spellings. */
export const longestName = 150;
const emoji = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}|\u20e3/u;
/** A name of any length from one letter, in any script. */
export const personName = piece(normaliseLine, (name) => {
  if (name === '') return { problem: 'name-missing' };
  if (lengthOf(name) > longestName) return { problem: 'name-too-long', params: { max: longestName } };
  if (emoji.test(name)) return { problem: 'name-with-emoji' };
  return /\p{L}/u.test(name) ? undefined : { problem: 'name-without-letter' };
});

/** RFC 5321: 64 before the @ and 254 in all. */
const longestEmail = 254;
/** Dot-atoms of RFC 5322 and a host name with a dot; quoted local parts and address literals are left out. */
const emailPattern =
  /^(?=[^@]{1,64}@)[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*@(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+(?:[a-z]{2,63}|xn--[a-z\d-]{1,59})$/;

export const emailAddress = piece(normaliseEmail, (email) => {
  if (email === '') return { problem: 'email-missing' };
  if (email.length > longestEmail) return { problem: 'email-too-long', params: { max: longestEmail } };
  if (/\P{ASCII}/u.test(email)) return { problem: 'email-international' };
  return emailPattern.test(email) ? undefined : { problem: 'email-invalid' };
});

export const mobileNumber = piece(
  (typed) => normalisePhone(typed) ?? '',
  (phone, typed) => {
    if (phone !== '') return undefined;
    return { problem: normaliseLine(typed) === '' ? 'mobile-missing' : 'mobile-invalid' };
  },
);

const bounded =
  ({ min = 0, max }: { readonly min?: number; readonly max: number }) =>
  (text: string): Finding | undefined => {
    const count = lengthOf(text);
    if (count === 0 && min > 0) return { problem: 'text-missing' };
    if (min > 0 && !/[\p{L}\p{N}]/u.test(text)) return { problem: 'text-without-letter' };
    if (count < min) return { problem: 'text-too-short', params: { min, max, count } };
    return count > max ? { problem: 'text-too-long', params: { min, max, count } } : undefined;
  };

/** Several lines of between `min` and `max` code points after normalisation; with no `min` it may stay empty. */
export const longText = (bounds: { readonly min?: number; readonly max: number }) =>
  piece(normaliseText, bounded(bounds));

/** One line of between `min` and `max` code points after normalisation; with no `min` it may stay empty. */
export const shortText = (bounds: { readonly min?: number; readonly max: number }) =>
  piece(normaliseLine, bounded(bounds));

import * as z from 'zod';
import type { Text } from './i18n.ts';

/** Controls (C0, DEL, C1) other than the white space that the callers turn into spaces or line ends. */
const controls = /[\p{Cc}--[\t\n\v\f\r\u0085]]/gv;
/** Marks, embeddings, overrides and isolates of text direction, and invisible spaces; joiners of emoji stay. */
const invisible = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
const fullWidth = /[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff20]/g;

/**
 * Normalisation sorts the marks on one letter in quadratic time: half a million of them would take minutes. No
 * language has more than a few on one letter, and the Stream-Safe Text Format (UAX 15) allows 30.
 */
const tooManyMarks = /(\p{M}{30})\p{M}+/gu;
const compose = (text: string, form: 'NFC' | 'NFKC'): string =>
  text.replace(tooManyMarks, '$1').normalize(form).replace(tooManyMarks, '$1');

const clean = (typed: string): string => typed.toWellFormed().replace(invisible, '').replace(controls, '');

/**
 * One line as people see it: NFC, full-width letters, digits and @ in their ASCII form, white space of any kind as
 * single spaces, no controls, nothing that turns the direction of text.
 */
export const normaliseLine = (typed: string): string =>
  compose(
    clean(typed).replace(fullWidth, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0)),
    'NFC',
  )
    .replace(/[\s\u0085]+/g, ' ')
    .trim();

/** Several lines: NFC, line ends as \n, tabs kept, no other controls, nothing that turns the direction of text. */
export const normaliseText = (typed: string): string =>
  compose(clean(typed.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')).replace(/[\v\f]/g, ' '), 'NFC').trim();

/** A Korean mobile number, however it was written, as `010-1234-5678`; also 011 and 016 to 019. */
export function normalisePhone(typed: string): string | undefined {
  if (typed.length > 100) return undefined;
  const written = clean(typed)
    .normalize('NFKC')
    .replace(/[\s\p{Pd}\u2212.()]/gu, '');
  const digits = written.replace(/^(?:\+|00)820?(?=1)|^82(?=1)/, '0');
  const [, prefix, middle, last] = /^(010(?=\d{8}$)|01[16-9](?=\d{7,8}$))(\d{3,4})(\d{4})$/.exec(digits) ?? [];
  return prefix && `${prefix}-${middle}-${last}`;
}

/** An e-mail address with its domain in lower case; not checked. */
export function normaliseEmail(typed: string): string {
  const written = compose(clean(typed), 'NFKC').trim();
  const at = written.lastIndexOf('@');
  return at < 0 ? written : compose(written.slice(0, at) + written.slice(at).toLowerCase(), 'NFKC');
}

/** By what two spellings of one address are recognised: all in lower case. */
export const emailKey = (typed: string): string => compose(normaliseEmail(typed).toLowerCase(), 'NFKC');

/** What may be wrong with an answer, in words; `{min}`, `{max}` and `{count}` stand for numbers. */
export const problems = {
  'name-missing': { ko: '이름을 입력해 주십시오.', en: 'Enter your name.' },
  'name-too-long': {
    ko: '이름은 {max}자까지 입력할 수 있습니다.',
    en: 'Your name can have up to {max} characters.',
  },
  'name-without-letter': {
    ko: '이름에는 글자가 있어야 합니다. 예: 김하늘',
    en: 'Your name must have letters in it, for example Haneul Kim.',
  },
  'email-missing': { ko: '이메일 주소를 입력해 주십시오.', en: 'Enter your e-mail address.' },
  'email-invalid': {
    ko: '이메일 주소의 형식이 맞지 않습니다. 예: haneul@example.com',
    en: 'Enter an e-mail address in the right form, for example haneul@example.com.',
  },
  'email-too-long': {
    ko: '이메일 주소는 {max}자까지 입력할 수 있습니다.',
    en: 'Your e-mail address can have up to {max} characters.',
  },
  'email-international': {
    ko: '한글 등 영문이 아닌 문자가 들어 있는 주소로는 메일을 보낼 수 없습니다. 영문으로 된 이메일 주소를 입력해 주십시오.',
    en: 'We cannot send mail to addresses with letters such as 한글 or é. Enter an address in plain English letters.',
  },
  'mobile-missing': { ko: '휴대전화 번호를 입력해 주십시오.', en: 'Enter your mobile number.' },
  'mobile-invalid': {
    ko: '국내 휴대전화 번호를 입력해 주십시오. 예: 010-1234-5678',
    en: 'Enter a Korean mobile number, for example 010-1234-5678.',
  },
  'text-missing': { ko: '내용을 입력해 주십시오.', en: 'Enter an answer.' },
  'text-too-short': {
    ko: '{min}자 이상 입력해 주십시오. 지금은 {count}자입니다.',
    en: 'Write at least {min} characters. You have written {count}.',
  },
  'text-too-long': {
    ko: '{max}자까지 입력할 수 있습니다. 지금은 {count}자입니다.',
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
const piece = <Value extends string>(
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

/** Characters as people and their counters count them: code points of the normalised text. */
export function lengthOf(value: string): number {
  let count = 0;
  for (const _ of value) count += 1;
  return count;
}

const longestName = 60;
/** The Hangul fillers are letters that nobody sees. */
const visibleLetter = /(?=\p{L})\P{Default_Ignorable_Code_Point}/u;
export const personName = piece(normaliseLine, (name) => {
  if (name === '') return { problem: 'name-missing' };
  if (lengthOf(name) > longestName) return { problem: 'name-too-long', params: { max: longestName } };
  return visibleLetter.test(name) ? undefined : { problem: 'name-without-letter' };
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
    if (count < min) return { problem: 'text-too-short', params: { min, max, count } };
    return count > max ? { problem: 'text-too-long', params: { min, max, count } } : undefined;
  };

/** Several lines of between `min` and `max` code points after normalisation; with no `min` it may stay empty. */
export const longText = (bounds: { readonly min?: number; readonly max: number }) =>
  piece(normaliseText, bounded(bounds));

/** One line of between `min` and `max` code points after normalisation; with no `min` it may stay empty. */
export const shortText = (bounds: { readonly min?: number; readonly max: number }) =>
  piece(normaliseLine, bounded(bounds));

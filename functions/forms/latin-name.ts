import type { Text } from '../shared/i18n.ts';
import type { Typed } from '../shared/pages/form.ts';
import { isDrawable } from '../shared/pdf/drawable.ts';
import { longestName, piece } from '../shared/text/normalise.ts';
import { normaliseLine } from '../shared/text/text.ts';

const latin = /^\p{scx=Latin}[\p{scx=Latin}\p{M} .,'’()-]*$/u;

const missing: Text = {
  ko: '이름에 확인서에 표시할 수 없는 글자가 있습니다. 여권에 적힌 로마자 이름을 입력해 주십시오. 예: HONG GILDONG',
  en: 'Your name has letters that our documents cannot show. Enter it in Latin letters as in your passport, for example HONG GILDONG.',
};

const schema = piece(normaliseLine, (name) =>
  latin.test(name) && isDrawable(name) ? undefined : { problem: 'name-not-latin' },
);

/** Asked of those only whose name no font of the documents draws, as soon as that is seen: what the letter shows. */
export const latinName = {
  widget: 'text',
  label: { ko: '여권의 로마자 이름', en: 'Name in Latin letters' },
  hint: {
    ko: '여권에 적힌 대로 로마자로 입력해 주십시오. 선발되시면 확인서에 이 이름을 적습니다. 예: HONG GILDONG',
    en: 'As in your passport. If you are selected, this name is on your confirmation letter. For example HONG GILDONG',
  },
  optional: true,
  unmarked: true,
  askedIf: ({ name = [] }: Typed): boolean => !isDrawable(normaliseLine(name[0] ?? '')),
  schema,
  missing,
  maxLength: longestName,
  data: {
    purpose: { ko: '확인서 발급', en: 'To issue your confirmation letter' },
    retention: 'enrolment',
    identifies: true,
  },
} as const;

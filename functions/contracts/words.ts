import type { ApplicantKind } from '../forms/lab-v1/kind.ts';
import type { Text } from '../shared/i18n.ts';
import type { AddendumField } from './addendum.ts';

/** What each value that an addendum changes is called. */
export const fieldWords = {
  kind: { ko: '유형', en: 'Kind' },
  name: { ko: '이름', en: 'Name' },
  number: { ko: '등록 번호', en: 'Registration number' },
  representative: { ko: '대표자', en: 'Representative' },
  position: { ko: '대표자의 직위', en: 'Position of the representative' },
  email: { ko: '이메일', en: 'Email address' },
  mobile: { ko: '휴대전화', en: 'Mobile number' },
  desks: { ko: '책상 수', en: 'Desks' },
} as const satisfies Record<AddendumField, Text>;

const kindWords = {
  founder: { ko: '예비 창업자', en: 'Prospective founder' },
  firm: { ko: '국내 기업', en: 'Firm in Korea' },
  'foreign-firm': { ko: '외국 기업', en: 'Foreign firm' },
} as const satisfies Record<ApplicantKind, Text>;

const none: Text = { ko: '없음', en: 'none' };

/** A value as people read it. */
export function valueText(field: AddendumField, value: string): Text {
  if (value === '') return none;
  if (field === 'kind' && Object.hasOwn(kindWords, value)) {
    const [, text = none] = Object.entries(kindWords).find(([kind]) => kind === value) ?? [];
    return text;
  }
  return { ko: value, en: value };
}

import * as z from 'zod';
import type { Text } from '../shared/i18n.ts';
import type { Field, FormPage } from '../shared/pages/form.ts';

/** A consent as a round states it: what PIPA art. 15 (2), 17 (2) and 22 want said, each by itself. */
export interface Consent {
  readonly id: string;
  readonly required: boolean;
  readonly title: Text;
  /** Who gets the data, if somebody else does (art. 17). */
  readonly recipient?: Text;
  readonly purpose: Text;
  readonly items: Text;
  readonly retention: Text;
  /** The right to refuse, and what follows from refusing. */
  readonly refusal: Text;
}

const terms = {
  recipient: { ko: '제공받는 자', en: 'Recipient' },
  purpose: { ko: '이용 목적', en: 'Purpose' },
  items: { ko: '개인정보 항목', en: 'Data' },
  retention: { ko: '보유 기간', en: 'Kept for' },
  refusal: { ko: '거부권과 불이익', en: 'Right to refuse' },
} as const satisfies Record<string, Text>;

/** What has to stand out (PIPA art. 22 (2)): how long data is kept; if it is given away, to whom and what for. */
const important = ({ recipient }: Consent): readonly string[] =>
  recipient ? ['recipient', 'purpose', 'retention'] : ['retention'];

/** ‘개인정보 수집·이용 동의’ is agreed to as 개인정보 수집·이용. */
const subjectOf = ({ title }: Consent): string =>
  title.ko.endsWith(' 동의') ? title.ko.slice(0, -' 동의'.length) : `‘${title.ko}’`;

export const consentField = (id: string): string => `consent-${id}`;

const field = (consent: Consent): Field<z.ZodBoolean> => ({
  widget: 'checkbox',
  label: { ko: `${subjectOf(consent)}에 동의합니다`, en: `I agree: ${consent.title.en}` },
  panel: {
    title: consent.title,
    facts: (['recipient', 'purpose', 'items', 'retention', 'refusal'] as const).flatMap((part) => {
      const value = consent[part];
      return value ? [{ term: terms[part], value, important: important(consent).includes(part) }] : [];
    }),
  },
  optional: !consent.required,
  schema: z.boolean(),
  missing: {
    ko: `${subjectOf(consent)}에 동의해야 지원할 수 있습니다.`,
    en: `To apply you need to agree to “${consent.title.en}”.`,
  },
});

export const consentsPageId = 'consents';

/** The last page before the answers are checked: the round's consents, one box each. */
export const consentsPage = (consents: readonly Consent[]): FormPage<Record<string, Field<z.ZodBoolean>>> => ({
  id: consentsPageId,
  title: { ko: '개인정보 동의', en: 'Your consent' },
  lead: {
    ko: '하나씩 읽고 동의 여부를 정해 주십시오. ‘선택’이라고 적힌 것은 동의하지 않아도 지원할 수 있습니다.',
    en: 'Please read each one and decide. You can apply without agreeing to those marked optional.',
  },
  fields: Object.fromEntries(consents.map((consent) => [consentField(consent.id), field(consent)])),
});

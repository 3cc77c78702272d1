import * as z from 'zod';
import { draftDays } from '../rounds/placeholders.ts';
import { lengthText, type Text } from '../shared/i18n.ts';
import type { Field, FormPage } from '../shared/pages/form.ts';

/** A consent as a round states it: what PIPA art. 15 (2), 17 (2) and 22 want said, each by itself. */
export interface Consent {
  readonly id: string;
  readonly required: boolean;
  /** Whether it is agreed to be sent advertising, which the purpose has to say so that nobody misses it. */
  readonly marketing?: boolean;
  readonly title: Text;
  /** Who gets the data, if somebody else does (art. 17). */
  readonly recipient?: Text;
  readonly purpose: Text;
  readonly items: Text;
  readonly retention: Text;
  /** The right to refuse, and what follows from refusing. */
  readonly refusal: Text;
}

/** What a consent says, in the order and the words of the law: of what is collected, and of what is given to others. */
const parts = ['recipient', 'purpose', 'items', 'retention', 'refusal'] as const;
type Part = (typeof parts)[number];

const refusal: Text = { ko: '동의를 거부할 권리와 불이익', en: 'Right to refuse, and what happens if you do' };
const collected = {
  recipient: { ko: '수집하는 자', en: 'Collected by' },
  purpose: { ko: '수집·이용 목적', en: 'Purpose' },
  items: { ko: '수집 항목', en: 'Data' },
  retention: { ko: '보유·이용 기간', en: 'How long we keep it' },
  refusal,
} as const satisfies Record<Part, Text>;
const provided = {
  recipient: { ko: '제공받는 자', en: 'Who receives it' },
  purpose: { ko: '제공받는 자의 이용 목적', en: 'What they use it for' },
  items: { ko: '제공하는 항목', en: 'Data' },
  retention: { ko: '제공받는 자의 보유·이용 기간', en: 'How long they keep it' },
  refusal,
} as const satisfies Record<Part, Text>;

/** What has to stand out (PIPA art. 22 (2)): how long data is kept; to whom it is given; and what is advertising. */
const important = ({ recipient, marketing }: Consent): readonly Part[] =>
  recipient ? ['recipient', 'purpose', 'retention'] : marketing ? ['purpose', 'retention'] : ['retention'];

/** What a consent says, part by part, as forms and the policy show it. */
export const consentFacts = (consent: Consent) =>
  parts.flatMap((part) => {
    const value = consent[part];
    const term = (consent.recipient ? provided : collected)[part];
    return value ? [{ term, value, important: important(consent).includes(part) }] : [];
  });

/** ‘개인정보 수집·이용 동의’ is agreed to as ‘개인정보 수집·이용’. */
const subjectOf = ({ title }: Consent): string => title.ko.replace(/ 동의$/u, '');

export const consentField = (id: string): string => `consent-${id}`;

const field = (consent: Consent): Field<z.ZodBoolean> => ({
  widget: 'checkbox',
  label: { ko: `‘${subjectOf(consent)}’에 동의합니다`, en: `I agree: ${consent.title.en}` },
  panel: {
    title: consent.title,
    facts: consentFacts(consent),
  },
  optional: !consent.required,
  marked: true,
  schema: z.boolean(),
  uncopied: true,
  missing: {
    ko: `지원하시려면 ‘${subjectOf(consent)}’ 동의란에 표시해 주십시오.`,
    en: `To apply, tick the box to agree to “${consent.title.en}”.`,
  },
});

/** How long an application is kept that is never sent. */
const unsent = lengthText(draftDays, 'days');

export const consentsPageId = 'consents';

/** The first page once the address is proved: the round's consents, one box each. Nothing else is asked before. */
export const consentsPage = (consents: readonly Consent[]): FormPage<Record<string, Field<z.ZodBoolean>>> => ({
  id: consentsPageId,
  title: { ko: '개인정보 동의', en: 'Your consent' },
  lead: {
    ko: `하나씩 읽고 동의 여부를 정해 주십시오. (필수)라고 적힌 것에는 동의하셔야 지원하실 수 있고, (선택)이라고 적힌 것에는 동의하지 않으셔도 지원하실 수 있습니다. 지원서는 화면마다 ‘저장하고 다음’을 누르시면 저장되며, 제출하지 않으신 지원서는 접수 마감 ${unsent.ko} 뒤 파기합니다.`,
    en: `Read each one and decide. You need to agree to those marked (required). You can apply without agreeing to those marked (optional). Your answers are saved each time you press “Save and continue”. If you do not send your application, we erase it ${unsent.en} after the closing date.`,
  },
  fields: Object.fromEntries(consents.map((consent) => [consentField(consent.id), field(consent)])),
});

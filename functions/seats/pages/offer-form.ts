import * as z from 'zod';
import { consentField, consentsPage } from '../../forms/consents.ts';
import type { AdmissionRules } from '../../rounds/admission-rules.ts';
import type { Lang, Text } from '../../shared/i18n.ts';
import { check, type Field, type FieldError, type FormPage, formPage, type Typed } from '../../shared/pages/form.ts';
import { longestName, longText, personName, shortText } from '../../shared/text/normalise.ts';
import { telephone } from '../../shared/text/telephone.ts';
import { normaliseLine } from '../../shared/text/text.ts';
import { type Enrolment, emergencyContactConsent } from '../enrolment.ts';

type Offer = Pick<AdmissionRules['offer'], 'attendance' | 'consents'>;

const words = {
  title: { ko: '참여 등록', en: 'Accepting your place' },
  agreeFirst: {
    ko: '비상 연락처를 적으시려면 수집·이용에 동의해 주십시오. 동의하지 않으시려면 적으신 내용을 지워 주십시오.',
    en: 'You have entered an emergency contact. Agree to its use, or clear what you have entered.',
  },
  nameMissing: { ko: '비상시에 연락할 분의 이름을 입력해 주십시오.', en: 'Enter the name of your emergency contact.' },
  relationshipMissing: { ko: '본인과의 관계를 입력해 주십시오.', en: 'Enter their relationship to you.' },
  phoneMissing: { ko: '비상시에 연락할 번호를 입력해 주십시오.', en: 'Enter their telephone number.' },
} as const satisfies Record<string, Text>;

/** A box that has to be ticked. */
const toTick = ({ ko, en }: Text): Text => ({
  ko: `참여하시려면 ‘${ko}’ 확인란에 표시해 주십시오.`,
  en: `To accept your place, tick “${en}”.`,
});

const attends = (promise: Text): Field<z.ZodBoolean> => ({
  widget: 'checkbox',
  label: promise,
  schema: z.boolean(),
  missing: toTick(promise),
  data: {
    purpose: {
      ko: '수료 기준 안내와 출석 관리',
      en: 'To tell you what you need to complete the course, and to keep attendance',
    },
    retention: 'enrolment',
  },
});

const contactPurpose: Text = {
  ko: '수업 중 사고가 나거나 갑자기 아플 때 연락',
  en: 'To reach somebody for you after an accident or a sudden illness',
};

/** Asked for together, and only of who agrees to it. */
const contactFields = {
  contactName: {
    widget: 'text',
    label: { ko: '비상시에 연락할 분의 이름', en: 'Name of your emergency contact' },
    hint: {
      ko: '위의 비상 연락처 수집·이용에 동의하신 경우에만 적어 주십시오. 그분의 동의를 받은 뒤 적어 주십시오.',
      en: 'Only if you have agreed to it above. Get their consent before you enter it.',
    },
    optional: true,
    unmarked: true,
    maxLength: longestName,
    schema: personName,
    data: { purpose: contactPurpose, retention: 'enrolment', identifies: true },
  },
  contactRelationship: {
    widget: 'text',
    label: { ko: '본인과의 관계', en: 'Relationship to you' },
    hint: { ko: '예: 어머니, 배우자, 친구', en: 'For example mother, spouse, friend' },
    optional: true,
    unmarked: true,
    maxLength: 30,
    schema: shortText({ max: 30 }),
    data: { purpose: contactPurpose, retention: 'enrolment' },
  },
  contactPhone: {
    widget: 'tel',
    label: { ko: '그분의 전화번호', en: 'Their telephone number' },
    hint: {
      ko: '휴대전화, 일반 전화, 해외 번호 모두 됩니다. 예: 010-1234-5678, 031-123-4567, +84 912 345 678',
      en: 'A mobile or landline number, in Korea or abroad, for example 010-1234-5678, 031-123-4567 or +84 912 345 678',
    },
    optional: true,
    unmarked: true,
    inputMode: 'tel',
    maxLength: 100,
    schema: telephone,
    data: { purpose: contactPurpose, retention: 'enrolment', identifies: true },
  },
} as const satisfies Record<string, Field>;

/** What accepting asks for: the promise to attend, the round's consents one by one, and who agreed to it, a contact. */
export function enrolmentPage({ attendance, consents }: Offer): FormPage {
  const asked = Object.entries(consentsPage(consents).fields).map(([name, field], index): [string, Field] => {
    const consent = consents[index];
    const missing = consent && toTick(consent.title);
    return [name, { ...field, missing }];
  });
  const withContact = consents.some(({ id }) => id === emergencyContactConsent);
  return formPage({
    id: 'enrolment',
    title: words.title,
    fields: { attends: attends(attendance), ...Object.fromEntries(asked), ...(withContact ? contactFields : {}) },
  });
}

export type CheckedEnrolment =
  | { readonly ok: true; readonly enrolment: Pick<Enrolment, 'attends' | 'consents' | 'contact'> }
  | { readonly ok: false; readonly errors: readonly FieldError[] };

/** Checks what was typed; a contact is whole and agreed to, or not there at all. */
export function checkEnrolment(offer: Offer, typed: Typed, lang: Lang): CheckedEnrolment {
  const page = enrolmentPage(offer);
  const checked = check(page, typed, lang);
  const found = checked.ok ? [] : checked.errors;
  const errors = [
    ...found,
    ...contactErrors(typed, lang).filter(({ field }) => !found.some((error) => error.field === field)),
  ];
  const order = Object.keys(page.fields);
  if (!checked.ok || errors.length > 0) {
    return { ok: false, errors: errors.sort((a, b) => order.indexOf(a.field) - order.indexOf(b.field)) };
  }
  const { values } = checked;
  const agreed = Object.fromEntries(offer.consents.map(({ id }) => [id, values[consentField(id)] === true]));
  return { ok: true, enrolment: { attends: true, consents: agreed, contact: contactSchema.safeParse(values).data } };
}

const contactSchema = z
  .object({ contactName: z.string(), contactRelationship: z.string(), contactPhone: z.string() })
  .transform(({ contactName: name, contactRelationship: relationship, contactPhone: phone }) => ({
    name,
    relationship,
    phone,
  }));

function contactErrors(typed: Typed, lang: Lang): FieldError[] {
  const agreed = (typed[consentField(emergencyContactConsent)] ?? []).includes('yes');
  const parts = [
    ['contactName', words.nameMissing],
    ['contactRelationship', words.relationshipMissing],
    ['contactPhone', words.phoneMissing],
  ] as const;
  const blank = parts.filter(([name]) => normaliseLine(typed[name]?.[0] ?? '') === '');
  if (!agreed) {
    return blank.length === parts.length
      ? []
      : [{ field: consentField(emergencyContactConsent), message: words.agreeFirst[lang] }];
  }
  return blank.map(([field, message]) => ({ field, message: message[lang] }));
}

/** Why somebody declines, if they want to say. */
export const declinePage = formPage({
  id: 'decline',
  title: { ko: '이유', en: 'Your reason' },
  fields: {
    reason: {
      widget: 'textarea',
      label: { ko: '참여하지 않으시는 이유', en: 'Your reason for declining' },
      hint: {
        ko: '다음 모집을 개선하는 데에만 참고하며, 적지 않으셔도 됩니다.',
        en: 'We use it only to improve the next round. You do not have to say.',
      },
      optional: true,
      maxLength: 500,
      schema: longText({ max: 500 }),
      data: {
        purpose: { ko: '다음 모집의 개선', en: 'To improve the next round' },
        retention: 'application',
      },
    },
  },
});

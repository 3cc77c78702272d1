import type * as z from 'zod';
import { firm, foreignFirm } from '../forms/lab-v1/parties.ts';
import { representative } from '../forms/lab-v1/representative.ts';
import { residency as residencyPage } from '../forms/lab-v1/residency.ts';
import { printed } from '../forms/printed.ts';
import type { Startup } from '../residencies/residency.ts';
import type { Lang, Text } from '../shared/i18n.ts';
import type { Field } from '../shared/pages/field.ts';
import { check, errorsOfWanted, type FieldError, formPage, type Typed } from '../shared/pages/form.ts';
import { longText, personName, shortText } from '../shared/text/normalise.ts';
import { type Changes, onlyDifferent, type Party, refusalOf } from './addendum.ts';
import { fieldWords } from './words.ts';

const words = {
  title: { ko: '입주 내용 변경', en: 'Change a contract' },
  founded: {
    ko: '창업하여 사업자 등록을 하셨으면 입력해 주십시오. 국내 기업으로 바뀝니다. 예: 123-45-67891',
    en: 'If the firm is registered by now, its number: the startup becomes a firm in Korea. For example 123-45-67891',
  },
  nameHint: { ko: '등록증에 적힌 대로 입력해 주십시오.', en: 'As it is on the registration.' },
  representativeHint: {
    ko: '바뀌면 새 대표자가 서명합니다.',
    en: 'If it is somebody else, the new representative signs.',
  },
  emailHint: {
    ko: '바뀌면 양쪽이 서명한 뒤부터 모든 이메일을 이 주소로 보내고, 지금의 주소로는 아무것도 열 수 없습니다.',
    en: 'If it is another one, we write there once both have signed, and the address before opens nothing any more.',
  },
  mobileHint: { ko: '붙임표(-)는 없어도 됩니다. 예: 010-1234-5678', en: 'For example 010-1234-5678' },
  reason: { ko: '바꾸는 이유', en: 'Why it changes' },
  reasonHint: {
    ko: '무엇이 언제 바뀌었는지 적어 주십시오. 개인의 사정은 적지 마십시오.',
    en: 'What has changed, and when. Nothing private about anybody.',
  },
  reasonMissing: { ko: '바꾸는 이유를 입력해 주십시오.', en: 'Write why it changes.' },
  nameMissing: {
    ko: '기업이나 팀의 이름을 입력해 주십시오.',
    en: 'Enter the name of the firm or team.',
  },
  numberMissing: { ko: '등록 번호를 입력해 주십시오.', en: 'Enter the registration number.' },
  representativeMissing: {
    ko: '대표자의 이름을 입력해 주십시오.',
    en: 'Enter the name of the representative.',
  },
  emailMissing: {
    ko: '이메일 주소를 입력해 주십시오. 예: haneul@example.com',
    en: 'Enter the email address, for example haneul@example.com.',
  },
  desksMissing: {
    ko: '필요한 책상 수를 숫자로 입력해 주십시오. 예: 4',
    en: 'Enter how many desks are needed, for example 4.',
  },
  nothing: {
    ko: '바뀐 내용이 없습니다. 바꿀 내용을 입력해 주십시오.',
    en: 'Nothing is different. Enter what changes.',
  },
} as const satisfies Record<string, Text>;

const numberFields: Readonly<Record<Startup['kind'], Field>> = {
  founder: { ...firm.fields.businessNumber, label: fieldWords.number, hint: words.founded },
  firm: { ...firm.fields.businessNumber, label: fieldWords.number },
  'foreign-firm': { ...foreignFirm.fields.foreignNumber, label: fieldWords.number },
};

const numberSchema = (kind: Startup['kind']): z.ZodType<string> =>
  kind === 'foreign-firm' ? foreignFirm.fields.foreignNumber.schema : firm.fields.businessNumber.schema;

/** What may be changed of a startup, each with what holds now before it is typed over. */
export const addendumForm = ({ startup }: Pick<Party, 'startup'>) =>
  formPage({
    id: 'addendum',
    title: words.title,
    fields: {
      name: {
        widget: 'text',
        label: fieldWords.name,
        hint: words.nameHint,
        maxLength: 100,
        schema: printed(shortText({ min: 1, max: 100 })),
        missing: words.nameMissing,
      },
      number: {
        ...numberFields[startup.kind],
        optional: true,
        unmarked: startup.kind !== 'founder',
        schema: numberSchema(startup.kind),
        missing: words.numberMissing,
      },
      representative: {
        widget: 'text',
        label: fieldWords.representative,
        hint: words.representativeHint,
        maxLength: 150,
        schema: printed(personName),
        missing: words.representativeMissing,
      },
      position: {
        widget: 'text',
        label: fieldWords.position,
        optional: true,
        maxLength: 60,
        schema: printed(shortText({ max: 60 })),
      },
      email: {
        widget: 'email',
        label: fieldWords.email,
        hint: words.emailHint,
        maxLength: 254,
        schema: representative.fields.email.schema,
        missing: words.emailMissing,
      },
      mobile: {
        widget: 'tel',
        label: fieldWords.mobile,
        hint: words.mobileHint,
        optional: true,
        maxLength: 100,
        schema: representative.fields.mobile.schema,
      },
      desks: {
        widget: 'number',
        label: fieldWords.desks,
        schema: residencyPage.fields.desks.schema,
        missing: words.desksMissing,
      },
      reason: {
        widget: 'textarea',
        label: words.reason,
        hint: words.reasonHint,
        maxLength: 500,
        schema: longText({ min: 1, max: 500 }),
        missing: words.reasonMissing,
      },
    },
  });

/** What the form shows before anything is typed: what holds now. */
export const typedNow = ({ startup, desks }: Party): Typed => ({
  name: [startup.name],
  number: [startup.number ?? ''],
  representative: [startup.representative],
  position: [startup.position ?? ''],
  email: [startup.email],
  mobile: [startup.mobile ?? ''],
  desks: [String(desks)],
  reason: [''],
});

export interface ChangesTyped {
  readonly changes: Changes;
  readonly reason: string;
}

/** What would be different by what was typed, or what is wrong with it. */
export function changesTyped(
  party: Party,
  typed: Typed,
  lang: Lang,
):
  | { readonly ok: true; readonly given: ChangesTyped }
  | { readonly ok: false; readonly errors: readonly FieldError[] } {
  const form = addendumForm(party);
  const checked = check(form, typed, lang);
  if (!checked.ok) return checked;
  const { reason, number = '', position = '', mobile = '', ...values } = checked.values;
  if (party.startup.kind !== 'founder' && number === '') {
    return { ok: false, errors: errorsOfWanted(form, 'number', typed, lang) };
  }
  const founds = party.startup.kind === 'founder' && number !== '';
  const wanted = { ...values, number, position, mobile, ...(founds && { kind: 'firm' as const }) };
  const changes = onlyDifferent(party, wanted);
  if (refusalOf(party, changes)) return { ok: false, errors: [{ field: 'name', message: words.nothing[lang] }] };
  return { ok: true, given: { changes, reason } };
}

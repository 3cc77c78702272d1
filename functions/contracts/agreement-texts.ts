import type { AgreementData } from '../agreements/owners.ts';
import type { AgreementTemplate } from '../agreements/template.ts';
import { templateOf, valuesOf } from '../onboarding/agreement-owner.ts';
import type { Addendum, Extension } from '../residencies/contract-change.ts';
import { firstOf, lastOf, type Residency } from '../residencies/residency.ts';
import type { Residency as ResidencyRules } from '../rounds/residency.ts';
import type { Text } from '../shared/i18n.ts';
import { isDrawable } from '../shared/pdf/drawable.ts';
import { dateText } from '../shared/time.ts';
import { afterAddendum, changesFrom } from './addendum.ts';
import { fieldWords, valueText } from './words.ts';

const words = {
  extension: { ko: '연장 협약', en: 'Extension' },
  extends: { ko: '연장하는 기간', en: 'What is extended' },
  extendsText: {
    ko: '{first}에 시작하여 {before}까지인 입주를 {months}개월 연장합니다. {contract}번째 협약의 첫날은 {from}, 마지막 날은 {to}이며 두 날을 모두 포함합니다.',
    en: 'The residency that began on {first} and lasts until {before} is extended by {months} months. Contract {contract} begins on {from} and ends on {to}; both days are included.',
  },
  addendum: { ko: '변경 협약', en: 'Addendum' },
  about: { ko: '바꾸는 협약', en: 'What is changed' },
  aboutText: {
    ko: '{startup}의 입주 협약(입주 기간 {from}부터 {to}까지)을 아래와 같이 바꿉니다.',
    en: 'The residency agreement of {startup} (from {from} to {to}) is changed as follows.',
  },
  changes: { ko: '바꾸는 내용', en: 'Changes' },
  stays: { ko: '그 밖의 내용', en: 'Everything else' },
  staysText: {
    ko: '이 변경은 양쪽이 모두 서명한 때부터 효력이 있습니다. 그 밖의 내용은 지금의 협약과 같습니다.',
    en: 'The changes are in force once both sides have signed. Everything else stays as agreed.',
  },
  first: { ko: '입주 시작일', en: 'Residency began on' },
  before: { ko: '연장 전 마지막 날', en: 'Last day before' },
  months: { ko: '연장 개월 수', en: 'Months added' },
  contract: { ko: '협약 순서', en: 'Number of the contract' },
  unprinted: { ko: '표시할 수 없는 글자', en: 'letters that cannot be printed' },
} as const satisfies Record<string, Text>;

type Rules = Pick<ResidencyRules, 'agreement'>;
/** What an agreement says: its template, and what stands in it. */
type Said = Pick<AgreementData, 'template' | 'values'>;

const same = (value: string): Text => ({ ko: value, en: value });
const titled = (title: Text, more: Text): Text => ({
  ko: `${title.ko} (${more.ko})`,
  en: `${title.en} (${more.en})`,
});

/** The round's agreement for the days of the next contract. */
export function extensionText(rules: Rules, version: number, residency: Residency, change: Extension): Said {
  const base = templateOf(rules, version);
  const { contract, months } = change;
  const last = lastOf(residency);
  const labels = { first: words.first, before: words.before, months: words.months, contract: words.contract };
  const template: AgreementTemplate = {
    ...base,
    id: 'residency-extension',
    title: titled(base.title, words.extension),
    fields: { ...base.fields, ...fieldsOf(labels) },
    parts: [{ heading: words.extends, paragraphs: [words.extendsText] }, ...base.parts],
  };
  return {
    template,
    values: {
      ...valuesOf({ ...residency, contracts: [...residency.contracts, contract] }),
      first: dateText(firstOf(residency).from),
      before: dateText(last.to),
      months: same(String(months)),
      contract: same(String(contract.number)),
    },
  };
}

/** What changes from what to what, and that everything else stays. */
export function addendumText(rules: Rules, version: number, residency: Residency, change: Addendum): Said {
  const base = templateOf(rules, version);
  const { startup, from, to } = valuesOf(residency);
  const changes = changesFrom(residency, change);
  const labels = Object.fromEntries(
    changes.flatMap(({ field }) => [
      [`${field}Was`, fieldWords[field]],
      [`${field}Becomes`, fieldWords[field]],
    ]),
  );
  const values = Object.fromEntries(
    changes.flatMap(({ field, was, becomes }) => [
      [`${field}Was`, isDrawable(was) ? valueText(field, was) : words.unprinted],
      [`${field}Becomes`, valueText(field, becomes)],
    ]),
  );
  const { startup: startupField, from: fromField, to: toField } = base.fields;
  const kept = { startup: startupField, from: fromField, to: toField };
  const template: AgreementTemplate = {
    ...base,
    id: 'residency-addendum',
    title: titled(base.title, words.addendum),
    fields: {
      ...Object.fromEntries(Object.entries(kept).flatMap(([name, field]) => (field ? [[name, field]] : []))),
      ...fieldsOf(labels),
    },
    parts: [
      { heading: words.about, paragraphs: [words.aboutText] },
      { heading: words.changes, paragraphs: changes.map(({ field }) => changeText(field)) },
      { heading: words.stays, paragraphs: [words.staysText] },
    ],
  };
  return { template, values: { startup, from, to, ...values } };
}

const fieldsOf = (labels: Readonly<Record<string, Text>>): AgreementTemplate['fields'] =>
  Object.fromEntries(Object.entries(labels).map(([name, label]) => [name, { label }]));

const changeText = (field: keyof typeof fieldWords): Text => ({
  ko: `${fieldWords[field].ko}: {${field}Was}에서 {${field}Becomes}(으)로 바꿉니다.`,
  en: `${fieldWords[field].en}: from {${field}Was} to {${field}Becomes}.`,
});

/** Who signs for the startup: with an addendum, whoever represents it from then on. */
export const signsFor = (residency: Residency, change: Addendum | Extension) =>
  change.for === 'addendum' ? afterAddendum(residency, change).startup : residency.startup;

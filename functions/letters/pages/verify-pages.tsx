import * as z from 'zod';
import type { Lang, Text } from '../../shared/i18n.ts';
import { Actions, Button, Notice, PageForm, Panel, SummaryList } from '../../shared/pages/components.tsx';
import { Fields } from '../../shared/pages/fields.tsx';
import { type FieldError, formPage, type Typed } from '../../shared/pages/form.ts';
import { Layout } from '../../shared/pages/layout.tsx';
import { formatDate, formatInstant, seoulDateOf } from '../../shared/time.ts';
import type { LetterCheck } from '../check-letter.ts';

const words = {
  title: { ko: '확인서 진위 확인', en: 'Check a confirmation letter' },
  lead: {
    ko: '확인서 아래쪽에 있는 확인 코드를 입력하시면 지금도 유효한 확인서인지 알 수 있습니다.',
    en: 'Enter the code at the bottom of the letter to see if it is still valid.',
  },
  code: { ko: '확인 코드', en: 'Code' },
  hint: {
    ko: '네 자리씩 네 묶음입니다. 예: 7K3Q-9MX4-2B8T-QW5Z. 대문자와 소문자, 붙임표는 구별하지 않습니다.',
    en: 'Four groups of four, for example 7K3Q-9MX4-2B8T-QW5Z. Capital letters and hyphens do not matter.',
  },
  check: { ko: '확인하기', en: 'Check' },
  valid: { ko: '유효한 확인서입니다', en: 'This letter is valid' },
  compare: {
    ko: '아래 내용이 확인서에 적힌 내용과 같은지 비교해 주십시오. 다르면 서울 핀테크 아카데미에서 발급한 확인서가 아닙니다.',
    en: 'Compare this with the letter. If anything is different, we did not issue the letter.',
  },
  noLonger: { ko: '더 이상 유효하지 않은 확인서입니다', en: 'This letter is no longer valid' },
  noLongerText: {
    ko: '서울 핀테크 아카데미에서 발급했으나, 그 뒤 참여가 취소되었거나 모집이 취소되었습니다.',
    en: 'We issued it, but afterwards the place was given up or the round was cancelled.',
  },
  unknown: { ko: '이 코드로 발급한 확인서가 없습니다', en: 'We have issued no letter with this code' },
  unknownText: {
    ko: '코드를 다시 확인해 주십시오. 숫자 0과 영문 O, 숫자 1과 영문 I·L은 서로 바꾸어 입력하셔도 됩니다. 맞게 입력하셨는데도 이 화면이 나오면 그 확인서는 유효하지 않습니다.',
    en: 'Check what you entered. You can enter 0 or O, and 1, I or L. If the code is as printed and you still see this page, the letter is not valid.',
  },
  again: { ko: '다른 코드 확인하기', en: 'Check another code' },
  name: { ko: '성명', en: 'Name' },
  round: { ko: '과정', en: 'Course' },
  reference: { ko: '접수 번호의 마지막 네 자리', en: 'Last four characters of the reference number' },
  issued: { ko: '발급일', en: 'Issued' },
  since: { ko: '유효하지 않게 된 때', en: 'No longer valid since' },
} as const satisfies Record<string, Text>;

export const verifyForm = formPage({
  id: 'verify',
  title: words.title,
  fields: {
    code: {
      widget: 'text',
      label: words.code,
      hint: words.hint,
      schema: z.string(),
      autocomplete: 'off',
      maxLength: 100,
    },
  },
});

interface FormProps {
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
  readonly lang: Lang;
}

const CodeForm = ({ typed, errors, lang }: FormProps) => (
  <PageForm id="form" action="/verify">
    <Fields page={verifyForm} typed={typed} errors={errors} lang={lang} />
    <Actions>
      <Button>{words.check[lang]}</Button>
    </Actions>
  </PageForm>
);

export const VerifyPage = (props: FormProps) => (
  <Layout
    lang={props.lang}
    title={words.title[props.lang]}
    lead={words.lead[props.lang]}
    errors={props.errors}
    formId="form"
    path="/verify"
  >
    <CodeForm {...props} />
  </Layout>
);

/** What became of the check, with the form for the next one. */
export const VerifiedPage = ({ found, typed, lang }: { found: LetterCheck; typed: Typed; lang: Lang }) => (
  <Layout
    lang={lang}
    title={words.title[lang]}
    formId="form"
    path="/verify"
    contact={found.kind === 'unknown' ? undefined : found.round.contact}
  >
    <Found found={found} lang={lang} />
    <h2>{words.again[lang]}</h2>
    <CodeForm typed={typed} errors={[]} lang={lang} />
  </Layout>
);

function Found({ found, lang }: { found: LetterCheck; lang: Lang }) {
  if (found.kind === 'unknown') {
    return (
      <Notice kind="warning" title={words.unknown[lang]}>
        <p>{words.unknownText[lang]}</p>
      </Notice>
    );
  }
  const { letter, round } = found;
  const about = [
    { term: words.round[lang], value: round.title[lang] },
    { term: words.reference[lang], value: <span class="notranslate">{letter.reference.slice(-4)}</span> },
    { term: words.issued[lang], value: formatDate(seoulDateOf(letter.issuedAt), lang) },
  ];
  if (found.kind === 'valid') {
    return (
      <>
        <Panel title={words.valid[lang]}>
          <p>{words.compare[lang]}</p>
        </Panel>
        <SummaryList
          rows={[{ term: words.name[lang], value: <span class="notranslate">{found.name}</span> }, ...about]}
        />
      </>
    );
  }
  return (
    <>
      <Notice kind="warning" title={words.noLonger[lang]}>
        <p>{words.noLongerText[lang]}</p>
      </Notice>
      <SummaryList rows={[...about, { term: words.since[lang], value: formatInstant(found.since, lang) }]} />
    </>
  );
}

import * as z from 'zod';
import type { Lang, Text } from '../../shared/i18n.ts';
import { Actions, Button, Notice, PageForm, Panel, SummaryList } from '../../shared/pages/components.tsx';
import { Fields } from '../../shared/pages/fields.tsx';
import { type FieldError, formPage, type Typed } from '../../shared/pages/form.ts';
import { Layout } from '../../shared/pages/layout.tsx';
import { html, type PageResponse } from '../../shared/pages/request.ts';
import { normaliseLine } from '../../shared/text/text.ts';
import { formatInstant } from '../../shared/time.ts';
import type { Version } from '../agreement.ts';
import { type Called, calledIn } from '../called.ts';
import type { CopyCheck } from '../verify-copy.ts';
import { verifyPath } from '../verify-path.ts';

const words = {
  title: { ko: '서명된 사본 확인', en: 'Check a copy of an agreement' },
  lead: {
    ko: '서명된 PDF 파일을 올리거나 파일의 위·변조 확인값을 입력하시면, 서울 핀테크 아카데미에서 만든 파일인지, 지금 효력이 있는지 알 수 있습니다. 올리신 파일은 저장하지 않습니다.',
    en: 'Upload the PDF of a signed agreement, or enter its check value, to see if it is a file of ours and if it is in force. We do not keep the file.',
  },
  file: { ko: 'PDF 파일', en: 'PDF file' },
  value: { ko: '위·변조 확인값(SHA-256)', en: 'Check value (SHA-256)' },
  valueHint: {
    ko: '파일이 있으면 입력하지 않으셔도 됩니다. 0부터 9, a부터 f까지 64자입니다.',
    en: 'You do not need it if you upload the file. It has 64 characters, 0 to 9 and a to f.',
  },
  valueWrong: {
    ko: '위·변조 확인값은 0부터 9, a부터 f까지 64자입니다. 빠진 글자가 없는지 확인해 주십시오.',
    en: 'The check value has 64 characters, 0 to 9 and a to f. Check that none is missing.',
  },
  nothing: {
    ko: 'PDF 파일을 선택하거나 위·변조 확인값을 입력해 주십시오.',
    en: 'Choose a PDF file, or enter its check value.',
  },
  check: { ko: '확인하기', en: 'Check' },
  again: { ko: '다른 사본 확인하기', en: 'Check another copy' },
  unknown: { ko: '서울 핀테크 아카데미에서 만든 파일이 아닙니다', en: 'This is not a file of ours' },
  unknownText: {
    ko: '한 글자만 바뀌어도 다른 파일이 됩니다. 받으신 파일을 그대로 올리셨는지 확인해 주십시오. 인쇄하여 스캔하거나 다시 저장한 파일은 확인할 수 없습니다.',
    en: 'One changed character makes it another file. Check that you uploaded the file as you got it. A file that was printed and scanned, or saved again, cannot be checked.',
  },
  validText: {
    ko: '모두 서명한 뒤 바뀌지 않은 파일입니다.',
    en: 'The file is as it was when everybody had signed.',
  },
  text: { ko: '서명이 없는 본문입니다', en: 'This is the text without signatures' },
  version: { ko: '판', en: 'Version' },
  state: { ko: '상태', en: 'State' },
  drawnUp: { ko: '작성한 때', en: 'Drawn up' },
  signedAt: { ko: '모두 서명한 때', en: 'Signed by everybody' },
} as const satisfies Record<string, Text>;

/** Once it is known what was checked: by what it is called. */
const foundWords = (called: Called) =>
  ({
    valid: { ko: `지금 효력이 있는 ${called}서입니다`, en: 'This agreement is in force' },
    replaced: { ko: `새 판으로 바뀐 ${called}서입니다`, en: 'This agreement was replaced' },
    textText: {
      ko: `서울 핀테크 아카데미에서 만든 ${called}서 본문이 맞지만 서명이 들어 있지 않습니다. 서명된 사본으로 확인해 주십시오.`,
      en: 'It is the text of an agreement of ours, but has no signatures. Check the signed copy.',
    },
    number: { ko: `${called} 번호`, en: 'Agreement number' },
    what: { ko: `${called}`, en: 'Agreement' },
  }) satisfies Record<string, Text>;

const states: Readonly<Record<Version['state'], Text>> = {
  OPEN: { ko: '서명하는 중', en: 'being signed' },
  SIGNED: { ko: '모두 서명하여 효력이 있음', en: 'signed by everybody, and in force' },
  REFUSED: { ko: '서명하지 않기로 하여 효력이 없음', en: 'refused, and not in force' },
  LAPSED: { ko: '기한까지 서명하지 않아 효력이 없음', en: 'not signed in time, and not in force' },
  WITHDRAWN: { ko: '서명 요청이 취소되어 효력이 없음', en: 'taken back, and not in force' },
  REPLACED: { ko: '새 판으로 바뀜', en: 'replaced by a new version' },
};

const replacedText = (number: number, isSigned: boolean): Text =>
  isSigned
    ? {
        ko: `${number}판으로 바뀌어 더 이상 효력이 없습니다.`,
        en: `It was replaced by version ${number} and is no longer in force.`,
      }
    : {
        ko: `${number}판으로 바뀌었으며, ${number}판에는 아직 모두 서명하지 않았습니다. 이 파일은 효력이 없습니다.`,
        en: `It was replaced by version ${number}, which not everybody has signed yet. This file is not in force.`,
      };

export const verifyCopyForm = formPage({
  id: 'verify-copy',
  title: words.title,
  fields: {
    value: {
      widget: 'text',
      label: words.value,
      hint: words.valueHint,
      optional: true,
      invalid: words.valueWrong,
      autocomplete: 'off',
      maxLength: 200,
      schema: z
        .string()
        .transform((typed) => normaliseLine(typed).replaceAll(/\s/gu, '').toLowerCase())
        .pipe(z.string().regex(/^[0-9a-f]{64}$/u)),
    },
  },
});

export const nothingToCheck = (lang: Lang): FieldError => ({ field: 'value', message: words.nothing[lang] });

/** The form, with what was found if something was checked. */
export const verifyCopyPage = (props: {
  readonly found?: CopyCheck;
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
  readonly lang: Lang;
}): PageResponse => {
  const { found, typed, errors, lang } = props;
  return html(
    <Layout
      lang={lang}
      title={words.title[lang]}
      lead={found ? undefined : words.lead[lang]}
      errors={errors}
      formId="form"
      path={verifyPath}
    >
      {found && <Found found={found} lang={lang} />}
      {found && <h2>{words.again[lang]}</h2>}
      <PageForm id="form" action={verifyPath} withFile>
        <div class="field">
          <label for="file">{words.file[lang]}</label>
          <input type="file" id="file" name="file" accept="application/pdf,.pdf" />
        </div>
        <Fields page={verifyCopyForm} typed={typed} errors={errors} lang={lang} />
        <Actions>
          <Button>{words.check[lang]}</Button>
        </Actions>
      </PageForm>
    </Layout>,
    { status: errors.length > 0 ? 422 : 200 },
  );
};

function Found({ found, lang }: { readonly found: CopyCheck; readonly lang: Lang }) {
  if (found.kind === 'unknown') {
    return (
      <Notice kind="warning" title={words.unknown[lang]}>
        <p>{words.unknownText[lang]}</p>
      </Notice>
    );
  }
  const { agreement, version, replacedBy, of } = found;
  const named = foundWords(calledIn(version.title));
  const rows = [
    { term: named.what[lang], value: version.title[lang] },
    { term: named.number[lang], value: <span class="notranslate">{agreement.id}</span> },
    { term: words.version[lang], value: String(version.number) },
    { term: words.state[lang], value: states[version.state][lang] },
    { term: words.drawnUp[lang], value: formatInstant(version.frozenAt, lang) },
    ...(version.signedSha256 && version.endedAt
      ? [{ term: words.signedAt[lang], value: formatInstant(version.endedAt, lang) }]
      : []),
  ];
  if (of !== 'text' && version.state === 'SIGNED') {
    return (
      <>
        <Panel title={named.valid[lang]}>
          <p>{words.validText[lang]}</p>
        </Panel>
        <SummaryList rows={rows} />
      </>
    );
  }
  const isReplaced = version.state === 'REPLACED' && replacedBy !== undefined;
  return (
    <>
      <Notice kind="warning" title={(isReplaced ? named.replaced : words.text)[lang]}>
        <p>{(isReplaced ? replacedText(replacedBy.number, replacedBy.state === 'SIGNED') : named.textText)[lang]}</p>
      </Notice>
      <SummaryList rows={rows} />
    </>
  );
}

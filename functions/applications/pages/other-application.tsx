import { forms } from '../../forms/round-form.ts';
import type { Round } from '../../rounds/round.ts';
import type { Lang, Text } from '../../shared/i18n.ts';
import { chosenOf } from '../../shared/pages/answers.ts';
import { Actions, Button, PageForm, RoundAndReference, SummaryList } from '../../shared/pages/components.tsx';
import { decode, type FormPage, type Typed } from '../../shared/pages/form.ts';
import { Layout } from '../../shared/pages/layout.tsx';
import { type Form, html, type PageRequest, type PageResponse, switchedTo } from '../../shared/pages/request.ts';
import { applicationIn } from '../../shared/pages/shown.ts';
import { isReference } from '../access.ts';
import type { Application } from '../application.ts';
import { LinksAgain } from './problems.tsx';

const words = {
  other: { ko: '이 브라우저에 다른 지원서가 열려 있습니다', en: 'Another application is open in this browser' },
  none: { ko: '이 브라우저에서 열려 있는 지원서가 없습니다', en: 'No application is open in this browser' },
  nothing: {
    ko: '보내신 내용은 저장하지 않았고, 어느 지원서도 바뀌지 않았습니다.',
    en: 'What you sent was not saved, and no application has been changed.',
  },
  sentFor: { ko: '이 화면의 지원서', en: 'This page was for' },
  unknown: { ko: '알 수 없음', en: 'Not known' },
  open: { ko: '지금 열려 있는 지원서', en: 'Open now' },
  todo: { ko: '이어서 하시려면', en: 'What you can do' },
  again: {
    ko: '이 화면을 닫지 말고, 메일로 받은 링크로 이 화면의 지원서를 여십시오. 그런 다음 이 화면에서 ‘다시 보내기’를 누르면 저장됩니다.',
    en: 'Leave this page open, and open its application by the link in your mail. Then come back and press “Send it again”.',
  },
  keepOther: { ko: '지금 열려 있는 지원서 계속하기', en: 'Go on with the application that is open now' },
  typed: { ko: '입력하신 내용', en: 'What you typed' },
  copy: {
    ko: '다른 곳에 옮겨 적으시려면 아래 내용을 복사해 두십시오.',
    en: 'You can copy it from here to keep it.',
  },
  send: { ko: '다시 보내기', en: 'Send it again' },
} as const satisfies Record<string, Text>;

/** What a form has beside the fields of its page. */
const carriedNames = ['application', 'revision', 'return', 'action', 'version'];
const carried = (form: Form): Typed =>
  Object.fromEntries(carriedNames.flatMap((name) => (form.has(name) ? [[name, form.get(name) ?? []]] : [])));

/** A page of a form, whichever round's it is. */
export const anyPage = (id: string | undefined): FormPage | undefined =>
  [...forms.values()].flatMap(({ pages }) => pages).find((page) => page.id === id);

/**
 * The answer to a form of another application than the one that the browser has open, or of none: nothing is saved, what
 * was typed stays to be read, copied and sent again.
 */
export function otherApplicationPage(
  request: PageRequest,
  given: {
    readonly opened?: { readonly application: Application; readonly round: Round };
    /** The fields that the form had, as far as they hold somebody's words. */
    readonly page: FormPage | undefined;
    readonly rounds: readonly Round[];
  },
): PageResponse {
  const { opened, page, rounds } = given;
  const lang = switchedTo(request.form) ?? request.lang;
  const named = applicationIn(request.form);
  const typed = page ? decode(page, request.form) : {};
  const rows = page ? chosenOf(page, typed, lang) : [];
  return html(
    <Layout
      lang={lang}
      title={words[opened ? 'other' : 'none'][lang]}
      lead={words.nothing[lang]}
      formId="form"
      contact={(opened?.round ?? rounds.at(-1))?.contact}
    >
      <SummaryList
        rows={[
          { term: words.sentFor[lang], value: isReference(named) ? named : words.unknown[lang] },
          ...(opened
            ? [
                {
                  term: words.open[lang],
                  value: (
                    <RoundAndReference title={opened.round.title[lang]} reference={opened.application.reference} />
                  ),
                },
              ]
            : []),
        ]}
      />
      <h2>{words.todo[lang]}</h2>
      <p>{words.again[lang]}</p>
      {opened ? (
        <p>
          <a href={opened.application.version > 0 ? '/application' : '/apply'}>{words.keepOther[lang]}</a>
        </p>
      ) : (
        <LinksAgain lang={lang} rounds={rounds} />
      )}
      <PageForm id="form" action={request.path} hidden={{ ...typed, ...carried(request.form) }}>
        {rows.length > 0 && <Words rows={rows} lang={lang} />}
        <Actions>
          <Button kind="tertiary">{words.send[lang]}</Button>
        </Actions>
      </PageForm>
    </Layout>,
    { status: opened ? 409 : 403 },
  );
}

const Words = ({ rows, lang }: { rows: readonly { term: string; value: string }[]; lang: Lang }) => (
  <section class="answers">
    <h2>{words.typed[lang]}</h2>
    <p>{words.copy[lang]}</p>
    <SummaryList rows={rows} />
  </section>
);

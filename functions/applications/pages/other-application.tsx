import { forms } from '../../forms/round-form.ts';
import { LinksAgain } from '../../rounds/pages/open-again.tsx';
import type { Round } from '../../rounds/round.ts';
import type { Text } from '../../shared/i18n.ts';
import { chosenOf } from '../../shared/pages/answers.ts';
import { Actions, Button, PageForm, RoundAndReference, SummaryList } from '../../shared/pages/components.tsx';
import { decode, type FormPage, type Typed } from '../../shared/pages/form.ts';
import { Layout } from '../../shared/pages/layout.tsx';
import { type Form, html, type PageRequest, type PageResponse, switchedTo } from '../../shared/pages/request.ts';
import { applicationIn } from '../../shared/pages/shown.ts';
import { UnsavedWords } from '../../shared/pages/unsaved-words.tsx';
import { isReference } from '../access.ts';
import type { Application } from '../application.ts';

const words = {
  other: { ko: '이 브라우저에 다른 지원서가 열려 있습니다', en: 'Another application is open in this browser' },
  none: { ko: '이 브라우저에서 열려 있는 지원서가 없습니다', en: 'No application is open in this browser' },
  nothing: {
    ko: '방금 보내신 내용은 저장되지 않았으며, 두 지원서 모두 그대로 있습니다.',
    en: 'What you just sent was not saved. No application has been changed.',
  },
  sentFor: { ko: '이 화면의 지원서', en: 'This page was for' },
  unknown: { ko: '알 수 없음', en: 'Not known' },
  open: { ko: '지금 열려 있는 지원서', en: 'Open now' },
  todo: { ko: '하실 수 있는 일', en: 'What you can do' },
  again: {
    ko: '이 화면을 닫지 마시고, 이메일로 받으신 링크로 이 화면의 지원서를 여십시오. 그런 다음 이 화면에서 ‘다시 보내기’를 누르면 저장됩니다.',
    en: 'Leave this page open, and open its application with the link in our email. Then come back and press “Send it again”.',
  },
  keepOther: { ko: '지금 열려 있는 지원서 계속하기', en: 'Continue with the application that is open now' },
  send: { ko: '다시 보내기', en: 'Send it again' },
} as const satisfies Record<string, Text>;

/** What a form has beside the fields of its page. */
const carriedNames = ['application', 'revision', 'round', 'return', 'action', 'version'];
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
        <UnsavedWords rows={rows} lang={lang} />
        <Actions>
          <Button kind="tertiary">{words.send[lang]}</Button>
        </Actions>
      </PageForm>
    </Layout>,
    { status: opened ? 409 : 403 },
  );
}

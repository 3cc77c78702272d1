import type { Lang, Text } from '../i18n.ts';
import { chosenOf } from './answers.ts';
import { Actions, Button, ButtonLink, PageForm, SummaryList } from './components.tsx';
import type { FormPage, Typed } from './form.ts';
import { Layout, type LayoutProps } from './layout.tsx';
import { html, type PageResponse } from './request.ts';

const words = {
  title: { ko: '보내지 않은 내용이 있습니다', en: 'You have not sent what you typed' },
  lead: {
    ko: '이 화면에서 나가시면 아래 내용은 저장되지 않습니다.',
    en: 'If you leave the page now, the following is not kept.',
  },
  stay: { ko: '돌아가서 계속하기', en: 'Go back and continue' },
  leave: { ko: '저장하지 않고 나가기', en: 'Leave without keeping it' },
} as const satisfies Record<string, Text>;

/**
 * Whether somebody means to leave a form whose words are kept nowhere until it is sent. Going back is the form's own
 * switch of languages, to the present one: it is shown again with all that was typed, and not checked.
 */
export const unsavedPage = (
  props: Pick<LayoutProps, 'eyebrow' | 'contact'> & {
    readonly lang: Lang;
    /** The fields, by the pages that they stand on. */
    readonly pages: readonly FormPage[];
    readonly typed: Typed;
    /** To where the form is posted, and what it carries beside its fields. */
    readonly action: string;
    readonly hidden?: Readonly<Record<string, string>>;
    /** Where the person wanted to go. */
    readonly to: string;
  },
): PageResponse => {
  const { lang, pages, typed, action, hidden, to, ...frame } = props;
  const rows = pages.flatMap((page) => chosenOf(page, typed, lang));
  return html(
    <Layout {...frame} lang={lang} title={words.title[lang]} lead={words.lead[lang]} formId="form">
      <SummaryList rows={rows} />
      <PageForm id="form" action={action} hidden={{ ...typed, ...hidden }}>
        <Actions>
          <ButtonLink kind="tertiary" href={to}>
            {words.leave[lang]}
          </ButtonLink>
          <Button name="switch" value={lang}>
            {words.stay[lang]}
          </Button>
        </Actions>
      </PageForm>
    </Layout>,
    { status: 409 },
  );
};

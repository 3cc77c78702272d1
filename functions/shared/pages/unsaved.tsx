import type { Lang, Text } from '../i18n.ts';
import { chosenOf } from './answers.ts';
import { differing } from './both-words.tsx';
import { Actions, Button, ButtonLink, PageForm, SummaryList } from './components.tsx';
import type { FormPage, Typed } from './form.ts';
import { Layout, type LayoutProps } from './layout.tsx';
import { type Form, html, type PageResponse, seeOther, switchedTo } from './request.ts';
import { goingTo } from './shown.ts';

const words = {
  title: { ko: '아직 보내지 않으신 내용이 있습니다', en: 'You have not sent what you entered' },
  lead: {
    ko: '이 화면에서 나가시면 아래 내용은 저장되지 않습니다.',
    en: 'If you leave the page now, this is not saved.',
  },
  stay: { ko: '돌아가서 계속하기', en: 'Go back and continue' },
  leave: { ko: '저장하지 않고 나가기', en: 'Leave without saving' },
} as const satisfies Record<string, Text>;

type Leaving = Pick<LayoutProps, 'eyebrow' | 'contact'> & {
  readonly lang: Lang;
  /** The fields, by the pages that they stand on. */
  readonly pages: readonly FormPage[];
  readonly typed: Typed;
  /** To where the form is posted, and what it carries beside its fields. */
  readonly action: string;
  readonly hidden?: Readonly<Record<string, string>>;
  /** Where the person wanted to go. */
  readonly to: string;
};

/**
 * For who leaves a form, whose words are kept nowhere until it is sent, by one of its buttons: on at once if nothing was
 * typed, else after the question. Nothing for who sends it.
 * @param shown what the form showed before anything was typed
 */
export function leaving(form: Form, props: Leaving, shown: Typed = {}): PageResponse | undefined {
  if (goingTo(form) === undefined || switchedTo(form)) return undefined;
  const nothing = props.pages.every((page) => differing(page, props.typed, shown).length === 0);
  return nothing ? seeOther(props.to) : unsavedPage(props);
}

/**
 * Whether somebody means to leave such a form. Going back is the form's own switch of languages, to the present one: it
 * is shown again with all that was typed, and not checked.
 */
export const unsavedPage = (props: Leaving): PageResponse => {
  const { lang, pages, typed, action, hidden, to, ...frame } = props;
  const rows = pages.flatMap((page) => chosenOf(page, typed, lang));
  return html(
    <Layout {...frame} lang={lang} title={words.title[lang]} lead={words.lead[lang]} formId="form">
      <SummaryList rows={rows} />
      <PageForm id="form" action={action} hidden={{ ...typed, ...hidden }}>
        <Actions>
          <ButtonLink kind="tertiary" href={to} drops>
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

import type { Lang, Text } from '../i18n.ts';
import { Actions, Button, Notice, PageForm, SummaryList, type SummaryRow } from './components.tsx';
import type { FieldError } from './form.ts';
import { Layout, type LayoutProps } from './layout.tsx';
import { html, type PageRequest, type PageResponse, switchedTo } from './request.ts';

const words = {
  change: { ko: '돌아가서 수정하기', en: 'Go back and change it' },
} as const satisfies Record<string, Text>;

/** What the two buttons of a confirmation send beside what was chosen. */
const acts = { confirm: 'confirm', change: 'change' } as const;

/** What the first act chose: a whole answer, or what is still wrong with it. */
export type Choice<Answer> = { readonly answer: Answer } | { readonly errors: readonly FieldError[] };

/**
 * Leads an answer that cannot be taken back through two deliberate acts, both posted to the same page: the first chooses
 * and changes nothing, the second confirms what the first chose. What was typed is carried along, so that the language
 * can be switched and the choice be changed at either.
 */
export async function twoActs<Answer>(
  { form, lang }: Pick<PageRequest, 'form' | 'lang'>,
  steps: {
    readonly read: (lang: Lang) => Choice<Answer>;
    /** The page on which it is chosen, with what was typed. */
    readonly choose: (lang: Lang, errors: readonly FieldError[]) => PageResponse | Promise<PageResponse>;
    /** The page that asks whether this is meant (`Confirmation`). */
    readonly confirm: (answer: Answer, lang: Lang) => PageResponse | Promise<PageResponse>;
    readonly settle: (answer: Answer) => PageResponse | Promise<PageResponse>;
  },
): Promise<PageResponse> {
  const switched = switchedTo(form);
  const isSecond = form.get(acts.confirm)?.at(-1) === 'yes';
  if (form.has(acts.change) || (switched && !isSecond)) return steps.choose(switched ?? lang, []);
  const choice = steps.read(switched ?? lang);
  if ('errors' in choice) return steps.choose(switched ?? lang, choice.errors);
  return isSecond && !switched ? steps.settle(choice.answer) : steps.confirm(choice.answer, switched ?? lang);
}

/** The second act: what was chosen, in words, what follows from it, and one button that names it. */
export const confirmation = (
  props: Pick<LayoutProps, 'lang' | 'title' | 'eyebrow' | 'contact' | 'home'> & {
    /** What follows, and that it cannot be taken back. */
    readonly lead: string;
    /** What has to be known besides, before the button. */
    readonly also?: string | undefined;
    readonly rows?: readonly SummaryRow[];
    /** The path to which the first act was posted, and what of it is posted once more. */
    readonly action: string;
    readonly chosen: NonNullable<Parameters<typeof PageForm>[0]['hidden']>;
    readonly yes: string;
  },
): PageResponse => {
  const { action, chosen, also, rows = [], yes, ...frame } = props;
  return html(
    <Layout {...frame} formId="confirm">
      {rows.length > 0 && <SummaryList rows={rows} />}
      {also !== undefined && (
        <Notice>
          <p>{also}</p>
        </Notice>
      )}
      <PageForm id="confirm" action={action} hidden={{ ...chosen, [acts.confirm]: 'yes' }}>
        <Actions>
          <Button kind="tertiary" name={acts.change} value="yes">
            {words.change[props.lang]}
          </Button>
          <Button>{yes}</Button>
        </Actions>
      </PageForm>
    </Layout>,
  );
};

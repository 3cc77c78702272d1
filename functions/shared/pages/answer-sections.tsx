import type { Lang } from '../i18n.ts';
import { type AnswersOfPage, answersOf } from './answers.ts';
import { SummaryList } from './components.tsx';
import type { FormPage, Typed } from './form.ts';
import * as words from './form-texts.ts';

/** All answers of some pages, page by page, each with a link to change it if `changeHref` says one. */
export const Answers = (props: {
  readonly pages: readonly FormPage[];
  readonly typed: Typed;
  readonly lang: Lang;
  /** A path of ours, for example `/apply/about-you#email`. */
  readonly changeHref?: (page: FormPage, control: string) => string;
}) => (
  <>
    {answersOf(props.pages, props.typed, props.lang).map((answers) => (
      <AnswersSection key={answers.page.id} answers={answers} lang={props.lang} changeHref={props.changeHref} />
    ))}
  </>
);

const AnswersSection = (props: {
  readonly answers: AnswersOfPage;
  readonly lang: Lang;
  readonly changeHref?: (page: FormPage, control: string) => string;
}) => (
  <section class="answers">
    <h2>{props.answers.page.title[props.lang]}</h2>
    <SummaryList
      rows={props.answers.rows.map((row) => ({
        term: row.label,
        value: row.value,
        change: props.changeHref && {
          href: props.changeHref(props.answers.page, row.control),
          label: words.change[props.lang],
        },
      }))}
    />
  </section>
);

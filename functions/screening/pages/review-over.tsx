import { nextRequestPath, nextWords } from '../../requests/pages/next-request.tsx';
import type { Lang } from '../../shared/i18n.ts';
import { Actions, ButtonLink, PageForm, SummaryList } from '../../shared/pages/components.tsx';
import type { Typed } from '../../shared/pages/form.ts';
import { Layout } from '../../shared/pages/layout.tsx';
import { NotKept } from '../../shared/pages/not-kept.tsx';
import { rubric } from './review-form.ts';
import { type FrameProps, frame, type ReviewProps } from './review-page.tsx';
import { endWords, reviewWords } from './review-texts.ts';

/** Where a reviewer goes on who is done with a review: to the next, to what else waits for them, or to the list. */
const Onward = ({ list, next, lang }: Pick<FrameProps, 'list' | 'next' | 'lang'>) => (
  <Actions>
    <ButtonLink href={next ?? nextRequestPath}>{(next ? reviewWords.nextUp : nextWords.next)[lang]}</ButtonLink>
    <a href={list}>{reviewWords.back[lang]}</a>
  </Actions>
);

/** The scores as they were sent, for a review that may not be changed any more. */
export function FrozenPage(props: FrameProps & Late) {
  const { rules, review, lang } = props;
  return (
    <Layout {...frame(props)} {...switching(props)} title={reviewWords.frozen[lang]}>
      <p>{reviewWords.frozenText[lang]}</p>
      <LateReview {...props} />
      <SummaryList
        rows={[
          ...rules.criteria.map(({ id, title }) => ({ term: title[lang], value: String(review.scores[id] ?? '') })),
          { term: reviewWords.comment[lang], value: review.comment ?? reviewWords.noComment[lang] },
        ]}
      />
      <Onward {...props} />
    </Layout>
  );
}

/** A review that ended without being sent: what became of it. */
export function EndedPage(props: FrameProps & Late & { readonly state: keyof typeof endWords }) {
  const { lang, state } = props;
  return (
    <Layout {...frame(props)} {...switching(props)} title={endWords[state].title[lang]}>
      <p>{endWords[state].text[lang]}</p>
      <LateReview {...props} />
      <Onward {...props} />
    </Layout>
  );
}

/** What came too late to be kept, and where the page was posted to. */
interface Late {
  readonly path: string;
  readonly typed?: Typed;
}

/** If something came too late, it is posted once more with the switch of languages, so that it stays. */
const switching = ({ typed }: Late) => (typed ? { formId: 'form' } : {});

const LateReview = ({ rules, typed, path, lang }: Pick<FrameProps, 'rules' | 'lang'> & Late) =>
  typed ? (
    <NotKept rows={rowsOf(rules, typed, lang)} why={reviewWords.endedBefore} lang={lang}>
      <PageForm id="form" action={path} hidden={Object.fromEntries(lastOfEach(typed))} />
    </NotKept>
  ) : null;

const lastOfEach = (typed: Typed): [string, string][] =>
  Object.entries(typed).flatMap(([name, values]) => {
    const value = values?.at(-1);
    return value ? [[name, value]] : [];
  });

const rowsOf = (rules: ReviewProps['rules'], typed: Typed, lang: Lang) => {
  const { fields } = rubric(rules, false);
  return lastOfEach(typed).flatMap(([name, value]) => {
    const label = fields[name]?.label;
    return label ? [{ term: label[lang], value }] : [];
  });
};

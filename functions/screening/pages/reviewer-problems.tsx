import type { Lang } from '../../shared/i18n.ts';
import { bothWords } from '../../shared/pages/both-words.tsx';
import { Actions, ButtonLink, Notice, PageForm, SummaryList } from '../../shared/pages/components.tsx';
import type { FieldError, Typed } from '../../shared/pages/form.ts';
import { Layout } from '../../shared/pages/layout.tsx';
import { ProblemPage } from '../../shared/pages/problem.tsx';
import { type Form, html, type PageResponse } from '../../shared/pages/request.ts';
import { revisionOf } from '../../shared/pages/shown.ts';
import { leaving, unsavedPage } from '../../shared/pages/unsaved.tsx';
import { declineForm, rubric, typedOf } from './review-form.ts';
import { type FrameProps, frame, type ReviewProps } from './review-page.tsx';
import { endWords, reviewWords } from './review-texts.ts';

export const revokedPage = (lang: Lang): PageResponse =>
  html(
    <ProblemPage lang={lang} title={reviewWords.revoked[lang]}>
      <p>{reviewWords.revokedText[lang]}</p>
    </ProblemPage>,
    { status: 410 },
  );

/** A genuine link of somebody who is no longer a reviewer. */
export const leftPage = (lang: Lang): PageResponse =>
  html(
    <ProblemPage lang={lang} title={reviewWords.left[lang]}>
      <p>{reviewWords.leftText[lang]}</p>
    </ProblemPage>,
    { status: 403 },
  );

/** Somebody else's review, or none: the same page. */
export const notYoursPage = (lang: Lang, list: string): PageResponse =>
  html(
    <ProblemPage lang={lang} title={reviewWords.notYours[lang]}>
      <p>{reviewWords.notYoursText[lang]}</p>
      <p>
        <a href={list}>{reviewWords.back[lang]}</a>
      </p>
    </ProblemPage>,
    { status: 404 },
  );

/** Where a reviewer goes on who is done with a review: to the next, or to the list. */
const Onward = ({ list, next, lang }: Pick<FrameProps, 'list' | 'next' | 'lang'>) =>
  next ? (
    <Actions>
      <ButtonLink href={next}>{reviewWords.nextUp[lang]}</ButtonLink>
      <a href={list}>{reviewWords.back[lang]}</a>
    </Actions>
  ) : (
    <p>
      <a href={list}>{reviewWords.back[lang]}</a>
    </p>
  );

const BackToList = ({ list, lang }: { list: string; lang: Lang }) => (
  <p class="later">
    <a href={list}>{reviewWords.back[lang]}</a>
  </p>
);

/** The scores as they were sent, for a review that may not be changed any more. */
export function FrozenPage(props: FrameProps & Late) {
  const { rules, review, list, lang } = props;
  return (
    <Layout {...frame(props)} {...switching(props)} title={reviewWords.frozen[lang]}>
      <p>{reviewWords.frozenText[lang]}</p>
      <NotKept {...props} />
      <SummaryList
        rows={[
          ...rules.criteria.map(({ id, title }) => ({ term: title[lang], value: String(review.scores[id] ?? '') })),
          { term: reviewWords.comment[lang], value: review.comment ?? reviewWords.noComment[lang] },
        ]}
      />
      <BackToList list={list} lang={lang} />
    </Layout>
  );
}

/** A review that ended without being sent: what became of it. */
export function EndedPage(props: FrameProps & Late & { readonly state: keyof typeof endWords }) {
  const { lang, state } = props;
  return (
    <Layout {...frame(props)} {...switching(props)} title={endWords[state].title[lang]}>
      <p>{endWords[state].text[lang]}</p>
      <NotKept {...props} />
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

const NotKept = ({ rules, typed, path, lang }: Pick<FrameProps, 'rules' | 'lang'> & Late) =>
  typed ? (
    <Notice kind="warning" title={reviewWords.notKept[lang]}>
      <p>{reviewWords.notKeptText[lang]}</p>
      <PageForm id="form" action={path} hidden={Object.fromEntries(lastOfEach(typed))}>
        <SummaryList
          rows={rowsOf(rules, typed).map(({ label, value }) => ({
            term: label[lang],
            value: <span class="typed">{value}</span>,
          }))}
        />
      </PageForm>
    </Notice>
  ) : null;

const lastOfEach = (typed: Typed): [string, string][] =>
  Object.entries(typed).flatMap(([name, values]) => {
    const value = values?.at(-1);
    return value ? [[name, value]] : [];
  });

const rowsOf = (rules: ReviewProps['rules'], typed: Typed) => {
  const { fields } = rubric(rules, false);
  return lastOfEach(typed).flatMap(([name, value]) => {
    const label = fields[name]?.label;
    return label ? [{ label, value }] : [];
  });
};

type Stale = Omit<FrameProps, 'next'> & { readonly path: string; readonly typed: Typed };

/** What was typed over a review that was saved elsewhere since, and what was saved: the reviewer chooses. */
export const bothReviews = (
  props: Stale & { readonly chosen?: { readonly form: Form; readonly errors: readonly FieldError[] } },
): PageResponse => {
  const { rules, review, path, typed, chosen } = props;
  return bothWords({
    ...frame(props),
    page: rubric(rules, false),
    mine: typed,
    newer: typedOf(rules, review),
    action: path,
    hidden: { ...revisionOf(review.revision), ...(review.state === 'OPEN' && { save: 'yes' }) },
    ...chosen,
  });
};

/** For who leaves the page on which a review is declined. */
export const leavingDecline = (props: Stale, form: Form): PageResponse | undefined => {
  const { path, typed, lang } = props;
  const { eyebrow, contact } = frame(props);
  const action = `${path}/decline`;
  return leaving(form, { eyebrow, contact, lang, pages: [declineForm], typed, action, to: path });
};

/** Whether a reviewer means to leave changes of a review that was sent. */
export const unsavedReview = (props: Stale & { readonly to: string }): PageResponse => {
  const { rules, review, path, typed, to, lang } = props;
  const { eyebrow, contact } = frame(props);
  const hidden = revisionOf(review.revision);
  return unsavedPage({ eyebrow, contact, lang, pages: [rubric(rules, false)], typed, action: path, hidden, to });
};

import type { SentVersion } from '../../applications/applications-table.ts';
import { MaskedText } from '../../reviewers/pages/masked-text.tsx';
import type { AdmissionRules } from '../../rounds/admission-rules.ts';
import type { Round } from '../../rounds/round.ts';
import type { Lang } from '../../shared/i18n.ts';
import {
  Actions,
  Button,
  ButtonLink,
  Notice,
  PageForm,
  RoundAndReference,
  SummaryList,
  type SummaryRow,
} from '../../shared/pages/components.tsx';
import { Fields } from '../../shared/pages/fields.tsx';
import type { FieldError, Typed } from '../../shared/pages/form.ts';
import { Layout } from '../../shared/pages/layout.tsx';
import type { PageResponse } from '../../shared/pages/request.ts';
import { confirmation } from '../../shared/pages/two-acts.tsx';
import { formatInstant, type Instant } from '../../shared/time.ts';
import type { Review } from '../review.ts';
import { declineForm, rubric, type ShownAnswer, shownAnswers } from './review-form.ts';
import { applicationLabel, endWords, reviewWords } from './review-texts.ts';
import { Rubric } from './rubric.tsx';

export interface ReviewProps {
  readonly round: Round;
  readonly rules: AdmissionRules['review'];
  readonly review: Review;
  /** Nothing if the application was erased. */
  readonly version: SentVersion | undefined;
  readonly dueAt: Instant;
  /** The path of the reviewer's list, of the next review that is open, and of this one. */
  readonly list: string;
  readonly next?: string;
  readonly path: string;
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
  readonly lang: Lang;
}

type FrameProps = Pick<ReviewProps, 'round' | 'rules' | 'review' | 'list' | 'next' | 'lang'>;

/** What the frame of each page about a review says: a number, and in a round that is not blind the reference. */
const frame = ({ round, rules, review, list, lang }: FrameProps) => ({
  lang,
  eyebrow: rules.blind ? (
    round.title[lang]
  ) : (
    <RoundAndReference title={round.title[lang]} reference={review.reference} />
  ),
  contact: round.contact,
  home: list,
});

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

/** The answers and the rubric on one page, for a review that is open, or sent and not frozen yet. */
export function ReviewPage(props: ReviewProps) {
  const { round, rules, review, version, dueAt, list, path, typed, errors, lang } = props;
  const open = review.state === 'OPEN';
  const answers = version && shownAnswers(round, rules, version, lang);
  const saved = review.savedAt ? formatInstant(review.savedAt, lang) : reviewWords.notSaved[lang];
  return (
    <Layout {...frame(props)} title={applicationLabel(review.label)[lang]} errors={errors} formId="form">
      {open ? (
        <SummaryList
          rows={[
            { term: reviewWords.due[lang], value: formatInstant(dueAt, lang) },
            { term: reviewWords.savedAt[lang], value: saved },
          ]}
        />
      ) : (
        <Notice title={reviewWords.sentTitle[lang]}>
          <p>{reviewWords.sentText[lang]}</p>
          <p>
            {reviewWords.sentAt[lang]}: {saved}
          </p>
          <Onward {...props} />
        </Notice>
      )}
      <div class="review">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long answers scroll by themselves beside the rubric */}
        <section class="review-answers" aria-labelledby="answers" tabIndex={0}>
          <h2 id="answers">{reviewWords.answers[lang]}</h2>
          {rules.blind && answers && <p class="hint">{reviewWords.maskedNote[lang]}</p>}
          {answers ? <SummaryList rows={answers.map(rowOf(lang))} /> : <p>{reviewWords.erased[lang]}</p>}
        </section>
        <section class="answers">
          <h2>{reviewWords.rubric[lang]}</h2>
          <p>{reviewWords.rubricLead[lang]}</p>
          <PageForm id="form" action={path}>
            <Rubric rules={rules} typed={typed} errors={errors} lang={lang} />
            <Actions>
              {open && (
                <Button kind="tertiary" name="save" value="yes">
                  {reviewWords.save[lang]}
                </Button>
              )}
              <Button>{(open ? reviewWords.send : reviewWords.amend)[lang]}</Button>
            </Actions>
          </PageForm>
        </section>
      </div>
      {open && <Cannot path={path} lang={lang} />}
      <BackToList list={list} lang={lang} />
    </Layout>
  );
}

const rowOf =
  (lang: Lang) =>
  ({ term, value }: ShownAnswer): SummaryRow => ({
    term,
    value: typeof value === 'string' ? value : <MaskedText pieces={value} lang={lang} />,
  });

const Cannot = ({ path, lang }: { path: string; lang: Lang }) => (
  <section class="answers">
    <h2>{reviewWords.cannot[lang]}</h2>
    <p>{reviewWords.conflictText[lang]}</p>
    <PageForm id="conflict" action={`${path}/conflict`}>
      <Actions>
        <Button kind="tertiary">{reviewWords.conflict[lang]}</Button>
      </Actions>
    </PageForm>
    <p>
      {reviewWords.declineText[lang]} <a href={`${path}/decline`}>{reviewWords.decline[lang]}</a>
    </p>
  </section>
);

/** Whether a reviewer means it: another one is asked at once. */
export const confirmConflict = (
  props: Omit<FrameProps, 'lang'> & { readonly path: string },
  lang: Lang,
): PageResponse =>
  confirmation({
    ...frame({ ...props, lang }),
    title: reviewWords.conflictSure[lang],
    lead: reviewWords.conflictLead[lang],
    rows: [{ term: reviewWords.applicationTerm[lang], value: applicationLabel(props.review.label)[lang] }],
    action: `${props.path}/conflict`,
    chosen: {},
    yes: reviewWords.conflictYes[lang],
  });

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

export function DeclinePage(
  props: FrameProps & { readonly path: string; readonly typed: Typed; readonly errors: readonly FieldError[] },
) {
  const { path, typed, errors, lang } = props;
  return (
    <Layout
      {...frame(props)}
      title={reviewWords.decline[lang]}
      lead={reviewWords.declineLead[lang]}
      errors={errors}
      formId="form"
    >
      <PageForm id="form" action={`${path}/decline`}>
        <Fields page={declineForm} typed={typed} errors={errors} lang={lang} />
        <Actions>
          <ButtonLink kind="tertiary" href={path}>
            {reviewWords.back[lang]}
          </ButtonLink>
          <Button>{reviewWords.decline[lang]}</Button>
        </Actions>
      </PageForm>
    </Layout>
  );
}

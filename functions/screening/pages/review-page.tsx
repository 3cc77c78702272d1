import type { SentVersion } from '../../applications/applications-table.ts';
import type { Attachment } from '../../attachments/attachments.ts';
import type { QuarterFigures } from '../../attachments/case-figures.ts';
import { Figures } from '../../attachments/pages/figures.tsx';
import { ReviewDocuments } from '../../attachments/pages/review-documents.tsx';
import { nextWords } from '../../requests/pages/next-request.tsx';
import { MaskedText } from '../../reviewers/pages/masked-text.tsx';
import type { AdmissionRules } from '../../rounds/admission-rules.ts';
import type { Round } from '../../rounds/round.ts';
import type { Lang } from '../../shared/i18n.ts';
import {
  Actions,
  Button,
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
import { going, revisionOf } from '../../shared/pages/shown.ts';
import { confirmation } from '../../shared/pages/two-acts.tsx';
import { formatInstant, type Instant } from '../../shared/time.ts';
import type { Review } from '../review.ts';
import { declineForm, type ShownAnswer, shownAnswers } from './review-form.ts';
import { applicationLabel, reviewWords } from './review-texts.ts';
import { Rubric } from './rubric.tsx';

export interface ReviewProps {
  readonly round: Round;
  readonly rules: AdmissionRules['review'];
  readonly review: Review;
  /** Nothing if the application was erased. */
  readonly version: SentVersion | undefined;
  readonly attachments: readonly Attachment[];
  /** What the startup has reported, in a round of renewal. */
  readonly figures: readonly QuarterFigures[] | undefined;
  readonly dueAt: Instant;
  /** The path of the reviewer's list, of the next review that is open, and of this one. */
  readonly list: string;
  readonly next?: string;
  readonly path: string;
  readonly typed: Typed;
  /** The revision that what was typed was written over. */
  readonly shown: number;
  readonly errors: readonly FieldError[];
  readonly lang: Lang;
}

export type FrameProps = Pick<ReviewProps, 'round' | 'rules' | 'review' | 'list' | 'next' | 'lang'>;

/** What the frame of each page about a review says: a number, and in a round that is not blind the reference. */
export const frame = ({ round, rules, review, list, lang }: Omit<FrameProps, 'next'>) => ({
  lang,
  eyebrow: rules.blind ? (
    round.title[lang]
  ) : (
    <RoundAndReference title={round.title[lang]} reference={review.reference} />
  ),
  contact: round.contact,
  home: list,
});

/** Where a form of a review leads that is left by one of its buttons. */
export const leadsTo = {
  list: 'list',
  next: 'next',
  decline: 'decline',
  conflict: 'conflict',
  review: 'review',
  nextRequest: 'next-request',
  desk: 'desk',
  nameSeen: 'name-seen',
} as const;

/** The same by buttons of the form, so that what was changed in it is not lost. */
const OnwardFrom = ({ next, lang }: Pick<FrameProps, 'next' | 'lang'>) => (
  <Actions>
    <Button form="form" {...going(next ? leadsTo.next : leadsTo.nextRequest)}>
      {(next ? reviewWords.nextUp : nextWords.next)[lang]}
    </Button>
    <Button kind="link" form="form" {...going(leadsTo.list)}>
      {reviewWords.back[lang]}
    </Button>
  </Actions>
);

/** The answers and the rubric on one page, for a review that is open, or sent and not frozen yet. */
export function ReviewPage(props: ReviewProps) {
  const { round, rules, review, version, dueAt, path, typed, errors, lang } = props;
  const open = review.state === 'OPEN';
  const answers = version && shownAnswers(round, rules, version, lang);
  const saved = review.savedAt ? formatInstant(review.savedAt, lang) : reviewWords.notSaved[lang];
  return (
    <Layout
      {...frame(props)}
      title={applicationLabel(review.label)[lang]}
      errors={errors}
      formId="form"
      home={{ go: leadsTo.list }}
    >
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
          <OnwardFrom {...props} />
        </Notice>
      )}
      <div class="review">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long answers scroll by themselves beside the rubric */}
        <section class="review-answers" aria-labelledby="answers" tabIndex={0}>
          {props.figures && <Figures figures={props.figures} lang={lang} />}
          <h2 id="answers">{reviewWords.answers[lang]}</h2>
          {rules.blind && answers && <Masked review={review} lang={lang} />}
          {answers ? <SummaryList rows={answers.map(rowOf(lang))} /> : <p>{reviewWords.erased[lang]}</p>}
          <ReviewDocuments
            attachments={props.attachments}
            blind={rules.blind}
            href={(document) => `${path}/documents/${document}`}
            lang={lang}
          />
        </section>
        <section class="answers">
          <h2>{reviewWords.rubric[lang]}</h2>
          <p>{reviewWords.rubricLead[lang]}</p>
          <PageForm id="form" action={path} hidden={revisionOf(props.shown)} copied={{ of: review.id, page: 'review' }}>
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
      {open && <Cannot lang={lang} />}
      {open && (
        <>
          <p class="later">
            <Button kind="link" form="form" {...going(leadsTo.list)}>
              {reviewWords.back[lang]}
            </Button>
          </p>
          <p>
            <Button kind="link" form="form" {...going(leadsTo.desk)}>
              {nextWords.desk[lang]}
            </Button>
          </p>
        </>
      )}
    </Layout>
  );
}

const Masked = ({ review, lang }: Pick<FrameProps, 'review' | 'lang'>) =>
  review.nameReportedAt ? (
    <p class="hint" role="status">
      {reviewWords.nameReported[lang]}
    </p>
  ) : (
    <>
      <p class="hint">{reviewWords.maskedNote[lang]}</p>
      <p>
        <Button kind="link" form="form" {...going(leadsTo.nameSeen)}>
          {reviewWords.nameSeen[lang]}
        </Button>
      </p>
    </>
  );

const rowOf =
  (lang: Lang) =>
  ({ term, value }: ShownAnswer): SummaryRow => ({
    term,
    value: typeof value === 'string' ? value : <MaskedText pieces={value} lang={lang} />,
  });

const Cannot = ({ lang }: { lang: Lang }) => (
  <section class="answers">
    <h2>{reviewWords.cannot[lang]}</h2>
    <p>{reviewWords.conflictText[lang]}</p>
    <Actions>
      <Button kind="tertiary" form="form" {...going(leadsTo.conflict)}>
        {reviewWords.conflict[lang]}
      </Button>
    </Actions>
    <p>
      {reviewWords.declineText[lang]}{' '}
      <Button kind="link" form="form" {...going(leadsTo.decline)}>
        {reviewWords.decline[lang]}
      </Button>
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

export function DeclinePage(
  props: FrameProps & { readonly path: string; readonly typed: Typed; readonly errors: readonly FieldError[] },
) {
  const { path, typed, errors, lang } = props;
  return (
    <Layout
      {...frame(props)}
      home={{ go: leadsTo.review }}
      title={reviewWords.decline[lang]}
      lead={reviewWords.declineLead[lang]}
      errors={errors}
      formId="form"
    >
      <PageForm id="form" action={`${path}/decline`} copied={{ of: props.review.id, page: 'decline' }}>
        <Fields page={declineForm} typed={typed} errors={errors} lang={lang} />
        <Actions>
          <Button kind="tertiary" {...going(leadsTo.review)}>
            {reviewWords.back[lang]}
          </Button>
          <Button>{reviewWords.decline[lang]}</Button>
        </Actions>
      </PageForm>
    </Layout>
  );
}

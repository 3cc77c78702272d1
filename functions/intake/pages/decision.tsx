import * as z from 'zod';
import type { Application } from '../../applications/application.ts';
import type { SentVersion } from '../../applications/applications-table.ts';
import { stateWords } from '../../applications/pages/status-texts.ts';
import { attachmentWords } from '../../attachments/attachment-texts.ts';
import type { Attachment } from '../../attachments/attachments.ts';
import type { QuarterFigures } from '../../attachments/case-figures.ts';
import { CaseDocuments } from '../../attachments/pages/case-documents.tsx';
import { Figures } from '../../attachments/pages/figures.tsx';
import { pagesToRead, typedTogether } from '../../forms/round-form.ts';
import type { Person } from '../../people/person.ts';
import { decisionField } from '../../requests/pages/deciding-words.ts';
import { DecisionFrame, decidedPage, type Late, ToDecide } from '../../requests/pages/decision-frame.tsx';
import type { PersonRequest } from '../../requests/request.ts';
import type { EligibilityRule } from '../../rounds/round.ts';
import { versionsText } from '../../rounds/versions-text.ts';
import type { Lang, Text } from '../../shared/i18n.ts';
import { Answers } from '../../shared/pages/answer-sections.tsx';
import { type AnswersOfPage, answersOf } from '../../shared/pages/answers.ts';
import { Notice } from '../../shared/pages/components.tsx';
import { type FieldError, type FormPage, formPage, type Typed } from '../../shared/pages/form.ts';
import type { PageResponse } from '../../shared/pages/request.ts';
import { longText } from '../../shared/text/normalise.ts';
import { formatInstant } from '../../shared/time.ts';
import type { Findings } from '../eligibility-check.ts';
import { decisionWords as words } from './decision-texts.ts';

/** The officer's form; reason and question are wanted by the outcome that needs them. */
export const decisionForm = (pages: readonly FormPage[]) =>
  formPage({
    id: 'decision',
    title: words.title,
    fields: {
      outcome: {
        widget: 'radios',
        ...decisionField,
        options: [
          { value: 'ACCEPT', label: words.accept, hint: words.acceptHint },
          { value: 'REFUSE', label: words.refuse, hint: words.refuseHint },
          { value: 'RETURN', label: words.return, hint: words.returnHint },
        ],
        schema: z.enum(['ACCEPT', 'REFUSE', 'RETURN']),
      },
      reason: {
        widget: 'textarea',
        label: words.reason,
        hint: words.reasonHint,
        missing: words.reasonMissing,
        optional: true,
        unmarked: true,
        maxLength: 1000,
        schema: longText({ max: 1000 }),
      },
      question: {
        widget: 'textarea',
        label: words.question,
        hint: words.questionHint,
        missing: words.questionMissing,
        optional: true,
        unmarked: true,
        maxLength: 1000,
        schema: longText({ max: 1000 }),
      },
      pages: {
        widget: 'checkboxes',
        label: words.pages,
        hint: words.pagesHint,
        optional: true,
        options: pages.filter(({ leads }) => !leads).map((page) => ({ value: page.id, label: page.title })),
        schema: z.array(z.string()),
      },
    },
  });

export interface DecisionProps {
  readonly request: PersonRequest;
  readonly path: string;
  readonly application: Application;
  /** Who helped to apply, if somebody did and is still known. */
  readonly helper: Person | undefined;
  readonly findings: Findings;
  readonly others: readonly { readonly application: Application; readonly version: SentVersion }[];
  /** Others beside these. */
  readonly more: number;
  readonly questions: readonly PersonRequest[];
  readonly attachments: readonly Attachment[];
  /** What the startup has reported, in a round of renewal. */
  readonly figures: readonly QuarterFigures[] | undefined;
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
  readonly lang: Lang;
}

/** The whole case on one page: what is in question, the answers, the other application beside it, the decision. */
export function DecisionPage(props: DecisionProps) {
  const { request, path, application, helper, findings, others, more, questions, attachments, typed, errors, lang } =
    props;
  const { round, version } = findings;
  const pages = pagesToRead(round, version.typed);
  const unmet = round.eligibility.filter((rule) =>
    findings.rules.some(({ ruleId, met }) => ruleId === rule.id && !met),
  );
  const answers = answersOf(pages, typedTogether(version.typed), lang).flatMap(({ rows }) => rows);
  return (
    <DecisionFrame
      {...{ request, path, round, typed, errors, lang }}
      title={words.title}
      rows={[
        { term: words.sent[lang], value: formatInstant(version.sentAt, lang) },
        { term: words.version[lang], value: versionsText(version)[lang] },
      ]}
      form={decisionForm(pages)}
    >
      <Notice kind="warning" title={words.why[lang]}>
        <ul>
          {unmet.map((rule) => (
            <li key={rule.id}>
              <strong>{rule.title[lang]}</strong>
              <br />
              {rule.unmet[lang]}
              <br />
              <AnswerTo rule={rule} answers={answers} />
            </li>
          ))}
          {others.map((other) => (
            <li key={other.application.reference}>
              <strong>{words.duplicate[lang]}</strong> <span class="nowrap">{other.application.reference}</span>
            </li>
          ))}
          {more > 0 && <li>{words.more(more)[lang]}</li>}
          {unmet.length === 0 && others.length === 0 && <li>{words.allMet[lang]}</li>}
        </ul>
        <ToDecide lang={lang} />
      </Notice>
      <Helped help={application.help} helper={helper} lang={lang} />
      {questions.map((question) => (
        <QuestionSoFar key={question.id} question={question} lang={lang} />
      ))}
      <div class={others.length > 0 ? 'compare' : undefined}>
        <section>
          {others.length > 0 && (
            <>
              <h2>
                {words.this[lang]} <span class="nowrap">{application.reference}</span>
              </h2>
              <p>
                {stateWords[application.state][lang]} · {words.sent[lang]} {formatInstant(version.sentAt, lang)}
              </p>
            </>
          )}
          {props.figures && <Figures figures={props.figures} lang={lang} />}
          <Answers pages={pages} typed={typedTogether(version.typed)} lang={lang} />
          {attachments.length > 0 && (
            <>
              <h2>{attachmentWords.title[lang]}</h2>
              <CaseDocuments {...{ attachments, lang }} reference={application.reference} />
            </>
          )}
        </section>
        {others.map((other) => (
          <section key={other.application.reference} class="beside">
            <h2>
              {words.other[lang]} <span class="nowrap">{other.application.reference}</span>
            </h2>
            <p>
              {stateWords[other.application.state][lang]} · {words.sent[lang]}{' '}
              {formatInstant(other.version.sentAt, lang)}
            </p>
            <Answers
              pages={pagesToRead(round, other.version.typed)}
              typed={typedTogether(other.version.typed)}
              lang={lang}
            />
          </section>
        ))}
      </div>
    </DecisionFrame>
  );
}

/** Who helped to apply, and why; how the applicant agreed, and is reached. */
function Helped(props: {
  readonly help: Application['help'];
  readonly helper: Person | undefined;
  readonly lang: Lang;
}) {
  const { help, helper, lang } = props;
  if (!help) return null;
  return (
    <Notice title={words.helped(helper?.name ?? help.by)[lang]}>
      <p class="typed">{help.reason}</p>
      <p>
        {words.helpConsent[lang]} <span class="typed">{help.consent?.words}</span>
        <br />
        {words.helpReach[lang]} <span class="typed notranslate">{help.reach}</span>
      </p>
    </Notice>
  );
}

/** What the applicant answered to what a condition looks at. */
function AnswerTo(props: { readonly rule: EligibilityRule; readonly answers: AnswersOfPage['rows'] }) {
  const answer = props.answers.find(({ field }) => field === props.rule.field);
  return answer ? (
    <small>
      {answer.label}: {answer.value}
    </small>
  ) : null;
}

const QuestionSoFar = ({ question, lang }: { question: PersonRequest; lang: Lang }) => (
  <Notice title={words.asked[lang]}>
    <p class="typed">{question.question?.text}</p>
    <p>
      <strong>{(question.state === 'SETTLED' ? words.replied : words.notReplied)[lang]}</strong>{' '}
      {question.settledAt && formatInstant(question.settledAt, lang)}
    </p>
    {question.reason && <p class="typed">{question.reason}</p>}
  </Notice>
);

const outcomeText = (request: PersonRequest): Text => {
  const { outcome = '' } = request;
  const texts: Readonly<Record<string, Text>> = words.outcomes;
  return texts[outcome] ?? words.outcomes.CANCELLED;
};

export const closedDecisionPage = (
  lang: Lang,
  request: PersonRequest,
  by: Person | undefined,
  { late, first }: { readonly late: Late; readonly first: boolean },
): PageResponse =>
  decidedPage(lang, request, by, {
    late,
    first,
    title: outcomeText(request),
    nothing: words.nothing,
  });

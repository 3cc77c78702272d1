import { BouncedNotice } from '../../codes/pages/bounced-notice.tsx';
import type { TypedPages } from '../../forms/answers.ts';
import { DocumentsLink } from '../../forms/pages/beside-form.tsx';
import { LeaveForm } from '../../forms/pages/leave-form.tsx';
import { pagesToRead, typedTogether } from '../../forms/round-form.ts';
import type { PersonRequest } from '../../requests/request.ts';
import { AppealSection } from '../../rounds/pages/appeal.tsx';
import { until } from '../../rounds/pages/start.tsx';
import { type Round, roundPhase } from '../../rounds/round.ts';
import type { Lang, Text } from '../../shared/i18n.ts';
import { Answers } from '../../shared/pages/answer-sections.tsx';
import {
  Actions,
  Button,
  ButtonLink,
  Notice,
  PageForm,
  Panel,
  Timeline,
  type TimelineEntry,
} from '../../shared/pages/components.tsx';
import { Layout } from '../../shared/pages/layout.tsx';
import { shownOf } from '../../shared/pages/shown.ts';
import { formatInstant, type Instant, type LocalDate, seoulDateOf } from '../../shared/time.ts';
import { type Application, nextState } from '../application.ts';
import type { ApplicantResult } from './applicant-result.ts';
import { HelpedNotice } from './helped-notice.tsx';
import { nextSteps, type Step, stateWords } from './status-texts.ts';

const words = {
  title: { ko: '지원 현황', en: 'Your application' },
  sent: { ko: '지원서가 제출되었습니다', en: 'Your application has been sent' },
  reference: { ko: '접수 번호', en: 'Reference number' },
  mailed: {
    ko: '접수 번호와 제출하신 지원서의 사본을 이메일로 보내 드립니다. 보통 1분 안에 도착합니다. 10분이 지나도 오지 않으면 스팸 이메일을 확인해 주십시오.',
    en: 'We email you the reference number and a copy of your answers, usually within a minute. If nothing has come after ten minutes, check your spam folder.',
  },
  next: { ko: '진행 상황', en: 'What has happened and what comes next' },
  reason: { ko: '결정 이유', en: 'Reason' },
  do: {
    ko: '결정에 대해 궁금한 점이 있거나 재검토가 필요하면 접수 번호와 함께 아래 문의처로 알려 주십시오. 담당자가 확인하고 답변해 드립니다.',
    en: 'If you have a question about the decision, or think that we should look again, contact us with your reference number. Our team will answer.',
  },
  answers: { ko: '제출한 지원서 보기', en: 'Read your answers' },
  answersTitle: { ko: '제출한 지원서', en: 'Your answers' },
  savedTitle: { ko: '저장된 내용', en: 'What you saved' },
  notSent: { ko: '이 내용은 제출되지 않았습니다.', en: 'This has not been sent.' },
  change: { ko: '지원서 수정하기', en: 'Change your answers' },
  changeUntil: { ko: '수정하실 수 있는 기간:', en: 'You can change them' },
  withdraw: { ko: '지원 취소하기', en: 'Withdraw your application' },
  giveUp: { ko: '참여 취소하기', en: 'Give up your place' },
  unsent: { ko: '수정하고 아직 제출하지 않은 내용이 있습니다', en: 'You have changes that you have not sent' },
  unsentText: { ko: '수정한 내용을 확인하고 다시 제출하기', en: 'Check the changes and send them' },
  question: { ko: '담당자가 드린 질문이 있습니다', en: 'We have a question for you' },
  questionText: {
    ko: '질문과 답변하실 수 있는 링크를 이메일로 보내 드렸습니다.',
    en: 'We have emailed you the question and a link to answer it.',
  },
  answerBy: { ko: '답변 기한:', en: 'Please answer by' },
  questionAgain: { ko: '질문 이메일 다시 받기', en: 'Email me the question again' },
  elsewhere: { ko: '다른 기기에서 모두 닫기', en: 'Close it everywhere else' },
  alone: { ko: '다른 기기와 브라우저에서는 모두 닫혔습니다', en: 'It is closed everywhere else' },
  aloneText: {
    ko: '앞서 받으신 이메일의 링크로도 더 열 수 없습니다. 다른 기기에서는 모집 안내 화면에서 이메일 주소를 입력해 여십시오.',
    en: 'The links in earlier emails no longer work either. On another device, enter your email address on the page of the round.',
  },
  anew: { ko: '새 지원서 작성하기', en: 'Start a new application' },
  back: { ko: '지원 현황으로 돌아가기', en: 'Back to your application' },
} as const satisfies Record<string, Text>;

export interface StatusProps {
  readonly application: Application;
  readonly round: Round;
  readonly request: PersonRequest | undefined;
  readonly now: Instant;
  readonly lang: Lang;
  /** Once the results are out. */
  readonly result?: ApplicantResult;
  /** Straight after sending. */
  readonly justSent?: boolean;
  /** Whether answers were changed since and not sent. */
  readonly unsent?: boolean;
  /** Straight after it was closed everywhere else. */
  readonly alone?: boolean;
  /** Whether it is open at the desk of the officer who helps. */
  readonly atDesk?: boolean;
  /** Why nothing is mailed to its address. */
  readonly bounces?: object | undefined;
}

/** Where an application stands, what happens next and by when, and what can still be done. */
export function StatusPage(props: StatusProps) {
  const { application, round, request, result, now, lang, justSent, unsent, alone, bounces } = props;
  const open = roundPhase(round, now) === 'OPEN';
  const { state, decision, reference } = application;
  const changeable = open && !result && nextState(state, 'submit') !== undefined;
  return (
    <Layout lang={lang} title={words.title[lang]} eyebrow={round.title[lang]} contact={round.contact}>
      <Panel
        kind={justSent || (state === 'ACCEPTED' && (!result || result.good)) ? 'good' : 'plain'}
        title={(justSent ? words.sent : (result?.title ?? stateWords[state]))[lang]}
        referenceLabel={words.reference[lang]}
        reference={reference}
      >
        {justSent && !bounces && <p>{words.mailed[lang]}</p>}
      </Panel>
      <BouncedNotice email={bounces && application.email} canChange={changeable} lang={lang} />
      {alone && (
        <Notice title={words.alone[lang]}>
          <p>{words.aloneText[lang]}</p>
        </Notice>
      )}
      <HelpedNotice application={application} atDesk={false} lang={lang} />
      {result?.view(lang)}
      {result?.leadsTo && (
        <Actions>
          <ButtonLink href={result.leadsTo.href}>{result.leadsTo.label[lang]}</ButtonLink>
        </Actions>
      )}
      {unsent && changeable && (
        <Notice kind="warning" title={words.unsent[lang]}>
          <p>
            <a href="/apply/check">{words.unsentText[lang]}</a>
          </p>
        </Notice>
      )}
      {state === 'WITH_APPLICANT' && (
        <Notice kind="warning" title={words.question[lang]}>
          <p>
            {words.questionText[lang]}
            {request && (
              <>
                <br />
                {words.answerBy[lang]} <strong>{formatInstant(request.dueAt, lang)}</strong>
              </>
            )}
          </p>
          <PageForm id="question" action="/application/question" hidden={shownOf(reference)}>
            <Button kind="tertiary">{words.questionAgain[lang]}</Button>
          </PageForm>
        </Notice>
      )}
      {decision?.reason && state === 'REFUSED' && (
        <Notice title={words.reason[lang]}>
          <p class="typed">{decision.reason}</p>
          <p>{words.do[lang]}</p>
        </Notice>
      )}
      {state === 'REFUSED' && <AppealSection of={round} lang={lang} />}
      <h2>{words.next[lang]}</h2>
      <Timeline lang={lang} entries={timeline(props)} />
      <Actions>
        <ButtonLink kind="tertiary" href="/application/answers">
          {words.answers[lang]}
        </ButtonLink>
        {changeable && (
          <ButtonLink kind="tertiary" href="/apply/check">
            {words.change[lang]}
          </ButtonLink>
        )}
      </Actions>
      {changeable && (
        <p class="note">
          {words.changeUntil[lang]} {until(round.closesAt, lang)}
        </p>
      )}
      {changeable && <DocumentsLink round={round} reference={reference} lang={lang} />}
      {nextState(state, 'withdraw') && (!result || result.open) && (
        <p class="later">
          <a href="/application/withdraw">{words[result?.givesUp ? 'giveUp' : 'withdraw'][lang]}</a>
        </p>
      )}
      {state === 'WITHDRAWN' && open && (
        <p class="later">
          <a href={`/rounds/${round.id}`}>{words.anew[lang]}</a>
        </p>
      )}
      <LeaveForm lang={lang} />
      {!props.atDesk && (
        <PageForm id="elsewhere" action="/application/sign-out-elsewhere" hidden={shownOf(reference)}>
          <p class="later">
            <Button kind="link">{words.elsewhere[lang]}</Button>
          </p>
        </PageForm>
      )}
    </Layout>
  );
}

/**
 * What comes after the results are out is the result; what the calendar had announced for before has passed, and the
 * deadlines that it counts from the announced day stand with the result as they are.
 */
function withResult(steps: readonly Step[], { result, round, now }: StatusProps): readonly Step[] {
  if (!result) return steps;
  const { title, since, open } = result;
  const isAhead = (date: LocalDate | undefined) =>
    date !== undefined && date > seoulDateOf(now) && date > round.resultsOn;
  return [
    ...steps.filter(({ state }) => state === 'done'),
    { title, at: since, state: open ? 'now' : 'done' },
    ...(open ? steps.filter(({ date, fromResults }) => isAhead(date) && !fromResults) : []),
  ];
}

function timeline(props: StatusProps): TimelineEntry[] {
  const { application, round, request, now, lang } = props;
  return withResult(nextSteps(application, round, request, now), props).map((step) => ({
    title: step.title[lang],
    text: step.text?.[lang],
    when: step.at ? formatInstant(step.at, lang) : step.until ? until(step.until, lang) : step.on?.[lang],
    state: step.state,
  }));
}

/** What was sent, or what was saved and never sent; for reading only. */
export const AnswersPage = (props: {
  readonly round: Round;
  readonly typed: TypedPages;
  readonly sent: boolean;
  readonly lang: Lang;
}) => (
  <Layout
    lang={props.lang}
    title={(props.sent ? words.answersTitle : words.savedTitle)[props.lang]}
    eyebrow={props.round.title[props.lang]}
    contact={props.round.contact}
  >
    {!props.sent && <Notice kind="warning">{words.notSent[props.lang]}</Notice>}
    <Answers pages={pagesToRead(props.round, props.typed)} typed={typedTogether(props.typed)} lang={props.lang} />
    {props.sent && (
      <p class="later">
        <a href="/application">{words.back[props.lang]}</a>
      </p>
    )}
  </Layout>
);

import type { TypedPages } from '../../forms/answers.ts';
import { pagesOf, typedTogether } from '../../forms/round-form.ts';
import type { PersonRequest } from '../../requests/request.ts';
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
import { until } from './start.tsx';
import { nextSteps, type Step, stateWords } from './status-texts.ts';

const words = {
  title: { ko: '지원 현황', en: 'Your application' },
  sent: { ko: '지원서가 제출되었습니다', en: 'Your application has been sent' },
  reference: { ko: '접수 번호', en: 'Reference' },
  mailed: {
    ko: '접수 번호와 제출하신 내용의 사본을 이메일로 보내 드립니다. 보통 1분 안에 도착합니다. 10분이 지나도 없으면 스팸함을 확인해 주십시오.',
    en: 'We email you the reference number and a copy of your answers, usually within a minute. If nothing has come after ten minutes, check your spam folder.',
  },
  next: { ko: '진행 상황', en: 'Where it stands and what comes next' },
  reason: { ko: '결정 이유', en: 'The reason' },
  do: {
    ko: '결정에 대해 궁금한 점이 있거나 다시 검토해야 할 사정이 있으면 접수 번호와 함께 아래 문의처로 알려 주십시오. 담당자가 확인하고 답해 드립니다.',
    en: 'If you have a question about the decision, or know of something that should change it, contact us with your reference. A person looks into it and answers.',
  },
  answers: { ko: '제출한 내용 보기', en: 'Read your answers' },
  answersTitle: { ko: '제출한 내용', en: 'Your answers' },
  savedTitle: { ko: '저장된 내용', en: 'What you saved' },
  notSent: { ko: '이 내용은 제출되지 않았습니다.', en: 'This has not been sent.' },
  change: { ko: '내용 바꾸기', en: 'Change your answers' },
  changeUntil: { ko: '바꿀 수 있는 기간:', en: 'You can change them' },
  withdraw: { ko: '지원 취소', en: 'Withdraw your application' },
  withdrawTitle: { ko: '지원을 취소하시겠습니까?', en: 'Withdraw your application?' },
  withdrawText: {
    ko: '취소하면 이 지원서는 더 심사하지 않으며 되돌릴 수 없습니다. 접수 기간 안에는 새 지원서를 다시 작성할 수 있습니다.',
    en: 'It will not be looked at any further, and this cannot be undone. While applications are open you can begin a new one.',
  },
  withdrawYes: { ko: '지원을 취소합니다', en: 'Yes, withdraw it' },
  withdrawNo: { ko: '취소하지 않고 돌아가기', en: 'No, go back' },
  unsent: { ko: '아직 제출하지 않은 변경 내용이 있습니다', en: 'You have changes that you have not sent' },
  unsentText: { ko: '바꾼 내용을 확인하고 다시 제출하기', en: 'Check the changes and send them' },
  question: { ko: '확인이 필요한 질문이 있습니다', en: 'We have a question for you' },
  questionText: {
    ko: '질문과 답변 링크를 메일로 보냈습니다.',
    en: 'We have mailed you the question and a link to answer it.',
  },
  answerBy: { ko: '답변 기한:', en: 'Please answer by' },
  questionAgain: { ko: '질문 메일 다시 받기', en: 'Mail me the question again' },
  leave: { ko: '이 브라우저에서 지원서 닫기', en: 'Close the application in this browser' },
  elsewhere: { ko: '다른 기기에서 모두 닫기', en: 'Close it everywhere else' },
  alone: { ko: '다른 기기와 브라우저에서는 모두 닫혔습니다', en: 'It is closed everywhere else' },
  aloneText: {
    ko: '앞서 받으신 메일의 링크로도 더 열 수 없습니다. 다른 기기에서는 모집 안내 화면에서 이메일 주소를 입력해 여십시오.',
    en: 'The links in earlier mails no longer open it either. On another device, enter your email address on the page of the round.',
  },
  anew: { ko: '새 지원서 작성하기', en: 'Begin a new application' },
  back: { ko: '지원 현황으로', en: 'Back to your application' },
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
}

/** Where an application stands, what happens next and by when, and what can still be done. */
export function StatusPage(props: StatusProps) {
  const { application, round, request, result, now, lang, justSent, unsent, alone } = props;
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
        {justSent && <p>{words.mailed[lang]}</p>}
      </Panel>
      {alone && (
        <Notice title={words.alone[lang]}>
          <p>{words.aloneText[lang]}</p>
        </Notice>
      )}
      {result?.view(lang)}
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
      {nextState(state, 'withdraw') && (!result || result.open) && (
        <p class="later">
          <a href="/application/withdraw">{words.withdraw[lang]}</a>
        </p>
      )}
      {state === 'WITHDRAWN' && open && (
        <p class="later">
          <a href={`/rounds/${round.id}`}>{words.anew[lang]}</a>
        </p>
      )}
      <PageForm id="leave" action="/application/leave">
        <p class="later">
          <Button kind="link">{words.leave[lang]}</Button>
        </p>
      </PageForm>
      <PageForm id="elsewhere" action="/application/sign-out-elsewhere" hidden={shownOf(reference)}>
        <p class="later">
          <Button kind="link">{words.elsewhere[lang]}</Button>
        </p>
      </PageForm>
    </Layout>
  );
}

/** What comes after the results are out is the result; what the calendar had announced for before has passed. */
function withResult(steps: readonly Step[], { result, round, now }: StatusProps): readonly Step[] {
  if (!result) return steps;
  const { title, since, open } = result;
  const isAhead = (date: LocalDate | undefined) =>
    date !== undefined && date > seoulDateOf(now) && date > round.resultsOn;
  return [
    ...steps.filter(({ state }) => state === 'done'),
    { title, at: since, state: open ? 'now' : 'done' },
    ...(open ? steps.filter(({ date }) => isAhead(date)) : []),
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
    <Answers pages={pagesOf(props.round)} typed={typedTogether(props.typed)} lang={props.lang} />
    {props.sent && (
      <p class="later">
        <a href="/application">{words.back[props.lang]}</a>
      </p>
    )}
  </Layout>
);

export const WithdrawPage = (props: {
  readonly application: Application;
  readonly round: Round;
  /** What follows, if it is more than that the application ends. */
  readonly follows?: Text;
  readonly lang: Lang;
}) => {
  const { application, round, follows = words.withdrawText, lang } = props;
  return (
    <Layout lang={lang} title={words.withdrawTitle[lang]} eyebrow={application.reference} contact={round.contact}>
      <p class="lead">{follows[lang]}</p>
      <PageForm id="withdraw" action="/application/withdraw" hidden={shownOf(application.reference)}>
        <Actions>
          <ButtonLink kind="tertiary" href="/application">
            {words.withdrawNo[lang]}
          </ButtonLink>
          <Button kind="danger">{words.withdrawYes[lang]}</Button>
        </Actions>
      </PageForm>
    </Layout>
  );
};

import type { PersonRequest } from '../../requests/request.ts';
import type { Round } from '../../rounds/round.ts';
import type { Text } from '../../shared/i18n.ts';
import { formatDate, type Instant, type LocalDate, seoulDateOf } from '../../shared/time.ts';
import type { Application, ApplicationState } from '../application.ts';

/** One truthful sentence for every state, the same on pages and in mails. */
export const stateWords: Readonly<Record<ApplicationState, Text>> = {
  DRAFT: { ko: '아직 제출하지 않았습니다', en: 'Not sent yet' },
  SUBMITTED: { ko: '접수되어 확인하고 있습니다', en: 'Received; we are checking it' },
  WITH_OFFICER: { ko: '담당자가 확인하고 있습니다', en: 'An officer is looking at it' },
  WITH_APPLICANT: { ko: '질문에 대한 답을 기다리고 있습니다', en: 'We are waiting for your answer' },
  ACCEPTED: { ko: '선발 심사 대상으로 확정되었습니다', en: 'Your application is accepted for selection' },
  REFUSED: { ko: '이번 모집에서는 지원을 받아들이지 못했습니다', en: 'We could not accept it in this round' },
  WITHDRAWN: { ko: '지원이 취소되었습니다', en: 'Your application has been withdrawn' },
  CANCELLED: { ko: '모집이 취소되었습니다', en: 'This round has been cancelled' },
};

export interface Step {
  readonly title: Text;
  readonly text?: Text;
  readonly at?: Instant;
  readonly until?: Instant;
  readonly on?: Text;
  /** The day of `on`. */
  readonly date?: LocalDate;
  readonly state?: 'done' | 'now';
}

const words = {
  received: { ko: '제출', en: 'Sent' },
  checking: { ko: '지원 자격 확인', en: 'Check of the conditions' },
  checkingText: {
    ko: '보통 1분 안에 끝나며 결과를 메일로 알려 드립니다.',
    en: 'Usually done within a minute; we mail you the result.',
  },
  delayedText: {
    ko: '확인이 평소보다 오래 걸리고 있으며 담당자가 살펴보고 있습니다. 하실 일은 없습니다.',
    en: 'This is taking longer than usual and somebody is looking into it. There is nothing you need to do.',
  },
  officer: { ko: '담당자 확인', en: 'An officer looks at it' },
  officerText: {
    ko: '담당자가 직접 확인해야 할 내용이 있어 살펴보고 있습니다. 결과와 이유를 메일로 알려 드립니다.',
    en: 'Something needs a person’s judgement. We mail you the result and the reason.',
  },
  question: { ko: '지원자 답변', en: 'Your answer' },
  questionText: {
    ko: '답하시면 담당자가 이어서 확인합니다. 기한까지 답이 없으면 제출하신 내용만으로 판단합니다.',
    en: 'The officer goes on as soon as you answer. Without an answer by then, the decision is made on what you sent.',
  },
  resultsLate: { ko: '결과 발표가 늦어지고 있습니다', en: 'The results are late' },
  resultsLateText: {
    ko: '알려 드린 날까지 결과를 정하지 못했습니다. 정해지는 대로 메일로 알려 드리며, 그때까지 하실 일은 없습니다.',
    en: 'They were not decided by the day that we had announced. We mail you as soon as they are; there is nothing you need to do.',
  },
  accepted: { ko: '지원 자격 확인 완료', en: 'Accepted for selection' },
  refused: { ko: '결과 안내', en: 'Result' },
  withdrawn: { ko: '지원 취소', en: 'Withdrawn' },
  cancelledByUs: {
    ko: '담당 기관에서 취소 처리했습니다. 이유는 메일로 알려 드렸습니다.',
    en: 'It was cancelled on our side. We have mailed you the reason.',
  },
  roundCancelled: { ko: '모집 취소', en: 'Round cancelled' },
  roundCancelledText: {
    ko: '모집이 취소되어 더 진행하지 않습니다. 이유는 메일로 알려 드렸습니다. 하실 일은 없습니다.',
    en: 'The round was cancelled, so nobody will be chosen. We have mailed you the reason. There is nothing you need to do.',
  },
} as const satisfies Record<string, Text>;

/** A due time is a promise only while it is ahead. */
const ahead = (request: PersonRequest | undefined, now: Instant): Instant | undefined =>
  request && request.dueAt > now ? request.dueAt : undefined;

/** What is to come as long as the results are not out: once their day has passed, the truth instead of it. */
const untilResults = (later: readonly Step[], round: Round, now: Instant): readonly Step[] =>
  seoulDateOf(now) <= round.resultsOn
    ? later
    : [
        { title: words.resultsLate, text: words.resultsLateText, state: 'now' },
        ...later.filter(({ date }) => date !== undefined && date > round.resultsOn),
      ];

/** What was done, what is under way and, by the round's own calendar, what comes after. */
export function nextSteps(
  application: Application,
  round: Round,
  request: PersonRequest | undefined,
  now: Instant,
): readonly Step[] {
  const { state, sentAt, withdrawal, decision } = application;
  const sent: Step = { title: words.received, at: sentAt, state: 'done' };
  const later = round.whatHappens
    .filter((step) => step.date !== undefined && Date.parse(step.date) > Date.parse(round.closesAt))
    .map(
      (step): Step => ({
        title: step.text,
        date: step.date,
        on: step.date && { ko: formatDate(step.date, 'ko'), en: formatDate(step.date, 'en') },
      }),
    );
  switch (state) {
    case 'DRAFT':
      return [];
    case 'SUBMITTED':
      return [
        sent,
        { title: words.checking, text: application.stuck ? words.delayedText : words.checkingText, state: 'now' },
        ...later,
      ];
    case 'WITH_OFFICER':
      return [
        sent,
        { title: words.officer, text: words.officerText, until: ahead(request, now), state: 'now' },
        ...later,
      ];
    case 'WITH_APPLICANT':
      return [
        sent,
        { title: words.question, text: words.questionText, until: ahead(request, now), state: 'now' },
        { title: words.officer },
        ...later,
      ];
    case 'ACCEPTED':
      return [sent, { title: words.accepted, at: decision?.at, state: 'done' }, ...untilResults(later, round, now)];
    case 'REFUSED':
      return [sent, { title: words.refused, at: decision?.at, state: 'done' }];
    case 'CANCELLED':
      return [
        sent,
        {
          title: words.roundCancelled,
          text: words.roundCancelledText,
          at: round.cancelled?.at,
          state: 'done',
        },
      ];
    case 'WITHDRAWN':
      return [
        sent,
        {
          title: words.withdrawn,
          text: withdrawal && withdrawal.by !== 'applicant' ? words.cancelledByUs : undefined,
          at: withdrawal?.at,
          state: 'done',
        },
      ];
  }
}

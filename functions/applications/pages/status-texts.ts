import type { PersonRequest } from '../../requests/request.ts';
import { ownDates } from '../../rounds/own-dates.ts';
import { roundCancelled } from '../../rounds/pages/start.tsx';
import type { Round } from '../../rounds/round.ts';
import type { Text } from '../../shared/i18n.ts';
import { dateText, type Instant, type LocalDate, lastDayOf, seoulDateOf } from '../../shared/time.ts';
import type { Application, ApplicationState } from '../application.ts';

/** One truthful sentence for every state, the same on pages and in mails. */
export const stateWords: Readonly<Record<ApplicationState, Text>> = {
  DRAFT: { ko: '아직 제출하지 않았습니다', en: 'Not sent yet' },
  SUBMITTED: { ko: '접수되어 확인하고 있습니다', en: 'Received; we are checking it' },
  WITH_OFFICER: { ko: '담당자가 확인하고 있습니다', en: 'Our team is checking it' },
  WITH_APPLICANT: { ko: '질문에 대한 답변을 기다리고 있습니다', en: 'We are waiting for your answer' },
  ACCEPTED: {
    ko: '지원 자격이 확인되어 선발 심사 대상에 포함되었습니다',
    en: 'Eligible, and considered for selection',
  },
  REFUSED: { ko: '이번 모집에서는 선발 심사 대상에 포함되지 않았습니다', en: 'Not eligible in this round' },
  WITHDRAWN: { ko: '지원이 취소되었습니다', en: 'Your application has been withdrawn' },
  CANCELLED: roundCancelled,
};

export interface Step {
  readonly title: Text;
  readonly text?: Text;
  readonly at?: Instant;
  readonly until?: Instant;
  readonly on?: Text;
  /** The day of `on`. */
  readonly date?: LocalDate;
  /** A deadline that runs from the results: once they are out, everybody has their own. */
  readonly fromResults?: boolean;
  readonly state?: 'done' | 'now';
}

const words = {
  received: { ko: '제출', en: 'Sent' },
  checking: { ko: '지원 자격 확인', en: 'Eligibility check' },
  checkingText: {
    ko: '보통 1분 안에 끝나며 결과를 이메일로 알려 드립니다.',
    en: 'This usually takes less than a minute. We will email you the result.',
  },
  delayedText: {
    ko: '확인이 평소보다 오래 걸리고 있어 담당자가 살펴보고 있습니다. 하실 일은 없습니다.',
    en: 'This is taking longer than usual, and our team is looking into it. You do not need to do anything.',
  },
  officer: { ko: '담당자 확인', en: 'Check by our team' },
  officerText: {
    ko: '담당자가 직접 확인할 내용이 있어 살펴보고 있습니다. 결과와 이유를 이메일로 알려 드립니다.',
    en: 'Somebody in our team needs to check part of it. We will email you the result and the reason.',
  },
  question: { ko: '지원자 답변', en: 'Your answer' },
  questionText: {
    ko: '답변하시면 담당자가 이어서 확인합니다. 기한까지 답변이 없으면 제출하신 내용만으로 판단합니다.',
    en: 'Our team continues as soon as you answer. If you do not answer by then, we will decide on what you sent.',
  },
  resultsLate: { ko: '결과 발표가 늦어지고 있습니다', en: 'The results are late' },
  resultsLateText: {
    ko: '알려 드린 날까지 결과를 정하지 못하여 죄송합니다. 정해지는 대로 이메일로 알려 드리며, 그때까지 하실 일은 없습니다.',
    en: 'We are sorry that they are not ready on the day we announced. We will email you as soon as they are. You do not need to do anything.',
  },
  accepted: { ko: '지원 자격 확인 완료', en: 'Eligibility confirmed' },
  refused: { ko: '결과 안내', en: 'Result' },
  withdrawn: { ko: '지원 취소', en: 'Withdrawn' },
  cancelledByUs: {
    ko: '담당자가 취소했습니다. 이유는 이메일로 알려 드렸습니다.',
    en: 'We cancelled it and emailed you the reason.',
  },
  roundCancelled: { ko: '모집 취소', en: 'Round cancelled' },
  roundCancelledText: {
    ko: '모집이 취소되어 더 진행하지 않습니다. 이유는 이메일로 알려 드렸습니다. 하실 일은 없습니다.',
    en: 'The round was cancelled, so nobody will be selected. We have emailed you the reason. You do not need to do anything.',
  },
} as const satisfies Record<string, Text>;

/** A due time is a promise only while it is ahead. */
const ahead = (request: PersonRequest | undefined, now: Instant): Instant | undefined =>
  request && request.dueAt > now ? request.dueAt : undefined;

/**
 * What is to come as long as the results are not out, the next of it as what is waited for; once their day has passed,
 * the truth instead of it.
 */
function untilResults(later: readonly Step[], round: Round, now: Instant): readonly Step[] {
  const today = seoulDateOf(now);
  if (today > round.resultsOn) {
    return [
      { title: words.resultsLate, text: words.resultsLateText, state: 'now' },
      ...later.filter(({ date }) => date !== undefined && date > round.resultsOn),
    ];
  }
  const next = later.find(({ date }) => date !== undefined && date >= today);
  return later.map((step) => (step === next ? { ...step, state: 'now' } : step));
}

/** What the round's calendar says of the time from its closing on, which is in it until it has come. */
function calendarOf(round: Round, now: Instant): Step[] {
  const closing = lastDayOf(round.closesAt);
  const own = ownDates(round);
  return round.whatHappens.flatMap(({ text: title, detail: text, when, date }) => {
    if (date === undefined || date < closing || (date === closing && now >= round.closesAt)) return [];
    // A file that gives the day of a step does not say which of the round's moments it is.
    const moment = when ?? own.findLast((one) => one.date === date)?.name;
    const fromResults = moment === 'answersDue' || moment === 'lookAgainDue';
    return [{ title, text, date, fromResults, on: dateText(date) }];
  });
}

/** What was done, what is under way and, by the round's own calendar, what comes after. */
export function nextSteps(
  application: Application,
  round: Round,
  request: PersonRequest | undefined,
  now: Instant,
): readonly Step[] {
  const { state, sentAt, withdrawal, decision } = application;
  const sent: Step = { title: words.received, at: sentAt, state: 'done' };
  const later = calendarOf(round, now);
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
          text: withdrawal?.by.startsWith('operator:') ? words.cancelledByUs : undefined,
          at: withdrawal?.at,
          state: 'done',
        },
      ];
  }
}

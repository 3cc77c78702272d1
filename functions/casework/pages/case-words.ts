import { keptDays, type OutboxEntry } from '../../outbox/entry.ts';
import type { PersonRequest } from '../../requests/request.ts';
import { lengthText, type Text } from '../../shared/i18n.ts';

const mailsKept = lengthText(keptDays, 'days');

export const caseWords = {
  title: { ko: '지원서', en: 'Application' },
  now: { ko: '현재 상태', en: 'Where it stands' },
  state: { ko: '상태', en: 'State' },
  stuck: {
    ko: '시스템 처리가 멈추어 운영자의 조치가 필요합니다.',
    en: 'The system is stuck with it: an operator has to act.',
  },
  waitsFor: { ko: '처리를 기다리는 사람', en: 'Waits for' },
  applicant: { ko: '지원자', en: 'the applicant' },
  until: { ko: '기한', en: 'Due' },
  overdue: { ko: '기한 지남', en: 'overdue' },
  round: { ko: '모집 요강', en: 'Rules of the round' },
  name: { ko: '이름', en: 'Name' },
  email: { ko: '이메일', en: 'Email' },
  helped: { ko: '지원을 도운 담당자, 이유, 동의, 연락처', en: 'Helped by, why, consent, contact' },
  sent: { ko: '제출', en: 'Sent' },
  sentTimes: (version: number): Text => ({ ko: `${version}번째 제출본`, en: `version ${version}` }),
  language: { ko: '작성 언어', en: 'Language' },
  languages: { ko: { ko: '한국어', en: 'Korean' }, en: { ko: '영어', en: 'English' } },
  withdrawal: { ko: '취소 사유', en: 'Reason for withdrawing' },
  erased: { ko: '개인정보 파기', en: 'Personal data erased' },
  decision: { ko: '지원 자격 결정', en: 'Decision about eligibility' },
  undecided: { ko: '아직 결정하지 않았습니다.', en: 'Nothing is decided yet.' },
  outcomes: {
    ACCEPTED: { ko: '심사 대상에 포함', en: 'Eligible' },
    REFUSED: { ko: '심사 대상에서 제외', en: 'Not eligible' },
  },
  outcome: { ko: '결정', en: 'Decision' },
  by: { ko: '결정한 사람', en: 'Decided by' },
  byRules: { ko: '모든 자격을 갖추어 자동으로 결정', en: 'the rules: all eligibility criteria are met' },
  at: { ko: '결정 일시', en: 'Decided at' },
  basis: { ko: '근거', en: 'Based on' },
  basisText: (version: number, edition: number): Text => ({
    ko: `${version}번째 제출본, 모집 요강 ${edition}판`,
    en: `version ${version} of the application, version ${edition} of the rules`,
  }),
  reason: { ko: '이유', en: 'Reason' },
  met: { ko: '충족', en: 'met' },
  unmet: { ko: '충족하지 않음', en: 'not met' },
  inQuestion: { ko: '확인이 필요한 자격', en: 'Eligibility criteria in question' },
  doubtful: { ko: '같은 사람일 수 있는 지원서', en: 'Possibly the same person as' },
  reviews: { ko: '심사', en: 'Reviews' },
  reviewText: (sent: number, wanted: number): Text => ({
    ko: `심사 ${wanted}건 중 ${sent}건 제출`,
    en: `${sent} of ${wanted} reviews sent`,
  }),
  result: { ko: '선발 결과', en: 'Result' },
  rank: { ko: '순위', en: 'Rank' },
  rankText: (rank: number): Text => ({ ko: `${rank}위`, en: String(rank) }),
  waitlist: { ko: '대기 순번', en: 'Number on the waiting list' },
  since: { ko: '이 결과가 된 때', en: 'Since' },
  score: { ko: '점수', en: 'Scores' },
  requests: { ko: '요청', en: 'Requests' },
  noRequests: { ko: '요청한 것이 없습니다.', en: 'Nobody was asked for anything.' },
  asked: { ko: '요청 대상', en: 'Asked' },
  openedAt: { ko: '요청 일시', en: 'Asked at' },
  ended: { ko: '처리 결과', en: 'Outcome' },
  question: { ko: '질문', en: 'Question' },
  answer: { ko: '답변 또는 이유', en: 'Answer or reason' },
  mails: { ko: '지원자에게 보낸 이메일', en: 'Emails to the applicant' },
  noMails: { ko: `최근 ${mailsKept.ko} 안에 보낸 이메일이 없습니다.`, en: `No email in the last ${mailsKept.en}.` },
  happened: { ko: '처리 내역', en: 'What happened' },
  looked: (count: number): Text => ({ ko: `열람 기록 ${count}건`, en: `Who looked at it (${count})` }),
  answers: { ko: '지원서 내용', en: 'Answers' },
  documents: { ko: '제출 서류', en: 'Documents' },
  noAnswers: { ko: '개인정보를 파기하여 내용이 없습니다.', en: 'The answers were erased.' },
  cases: { ko: '지원서 이동', en: 'Applications of the list' },
  previous: { ko: '이전 지원서', en: 'Previous application' },
  next: { ko: '다음 지원서', en: 'Next application' },
  list: { ko: '목록으로', en: 'Back to the list' },
  contents: { ko: '이 화면의 내용', en: 'On this page' },
} as const;

export const requestStateWords: Readonly<Record<PersonRequest['state'], Text>> = {
  OPEN: { ko: '처리 대기', en: 'Open' },
  SETTLED: { ko: '처리 완료', en: 'Answered' },
  LAPSED: { ko: '기한 안에 답하지 않음', en: 'Not answered in time' },
  CANCELLED: { ko: '취소됨', en: 'Cancelled' },
};

/** With what requests end, by kind and outcome or by the outcome alone; else their state says enough. */
export const outcomeWords: Readonly<Record<string, Text>> = {
  'intake-decision/ACCEPT': { ko: '심사 대상에 포함', en: 'Eligible' },
  'intake-decision/REFUSE': { ko: '심사 대상에서 제외', en: 'Not eligible' },
  'intake-decision/RETURN': { ko: '지원자에게 질문', en: 'Returned with a question' },
  'intake-question/ANSWER': { ko: '답변함', en: 'Answered' },
  'seat-offer/ACCEPT': { ko: '참여하기', en: 'Accepted' },
  'seat-offer/DECLINE': { ko: '참여하지 않음', en: 'Declined' },
  'look-again/GRANT': { ko: '결과를 바꿈', en: 'Result changed' },
  'look-again/REFUSE': { ko: '결과를 그대로 둠', en: 'Result unchanged' },
  'review/SENT': { ko: '심사 제출', en: 'Review sent' },
  'review/DECLINED': { ko: '심사를 맡지 않음', en: 'Declined' },
  'review/UNASSIGNED': { ko: '배정 취소', en: 'Taken back' },
  CONFLICT: { ko: '이해관계로 회피', en: 'Conflict of interest declared' },
  LAPSE: { ko: '기한 안에 답하지 않음', en: 'Not answered in time' },
  WITHDRAWN: { ko: '지원 취소로 종료', en: 'Ended: withdrawn' },
  SUPERSEDED: { ko: '다시 제출되어 종료', en: 'Ended: sent again' },
};

export const mailStateWords: Readonly<Record<Exclude<OutboxEntry['state'], 'DROPPED'>, Text>> = {
  PENDING: { ko: '보내는 중', en: 'On its way' },
  SENDING: { ko: '보내는 중', en: 'On its way' },
  DONE: { ko: '보냄', en: 'Sent' },
  FAILED: { ko: '보내지 못함', en: 'Could not be sent' },
};

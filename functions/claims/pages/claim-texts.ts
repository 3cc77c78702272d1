import type { ClaimState } from '../../claim-rules/claim.ts';
import type { Text } from '../../shared/i18n.ts';
import { once } from '../../shared/once.ts';
import { formatInstant, type Instant } from '../../shared/time.ts';

/** The words of the pages about claims. */
export const claimWords = {
  answerBy: { ko: '확인 기한', en: 'Answer by' },
  payDate: { ko: '지급 예정일', en: 'Promised pay date' },
  month: { ko: '청구 월', en: 'Month of the claim' },
  claim: { ko: '청구 번호', en: 'Claim number' },
  lecturer: { ko: '강사', en: 'Lecturer' },
  account: { ko: '지급 계좌', en: 'Account' },
  noAccount: { ko: '쓸 수 있는 계좌가 없습니다', en: 'None that can be paid to' },
  approvals: { ko: '승인', en: 'Approved so far' },
  nobodyYet: { ko: '아직 없음', en: 'Nobody yet' },
  standsFor: (by: string, whom: string): Text => ({ ko: `${by}(${whom} 대신)`, en: `${by} (for ${whom})` }),
  asked: { ko: '담당자의 질문', en: 'Our question' },
  askedLecturer: { ko: '강사에게 한 질문과 답변', en: 'Question to the lecturer, and the answer' },
  askedManager: { ko: '과정 책임자에게 한 질문과 답변', en: 'Question to the academy manager, and the answer' },
  noAnswer: { ko: '답변을 받지 못했습니다.', en: 'No answer has come.' },
  askedYou: { ko: '재무 담당자의 질문', en: 'The question of finance' },
  example: {
    ko: '예시 기준으로 계산한 금액이며 실제로 지급되지 않습니다.',
    en: 'Calculated with example rules: it is not really paid.',
  },
  calculation: { ko: '계산', en: 'The calculation' },
  line: { ko: '내역', en: 'Line' },
  amount: { ko: '금액', en: 'Amount' },
  corrected: (claim: string): Text => ({
    ko: `지난 지급의 정정(${claim})`,
    en: `Correction of an earlier payment (${claim})`,
  }),
  toPay: { ko: '정정 후 실지급액', en: 'Paid after corrections' },
  lessons: { ko: '수업', en: 'Lessons' },
  noLesson: { ko: '수업이 없습니다.', en: 'There is no lesson.' },
  nextDay: { ko: '다음 날', en: 'next day' },
  notTaught: { ko: '수업하지 않음', en: 'Not taught' },
  byTimetable: (times: string): Text => ({ ko: `시간표: ${times}`, en: `By the timetable: ${times}` }),
  last: { ko: '지난달', en: 'Last month' },
  noLast: { ko: '지난달에는 지급할 것이 없었습니다.', en: 'There was nothing to pay last month.' },
  this: { ko: '이번 달', en: 'This month' },
  gross: { ko: '지급 총액(세전)', en: 'Gross' },
  paid: { ko: '실지급액', en: 'Paid' },
  unusual: { ko: '확인이 필요한 점', en: 'What you need to check' },
  nothingUnusual: { ko: '특별히 확인할 점이 없습니다.', en: 'Nothing is unusual.' },
  budget: { ko: '예산', en: 'The budget' },
  before: { ko: '지금 남은 배정액', en: 'Reserved now' },
  after: { ko: '지급한 뒤', en: 'Afterwards' },
  short: { ko: '부족', en: 'short' },
  shortText: {
    ko: '이 과정에 배정한 금액이 부족합니다. 아래에서 추가 배정을 선택하시거나, 항목에 남은 예산이 없으면 먼저 예산을 늘려 주십시오. 지급할 강사료는 거절되지 않고 기다립니다.',
    en: 'Less is reserved for this course than it takes. Choose to add to it below or, if the line has nothing free, raise its ceiling first. What is owed is not refused: it waits.',
  },
  free: (won: Text): Text => ({ ko: `항목에 남은 예산 ${won.ko}`, en: `${won.en} free in the line` }),
  held: { ko: '보류된 청구입니다', en: 'This claim is on hold' },
  heldText: {
    ko: '보류가 해제될 때까지 결정하실 수 없습니다. 해제되면 이 화면에서 결정하실 수 있습니다.',
    en: 'You cannot decide until it is released. Then you can decide here.',
  },
  seenBefore: { ko: '그 사이에 내용이 바뀌었습니다', en: 'It has changed meanwhile' },
  seenBeforeText: {
    ko: '아래는 지금의 내용입니다. 확인하시고 다시 결정해 주십시오.',
    en: 'This is how it is now. Look at it and decide again.',
  },
  checkAnswer: { ko: '답변 내용 확인하기', en: 'Check your answer' },
  sureLead: {
    ko: '결정하시면 바로 다음 단계로 넘어갑니다.',
    en: 'It goes on to the next step as soon as you decide.',
  },
  sureAnswer: { ko: '이 내용으로 보내시겠습니까?', en: 'Is this what you want to send?' },
  sureAnswerLead: {
    ko: '보내시면 담당자가 확인한 뒤 지급합니다. 보내신 뒤에는 여기서 수정하실 수 없습니다.',
    en: 'Our team checks it before it is paid. You cannot change it here once it is sent.',
  },
  send: { ko: '보내기', en: 'Send' },
} as const;

/** The words of the lecturer's form. */
export const answerWords = {
  howTaught: (lesson: string): Text => ({ ko: `${lesson} 수업을 하셨습니까?`, en: `Did you teach ${lesson}?` }),
  chooseOne: (lesson: string): Text => ({
    ko: `${lesson} 수업을 하셨는지 선택해 주십시오.`,
    en: `Choose whether you taught ${lesson}.`,
  }),
  taught: { ko: '네, 이 시간에 했습니다', en: 'Yes, at these times' },
  other: { ko: '다른 시간에 했습니다', en: 'Yes, at other times' },
  not: { ko: '하지 않았습니다', en: 'No' },
  hours: (lesson: string): Text => ({ ko: `${lesson} 실제 시간`, en: `When you taught ${lesson}` }),
  hoursHint: {
    ko: '다른 시간에 하셨을 때에만 적습니다. 예: 19:00-21:30',
    en: 'Only if the times were others, for example 19:00-21:30',
  },
  hoursMissing: (lesson: string): Text => ({
    ko: `${lesson} 실제 시간을 적어 주십시오. 예: 19:00-21:30`,
    en: `Enter when you taught ${lesson}, for example 19:00-21:30.`,
  }),
  hoursWrong: {
    ko: '시작과 끝을 19:00-21:30처럼 적어 주십시오.',
    en: 'Enter the beginning and the end, for example 19:00-21:30.',
  },
  hoursBeside: {
    ko: '실제 시간을 적으셨습니다. ‘다른 시간에 했습니다’를 선택하시거나 시간을 지워 주십시오.',
    en: 'You have entered other times. Choose “Yes, at other times”, or clear them.',
  },
  reply: { ko: '질문에 대한 답변', en: 'Your answer to our question' },
  replyMissing: { ko: '질문에 대한 답변을 적어 주십시오.', en: 'Enter your answer to our question.' },
  reason: { ko: '시간표와 다른 이유', en: 'Why it is not as the timetable says' },
  reasonHint: {
    ko: '시간이 다르거나 하지 않은 수업이 있을 때에만 적습니다.',
    en: 'Only if a lesson had other times or was not taught.',
  },
  reasonMissing: {
    ko: '시간표와 다른 이유를 적어 주십시오.',
    en: 'Enter why it is not as the timetable says.',
  },
  manuscript: { ko: '원고료(원)', en: 'Manuscript (won)' },
  travel: { ko: '교통비(원)', en: 'Travel (won)' },
  extraHint: {
    ko: '과정 책임자와 약속하신 경우에만 적습니다.',
    en: 'Only if you have agreed on it with the academy manager.',
  },
  travelUntaught: {
    ko: '하지 않은 수업의 교통비는 청구하실 수 없습니다. 수업을 다시 선택하시거나 교통비를 지워 주십시오.',
    en: 'Travel for a lesson that was not taught is not paid. Choose another lesson, or clear the amount.',
  },
  extraLesson: { ko: '원고료와 교통비에 해당하는 수업', en: 'The lesson that they are for' },
  extraLessonMissing: {
    ko: '원고료나 교통비가 어느 수업의 것인지 선택해 주십시오.',
    en: 'Choose the lesson that the manuscript or travel is for.',
  },
} as const;

/** The words of the form of the manager and of finance. */
export const decisionWords = {
  APPROVE: { ko: '승인', en: 'Approve' },
  approveManager: { ko: '재무 담당자에게 넘어갑니다.', en: 'It goes on to the finance officer.' },
  approveFinance: { ko: '강사에게 알리고 지급을 준비합니다.', en: 'The lecturer is told, and it is going to be paid.' },
  RETURN: { ko: '강사에게 질문', en: 'Ask the lecturer a question' },
  returnHint: { ko: '답변이 오면 다시 확인합니다.', en: 'It is checked again when the answer is there.' },
  ASK_MANAGER: { ko: '과정 책임자에게 질문', en: 'Ask the academy manager a question' },
  REFUSE: { ko: '지급하지 않음', en: 'Do not pay' },
  refuseHint: { ko: '이유를 써서 강사에게 알립니다.', en: 'The lecturer is told the reason.' },
  question: { ko: '질문', en: 'Question' },
  questionHint: {
    ko: '질문하실 때에만 적습니다. 받는 분에게 그대로 전달됩니다.',
    en: 'Only if you ask a question. It is read as you write it.',
  },
  reply: { ko: '재무 담당자에게 보낼 답변', en: 'Your answer to the finance officer' },
  replyHint: { ko: '승인하실 때에 꼭 적어 주십시오.', en: 'Needed if you approve it.' },
  replyMissing: {
    ko: '재무 담당자의 질문에 대한 답변을 적어 주십시오.',
    en: 'Enter your answer to the finance officer.',
  },
  questionMissing: { ko: '질문을 적어 주십시오.', en: 'Enter your question.' },
  reason: { ko: '지급하지 않는 이유', en: 'Reason why it is not paid' },
  reasonHint: {
    ko: '지급하지 않을 때에만 적습니다. 강사에게 그대로 전달됩니다.',
    en: 'Only if it is not paid. The lecturer reads it as you write it.',
  },
  reasonMissing: { ko: '지급하지 않는 이유를 적어 주십시오.', en: 'Enter the reason why it is not paid.' },
  year: { ko: '어느 해의 예산으로 지급합니까?', en: 'Which year’s budget pays it?' },
  yearHint: {
    ko: '마감일이 지난 해의 수업이 있습니다. 승인하실 때에는 꼭 선택해 주십시오.',
    en: 'There are lessons of a year that is closed. To approve it, choose one.',
  },
  yearMissing: { ko: '어느 해의 예산으로 지급할지 선택해 주십시오.', en: 'Choose which year’s budget pays it.' },
  oldYear: (year: number): Text => ({ ko: `수업을 한 해(${year}년)`, en: `The year of the lessons (${year})` }),
  newYear: (year: number): Text => ({ ko: `올해(${year}년)`, en: `This year (${year})` }),
  adding: { ko: '부족한 금액을 추가로 배정합니다', en: 'Add what is short from what the line has free' },
  addingMissing: {
    ko: '배정액이 부족합니다. 승인하시려면 추가 배정에 표시해 주십시오.',
    en: 'Too little is reserved. To approve it, tick that it is added.',
  },
  ceiling: {
    ko: '항목에 남은 예산이 부족합니다. 예산을 늘린 뒤에 승인해 주십시오.',
    en: 'The line does not have so much free. Approve it when its ceiling has been raised.',
  },
} as const;

/** What became of a closed request. */
export const closedWords = {
  CONFIRM: { ko: '강의 내역을 받았습니다', en: 'We have received your answer' },
  CONFIRMText: {
    ko: '담당자가 확인한 뒤 지급하며, 지급이 승인되면 이메일로 알려 드립니다. 하실 일은 없습니다.',
    en: 'Our team checks it and emails you when it is approved. You do not need to do anything.',
  },
  LAPSE: { ko: '확인 기한이 지났습니다', en: 'The deadline to answer has passed' },
  LAPSEText: {
    ko: '수업 시간표를 기준으로 과정 책임자가 결정합니다. 실제와 다른 점이 있으면 문의처로 알려 주십시오.',
    en: 'The academy manager decides by the timetable. If something is not right, contact us.',
  },
  APPROVE: { ko: '결정되었습니다: 승인', en: 'Decided: approved' },
  ANOTHER: { ko: '결정되었습니다: 승인(한 분의 승인이 더 필요함)', en: 'Decided: approved, and one more has to' },
  RETURN: { ko: '결정되었습니다: 강사에게 질문', en: 'Decided: question to the lecturer' },
  ASK_MANAGER: { ko: '결정되었습니다: 과정 책임자에게 질문', en: 'Decided: question to the academy manager' },
  REFUSE: { ko: '결정되었습니다: 지급하지 않음', en: 'Decided: not paid' },
  decidedText: {
    ko: '결정이 반영되었습니다. 하실 일은 없습니다.',
    en: 'Your decision is recorded. You do not need to do anything.',
  },
  asked: { ko: '그 뒤에 드린 질문이 있습니다', en: 'We have asked you something since' },
  gone: { ko: '더 이상 필요하지 않은 요청입니다', en: 'This request is no longer open' },
  goneText: {
    ko: '내용이 바뀌었거나 취소되었습니다. 다시 확인하실 것이 생기면 새 이메일을 보내 드립니다.',
    en: 'It has changed or was cancelled. If something new comes up, we will email you a new link.',
  },
  barred: { ko: '이 청구는 결정하실 수 없습니다', en: 'You cannot decide this claim' },
  barredText: {
    ko: '본인의 강사료이거나 이미 다른 단계에서 승인하신 청구입니다. 아래에서 다른 담당자에게 넘겨 주십시오.',
    en: 'It is your own pay, or you have approved it at another step. Hand it over to a colleague.',
  },
  reference: { ko: '청구 번호', en: 'Claim' },
} as const satisfies Record<string, Text>;

/** Where the question is that was asked since, and until when it can be answered. */
export const askedText = (at: Instant, due: Instant): Text => ({
  ko: `${formatInstant(at, 'ko')}에 이메일로 보내 드린 새 링크를 열어 ${formatInstant(due, 'ko')}까지 답해 주십시오.`,
  en: `Open the new link that we emailed you on ${formatInstant(at, 'en')}, and answer by ${formatInstant(due, 'en')}.`,
});

/** What a claim waits for, or what became of it, in one sentence that pages and mails share. */
export const stateWords = {
  DRAFTED: { ko: '강의 내역을 준비하고 있습니다.', en: 'The lessons are being put together.' },
  ASKED: { ko: '강사의 확인을 기다리고 있습니다.', en: 'It is waiting for the lecturer to check it.' },
  CONFIRMED: { ko: '강의 내역을 확인하고 있습니다.', en: 'The lessons are being checked.' },
  CHECKED: { ko: '과정 책임자의 확인을 기다리고 있습니다.', en: 'It is waiting for the academy manager.' },
  MANAGER_APPROVED: { ko: '재무 담당자의 승인을 기다리고 있습니다.', en: 'It is waiting for the finance officer.' },
  APPROVED: { ko: '승인되어 지급을 기다리고 있습니다.', en: 'It is approved and waiting to be paid.' },
  IN_BATCH: { ko: '은행에 이체를 요청하는 중입니다.', en: 'The transfer is being made.' },
  PAID: { ko: '지급되었습니다.', en: 'It has been paid.' },
  RETURNED: { ko: '강사에게 다시 확인을 요청하고 있습니다.', en: 'It is going back to the lecturer with a question.' },
  REFUSED: { ko: '지급하지 않기로 결정되었습니다.', en: 'It was decided not to pay it.' },
  CANCELLED: { ko: '취소되었습니다.', en: 'It was cancelled.' },
} as const satisfies Readonly<Record<ClaimState, Text>>;

const monthName = once(() => new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' }));

/** `2027년 3월`, `March 2027` */
export function monthText(month: string): Text {
  const [year = '', number = ''] = month.split('-');
  const name = monthName().format(new Date(`${month}-01T00:00:00Z`));
  return { ko: `${year}년 ${Number(number)}월`, en: `${name} ${year}` };
}

/** A decision as the page says it on which it is proved. */
export function provedText(decision: {
  readonly outcome: 'APPROVE' | 'RETURN' | 'ASK_MANAGER' | 'REFUSE';
  readonly year?: number;
  readonly adding?: boolean;
}): Text {
  const { outcome, year, adding = false } = decision;
  const { ko, en } = decisionWords[outcome];
  return {
    ko: [ko, ...(year === undefined ? [] : [`${year}년 예산에서 지급`]), ...(adding ? ['부족액 추가 배정'] : [])].join(
      ', ',
    ),
    en: [en, ...(year === undefined ? [] : [`paid from ${year}`]), ...(adding ? ['adding what is short'] : [])].join(
      ', ',
    ),
  };
}

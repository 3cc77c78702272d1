import type { Text } from '../../shared/i18n.ts';

export const decisionWords = {
  title: { ko: '지원서 확인', en: 'Check an application' },
  sent: { ko: '제출', en: 'Sent' },
  version: { ko: '제출본', en: 'Version' },
  why: { ko: '확인이 필요한 이유', en: 'What you need to check' },
  duplicate: { ko: '같은 사람일 수 있는 지원서:', en: 'Possibly the same person as:' },
  more: (count: number): Text => ({
    ko: `이 밖에 ${count}건이 더 있습니다. 먼저 제출된 지원서부터 표시했습니다.`,
    en: `There are ${count} more. We show those that were sent first.`,
  }),
  helped: (by: string): Text => ({
    ko: `${by} 담당자의 도움으로 지원했습니다`,
    en: `Applied with the help of ${by}`,
  }),
  helpConsent: { ko: '동의:', en: 'Consent:' },
  helpReach: { ko: '연락처:', en: 'Reached by:' },
  allMet: { ko: '지금은 지원 자격을 모두 충족합니다.', en: 'All eligibility criteria are now met.' },
  asked: { ko: '지원자에게 드린 질문', en: 'Your question to the applicant' },
  replied: { ko: '답변', en: 'Answered' },
  notReplied: { ko: '기한까지 답변이 없었습니다', en: 'No answer by the deadline' },
  this: { ko: '이 지원서', en: 'This application' },
  other: { ko: '비교할 지원서', en: 'The other application' },
  accept: { ko: '심사 대상에 포함', en: 'Eligible' },
  acceptHint: { ko: '선발 심사를 진행합니다.', en: 'The application goes on to selection.' },
  refuse: { ko: '심사 대상에서 제외', en: 'Not eligible' },
  refuseHint: { ko: '이유를 써서 지원자에게 알립니다.', en: 'The applicant is told the reason.' },
  return: { ko: '지원자에게 질문', en: 'Ask the applicant a question' },
  returnHint: { ko: '답변이 오면 다시 확인을 요청드립니다.', en: 'You decide once you have the answer.' },
  reason: { ko: '제외하는 이유', en: 'Reason why it is not eligible' },
  reasonHint: {
    ko: '심사 대상에서 제외할 때에만 적습니다. 지원자에게 그대로 전달됩니다.',
    en: 'Only if it is not eligible. The applicant reads it as you write it.',
  },
  reasonMissing: { ko: '제외하는 이유를 입력해 주십시오.', en: 'Enter the reason why it is not eligible.' },
  question: { ko: '지원자에게 할 질문', en: 'Question to the applicant' },
  questionHint: {
    ko: '지원자에게 질문할 때에만 적습니다. 지원자에게 그대로 전달됩니다.',
    en: 'Only if you ask a question. The applicant reads it as you write it.',
  },
  questionMissing: { ko: '지원자에게 할 질문을 입력해 주십시오.', en: 'Enter the question to the applicant.' },
  pages: { ko: '지원자가 수정할 수 있게 할 부분', en: 'Parts that the applicant may change' },
  pagesHint: {
    ko: '선택하지 않으시면 지원자는 글로만 답변합니다.',
    en: 'If you choose none, the applicant can only answer in writing.',
  },
  nothing: {
    ko: '이 링크로 더 결정하실 것이 없습니다. 다시 확인하실 것이 생기면 새 이메일을 보내 드립니다.',
    en: 'There is nothing left to decide here. If something new comes up, we will email you a new link.',
  },
  outcomes: {
    ACCEPT: { ko: '결정되었습니다: 심사 대상에 포함', en: 'Decided: eligible' },
    REFUSE: { ko: '결정되었습니다: 심사 대상에서 제외', en: 'Decided: not eligible' },
    RETURN: { ko: '결정되었습니다: 지원자에게 질문', en: 'Decided: question to the applicant' },
    WITHDRAWN: { ko: '취소된 지원서입니다', en: 'The application has been withdrawn' },
    SUPERSEDED: {
      ko: '지원자가 지원서를 수정하여 다시 제출했습니다',
      en: 'The applicant has sent a changed application',
    },
    CANCELLED: { ko: '취소된 요청입니다', en: 'This request was cancelled' },
  },
} as const;

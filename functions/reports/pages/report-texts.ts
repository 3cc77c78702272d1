import type { Text } from '../../shared/i18n.ts';
import type { AmountProblem } from '../../shared/text/amounts.ts';

/** The words of the pages on which a startup reports. */
export const reportPageWords = {
  title: { ko: '분기 보고서', en: 'Quarterly report' },
  lead: {
    ko: '분기의 인원, 매출, 투자와 성과를 알려 주십시오. 랩 매니저와 연장 심사위원이 봅니다.',
    en: 'Tell us about people, revenue, investment and what you reached in the quarter. The lab manager sees it, and so do the reviewers when you apply to stay.',
  },
  isLate: {
    ko: '제출 기한이 지났습니다. 지금이라도 보내 주십시오. 다음 보고서의 기한은 그대로입니다.',
    en: 'This report is late. You can still send it. The next report is due as before.',
  },
  staffHint: { ko: '분기 마지막 날의 상근 인원입니다. 예: 12', en: 'On the last day of the quarter. For example 12' },
  revenueHint: {
    ko: '이 분기의 매출을 원 단위로 적어 주십시오. 없으면 0. 예: 120,000,000 또는 1억 2,000만',
    en: 'In this quarter, in whole won; 0 if there was none. For example 120,000,000',
  },
  investmentHint: {
    ko: '이 분기에 받은 투자금을 원 단위로 적어 주십시오. 없으면 0. 예: 500,000,000 또는 5억',
    en: 'Received in this quarter, in whole won; 0 if there was none. For example 500,000,000',
  },
  jobsHint: { ko: '이 분기에 새로 채용한 사람의 수입니다. 예: 2', en: 'New jobs in this quarter. For example 2' },
  reachedHint: {
    ko: '제품, 고객, 인허가, 제휴 등 이 분기에 이룬 것을 적어 주십시오.',
    en: 'Products, customers, licences, partners: what you reached in this quarter.',
  },
  nextHint: { ko: '다음 분기에 이루려는 것을 적어 주십시오.', en: 'What you want to reach in the next quarter.' },
  reachedMissing: { ko: '이룬 성과를 적어 주십시오.', en: 'Write what was reached.' },
  nextMissing: { ko: '다음 분기 계획을 적어 주십시오.', en: 'Write what is next.' },
  staffMissing: { ko: '상근 인원을 입력해 주십시오. 예: 12', en: 'Enter the full-time people, for example 12.' },
  revenueMissing: {
    ko: '매출을 입력해 주십시오. 없으면 0을 입력해 주십시오.',
    en: 'Enter the revenue, or 0 if there was none.',
  },
  investmentMissing: {
    ko: '투자 유치액을 입력해 주십시오. 없으면 0을 입력해 주십시오.',
    en: 'Enter the investment received, or 0 if there was none.',
  },
  next: { ko: '다음', en: 'Continue' },
  confirm: { ko: '이대로 보고서를 제출하시겠습니까?', en: 'Send the report like this?' },
  confirmLead: {
    ko: '제출하시면 취소할 수 없습니다. 잘못된 곳은 다음 보고서의 기한까지 수정하여 다시 제출하실 수 있으며, 처음 내용도 남습니다.',
    en: 'You cannot take it back. Until the next report is due you can send a corrected version; the first one is kept, too.',
  },
  confirmYes: { ko: '네, 제출합니다', en: 'Yes, send it' },
  confirmCorrection: { ko: '이대로 수정하여 제출하시겠습니까?', en: 'Send the corrected version?' },
  confirmCorrectionLead: {
    ko: '먼저 제출하신 내용도 남습니다. 제출하시면 취소할 수 없습니다.',
    en: 'What you sent before is kept, too. You cannot take it back.',
  },
  sent: { ko: '보고서를 받았습니다', en: 'We have your report' },
  sentLead: { ko: '제출하신 내용입니다.', en: 'This is what you sent.' },
  erased: { ko: '제출하신 내용은 파기되었습니다.', en: 'What was sent has been erased.' },
  correct: { ko: '수정하여 다시 제출하기', en: 'Send a corrected version' },
  correctTitle: { ko: '보고서 수정하기', en: 'Correct the report' },
  changed: {
    ko: '그사이 보고서를 수정하여 제출하셨습니다. 지금 내용을 확인하고 다시 수정해 주십시오.',
    en: 'The report was corrected meanwhile. Look at it as it is now, and correct it once more.',
  },
  versions: { ko: '제출 내역', en: 'Versions' },
  gone: { ko: '더 이상 필요하지 않은 보고서입니다', en: 'This report is no longer needed' },
  goneText: {
    ko: '입주가 끝나 보고서를 제출하지 않으셔도 됩니다.',
    en: 'The residency has ended: there is nothing to send.',
  },
  missing: { ko: '보고서를 찾을 수 없습니다', en: 'There is no such report' },
  missingText: {
    ko: '분기가 끝난 다음 날부터 그 분기의 보고서를 제출하실 수 있습니다.',
    en: 'The report of a quarter can be sent from the day after its end.',
  },
  all: { ko: '분기 보고서 목록', en: 'Your quarterly reports' },
  allNone: { ko: '아직 제출할 보고서가 없습니다.', en: 'There is no report to send yet.' },
  toAll: { ko: '보고서 목록으로', en: 'To all reports' },
  write: { ko: '작성하기', en: 'Write it' },
  see: { ko: '보기', en: 'See it' },
  sentState: { ko: '제출함', en: 'sent' },
  notNeeded: { ko: '필요 없음', en: 'not needed' },
  notGiven: { ko: '입력하지 않음', en: 'Not given' },
  by: { ko: '제출한 사람', en: 'Sent by' },
  office: { ko: '랩 담당자', en: 'Somebody of the staff' },
} as const satisfies Record<string, Text>;

/** A figure of the quarter before, beside the field of this one. */
export const beforeText = (quarter: Text, value: Text): Text => ({
  ko: `${quarter.ko}: ${value.ko}`,
  en: `${quarter.en}: ${value.en}`,
});

/** `2번째 제출`, `Version 2`. */
export const versionText = (number: number): Text => ({ ko: `${number}번째 제출`, en: `Version ${number}` });

/** What is wrong with a number that was typed for an amount, and how to write it. */
export const amountProblemTexts: Readonly<Record<AmountProblem, Text>> = {
  'not-a-number': {
    ko: '숫자로 입력해 주십시오. 예: 120,000,000',
    en: 'Enter a number, for example 120,000,000.',
  },
  negative: {
    ko: '0보다 작을 수 없습니다. 없으면 0을 입력해 주십시오.',
    en: 'It cannot be less than 0. Enter 0 if there was none.',
  },
  decimal: {
    ko: '소수점 없이 입력해 주십시오. 예: 120,000,000',
    en: 'Enter a whole number without decimals, for example 120,000,000.',
  },
  grouping: {
    ko: '쉼표의 위치를 확인해 주십시오. 쉼표는 세 자리마다 쓰거나 쓰지 않습니다. 예: 120,000,000',
    en: 'Check the commas: put one before each three digits, or none at all. For example 120,000,000.',
  },
  unit: {
    ko: '단위를 숫자로 풀어서 입력해 주십시오. 예: 1억 5천만 원은 150,000,000 또는 1억 5,000만',
    en: 'Enter it in whole won, for example 150,000,000.',
  },
  'too-large': {
    ko: '너무 큰 수입니다. 원 단위인지 확인해 주십시오.',
    en: 'The number is too large. Check that it is in won.',
  },
};

/** What is wrong with a number of people; what has no meaning there says the plain thing. */
export const countProblemText = (problem: AmountProblem): Text => {
  switch (problem) {
    case 'negative':
      return amountProblemTexts.negative;
    case 'decimal':
      return {
        ko: '소수점 없이 입력해 주십시오. 예: 12',
        en: 'Enter a whole number without decimals, for example 12.',
      };
    case 'too-large':
      return { ko: '너무 큰 수입니다. 다시 확인해 주십시오.', en: 'The number is too large. Check it.' };
    default:
      return { ko: '숫자로 입력해 주십시오. 예: 12', en: 'Enter a number, for example 12.' };
  }
};

/** Below the title: of which quarter. */
export const titleOf = (title: Text, quarter: Text): Text => ({
  ko: `${quarter.ko} ${title.ko.replace(/^분기 /u, '')}`,
  en: `${title.en}, ${quarter.en}`,
});

/** That a report is to be sent until a moment, or was. */
export const openText = (isLate: boolean, due: string): Text =>
  isLate
    ? { ko: `제출 전, 기한 지남: ${due}`, en: `late, was due on ${due}` }
    : { ko: `제출 전, 기한: ${due}`, en: `to be sent by ${due}` };

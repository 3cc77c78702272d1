import type { Text } from '../../shared/i18n.ts';

export const taxWords = {
  taxMonth: { ko: '원천징수 월 집계', en: 'Tax month' },
  csv: { ko: 'CSV 파일 받기', en: 'Download as CSV' },
  noPayment: { ko: '이 달에 지급한 청구가 없습니다.', en: 'Nothing was paid in this month.' },
  due: { ko: '신고와 납부 기한', en: 'When it is due' },
  noDueDates: {
    ko: '재무팀이 확인한 기한이 아직 없습니다.',
    en: 'Finance has not confirmed any due dates yet.',
  },
  noMonth: { ko: '이 달을 찾을 수 없습니다', en: 'There is no such month' },
  noMonthText: { ko: '지급 목록에서 다시 선택해 주십시오.', en: 'Choose one from the payments.' },
  noRole: { ko: '재무 담당자만 볼 수 있습니다', en: 'This is for officers of finance' },
  noRoleText: {
    ko: '담당자가 바뀌었다면 운영자에게 알려 주십시오.',
    en: 'If this is your task now, tell an operator.',
  },
  back: { ko: '지급 목록으로', en: 'To all payments' },
  filed: { ko: '완료', en: 'Done' },

  title: { ko: '원천징수 신고와 납부', en: 'Report and pay what was withheld' },
  lead: {
    ko: '아래 금액을 신고하거나 납부하신 뒤 접수 번호를 적어 주십시오. 금액은 지급일을 기준으로 합니다.',
    en: 'Report or pay these figures, then enter the number of the receipt. They go by the day of payment.',
  },
  what: { ko: '할 일', en: 'What is due' },
  month: { ko: '지급 월', en: 'Month of payment' },
  on: { ko: '기한', en: 'Due on' },
  source: { ko: '근거', en: 'Source' },
  gross: { ko: '지급 총액', en: 'Gross' },
  incomeTax: { ko: '소득세', en: 'Income tax' },
  localTax: { ko: '지방소득세', en: 'Local income tax' },
  before: { ko: '전에 신고한 내용', en: 'Reported before' },
  below: {
    ko: '반환된 금액이 더 커서 0보다 작습니다. 환급받을지 다음 달로 넘길지 결정해 주십시오.',
    en: 'More was paid back than paid, so a figure is below zero. Decide whether to claim it back or to carry it over.',
  },
  changed: {
    ko: '그 사이에 금액이 바뀌었습니다. 새 금액을 확인하고 다시 적어 주십시오. 적으신 번호는 그대로 있습니다.',
    en: 'The figures have changed in the meantime. Check the new ones and send it again. Your number is still there.',
  },
  example: {
    ko: '기한은 예시입니다. 재무팀이 조문과 날짜를 확인해야 합니다.',
    en: 'The due dates are examples. Finance has to confirm articles and days.',
  },
  evidence: { ko: '접수 번호 또는 납부 번호', en: 'Number of the receipt' },
  evidenceHint: {
    ko: '홈택스나 위택스의 접수증, 또는 납부 확인서에 있는 번호입니다.',
    en: 'As the tax office or the bank has given it.',
  },
  evidenceMissing: { ko: '접수 번호를 적어 주십시오.', en: 'Enter the number of the receipt.' },
  evidenceInvalid: {
    ko: '접수 번호를 글자와 숫자로 적어 주십시오. 예: 110-2027-5-123456789',
    en: 'Enter the number in letters and digits, for example 110-2027-5-123456789.',
  },
  check: { ko: '확인하기', en: 'Check' },
  sure: { ko: '이렇게 기록하시겠습니까?', en: 'Is this right?' },
  sureLead: {
    ko: '신고하거나 납부한 것으로 기록합니다. 되돌릴 수 없습니다. 나중에 금액이 바뀌면 다시 요청드립니다.',
    en: 'It is recorded as reported or paid, which cannot be undone. If the figures change later, you are asked again.',
  },
  submit: { ko: '완료로 기록하기', en: 'Record it as done' },
  followed: { ko: '기록했습니다. 하실 일은 없습니다.', en: 'It is recorded. You do not need to do anything.' },
  nothing: { ko: '더 하실 일이 없습니다.', en: 'There is nothing left to do.' },
} as const satisfies Record<string, Text>;

export const countedText = ({ payees, claims }: { readonly payees: number; readonly claims: number }): Text => ({
  ko: `받은 사람 ${payees}명, 청구 ${claims}건`,
  en: `${payees} ${payees === 1 ? 'payee' : 'payees'}, ${claims} ${claims === 1 ? 'claim' : 'claims'}`,
});

import type { Text } from '../shared/i18n.ts';

/** The words of the statement where it is shown in either language. */
export const statementWords = {
  title: { ko: '강사료 지급 명세서', en: 'Pay statement' },
  lead: {
    ko: '지급한 강사료를 항목별로 보여 드립니다. 궁금한 점이 있거나 금액이 다르면 아래 문의처로 알려 주십시오.',
    en: 'This is what we have paid you, line by line. If you have a question, or something is not right, contact us as below.',
  },
  afterCorrections: { ko: '정정 후 실지급액', en: 'Paid after corrections' },
  name: { ko: '성명', en: 'Name' },
  paidOn: { ko: '지급일', en: 'Paid on' },
  account: { ko: '입금 계좌', en: 'Account' },
  nothing: { ko: '지급할 금액이 없어 이체하지 않았습니다', en: 'There was nothing to transfer' },
  lines: { ko: '지급 내역', en: 'How it adds up' },
  save: { ko: '명세서를 PDF로 저장하기', en: 'Save the statement as a PDF' },
  renewed: { ko: '새 링크를 이메일로 보내 드렸습니다', en: 'We have emailed you a newer link' },
  renewedText: {
    ko: '이메일 주소가 바뀌어, 전에 받으신 링크로는 열 수 없습니다. 새 주소로 보내 드린 이메일의 링크로 열어 주십시오.',
    en: 'Your email address has changed, and earlier links no longer work. Use the link in the email to your new address.',
  },
  language: { ko: 'PDF 명세서는 한국어로만 발급합니다.', en: 'The PDF is in Korean only, as an official paper.' },
} as const satisfies Record<string, Text>;

/** The statement is an official paper, and in Korean as those are. */
export const statementLabels = {
  title: '강사료 지급 명세서',
  name: '성명',
  month: '강의 월',
  paidOn: '지급일',
  claim: '청구 번호',
  account: '입금 계좌',
  lines: '지급 내역',
  item: '항목',
  amount: '금액(원)',
} as const;

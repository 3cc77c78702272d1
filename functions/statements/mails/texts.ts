import type { Text } from '../../shared/i18n.ts';

/** The words of the mail with the link to a statement. */
export const statementMailWords = {
  subject: (month: Text, day: Text): Text => ({
    ko: `강사료 지급 명세서: ${month.ko}분, ${day.ko} 지급`,
    en: `Your pay statement: ${month.en}, paid on ${day.en}`,
  }),
  paid: {
    ko: '등록하신 계좌로 강사료를 지급했습니다. 아래 버튼을 누르면 금액을 항목별로 보고 명세서를 PDF로 저장하실 수 있습니다. 하실 일은 없습니다.',
    en: 'We have paid your fees to the account that you gave us. Use the button to see the amounts line by line and to save the statement as a PDF. You do not need to do anything.',
  },
  nothing: {
    ko: '이번 청구는 정산 결과 지급할 금액이 없어 이체하지 않았습니다. 아래 버튼을 누르면 이유를 항목별로 보고 명세서를 PDF로 저장하실 수 있습니다. 하실 일은 없습니다.',
    en: 'This claim came to nothing, so we have transferred nothing. Use the button to see why, line by line, and to save the statement as a PDF. You do not need to do anything.',
  },
  wrong: {
    ko: '금액이나 계좌가 다르면 아래 문의처로 알려 주십시오.',
    en: 'If the amount or the account is not right, contact us as below.',
  },
  paidOn: { ko: '지급일', en: 'Paid on' },
  open: { ko: '명세서 보기', en: 'See your statement' },
  private: {
    ko: '이 링크는 받는 분만 쓸 수 있습니다. 다른 사람에게 전달하지 마십시오. 지급 기록을 보관하는 동안 언제든지 다시 여실 수 있습니다.',
    en: 'This link is for you alone. Do not pass it on. You can open it again for as long as we keep the record of the payment.',
  },
} as const;

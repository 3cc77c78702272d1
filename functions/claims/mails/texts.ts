import type { Text } from '../../shared/i18n.ts';

const about = (title: Text, what: Text): Text => ({ ko: `${title.ko}: ${what.ko}`, en: `${title.en}: ${what.en}` });
const until = (title: Text, month: Text, due: Text): Text => ({
  ko: `${title.ko}: ${month.ko}분, ${due.ko}까지`,
  en: `${title.en}: ${month.en}, by ${due.en}`,
});

/** The words of the mails about claims. */
export const claimMailWords = {
  asked: (month: Text, due: Text): Text =>
    until({ ko: '강의 내역을 확인해 주십시오', en: 'Check your lessons' }, month, due),
  askedAgain: (month: Text, due: Text): Text =>
    until({ ko: '강의 내역에 대한 질문이 있습니다', en: 'A question about your lessons' }, month, due),
  reminder: (month: Text, due: Text): Text =>
    until({ ko: '강의 내역 확인을 기다리고 있습니다', en: 'Reminder: check your lessons' }, month, due),
  unanswered: (month: Text): Text =>
    about({ ko: '강의 내역을 수업 시간표대로 처리합니다', en: 'We go by the timetable for your lessons' }, month),
  approved: (month: Text, day: Text): Text => ({
    ko: `강사료 지급이 승인되었습니다: ${month.ko}분, ${day.ko} 지급 예정`,
    en: `Your pay is approved: ${month.en}, to be paid on ${day.en}`,
  }),
  refused: (month: Text): Text =>
    about({ ko: '강사료를 지급하지 않기로 했습니다', en: 'We will not pay this claim' }, month),
  late: (month: Text): Text => about({ ko: '강사료를 약속한 날에 지급하지 못했습니다', en: 'Your pay is late' }, month),
  extras: (month: Text): Text =>
    about({ ko: '원고료나 교통비가 변경되었습니다', en: 'Your manuscript or travel was changed' }, month),
  repayment: (month: Text, day: Text): Text => ({
    ko: `더 지급된 강사료를 돌려 주십시오: ${month.ko}분, ${day.ko}까지`,
    en: `Please pay back what was paid too much: ${month.en}, by ${day.en}`,
  }),
  repaymentDue: (month: Text, day: Text): Text => ({
    ko: `강사료 반환 기한 안내: ${month.ko}분, ${day.ko}까지`,
    en: `Reminder: please pay back what was paid too much: ${month.en}, by ${day.en}`,
  }),
  repaymentOverdue: (month: Text, day: Text): Text => ({
    ko: `강사료 반환 기한이 지났습니다: ${month.ko}분, 기한 ${day.ko}`,
    en: `Overdue: please pay back what was paid too much: ${month.en}, due on ${day.en}`,
  }),
  askedLead: {
    ko: '아래 강의 내역이 실제와 같은지 확인해 주십시오. 다른 시간에 하셨거나 하지 않으신 수업이 있으면 이유와 함께 알려 주십시오.',
    en: 'Please check that these are the lessons you taught. If a lesson had other hours, or was not taught, tell us with the reason.',
  },
  askedAgainLead: {
    ko: '보내신 강의 내역에 대해 담당자가 확인할 것이 있습니다. 질문을 읽고 다시 확인해 주십시오.',
    en: 'Our team has a question about your lessons. Please read it and check them again.',
  },
  withoutAnswer: {
    ko: '기한까지 답하지 않으시면 수업 시간표를 기준으로 과정 책임자가 결정합니다.',
    en: 'If you do not answer by then, the academy manager decides by the timetable.',
  },
  unansweredText: {
    ko: '기한까지 답변이 없어 수업 시간표를 기준으로 처리합니다. 과정 책임자가 확인하며, 실제와 다른 점이 있으면 문의처로 알려 주십시오.',
    en: 'We had no answer by the deadline and go by the timetable. The academy manager checks it. If something is not right, contact us.',
  },
  approvedText: {
    ko: '아래 금액을 등록하신 계좌로 지급합니다. 하실 일은 없습니다.',
    en: 'We will pay this amount to the account that you gave us. You do not need to do anything.',
  },
  refusedText: {
    ko: '담당자가 아래와 같은 이유로 지급하지 않기로 결정했습니다. 다르게 생각하시면 문의처로 알려 주십시오.',
    en: 'Our team has decided not to pay it, for this reason. If you think otherwise, contact us.',
  },
  extrasText: {
    ko: '담당자가 지급 전에 아래와 같이 변경했습니다. 다르게 생각하시면 문의처로 알려 주십시오.',
    en: 'Our team has made this change before it is paid. If you think otherwise, contact us.',
  },
  lateText: {
    ko: '약속드린 날에 지급하지 못해 죄송합니다. 지급되면 명세서를 보내 드립니다.',
    en: 'We are sorry that we have not paid you on the day that we promised. We will send you the statement when it is paid.',
  },
  repaymentText: {
    ko: '지급된 강사료에 잘못된 부분이 있어 다음 금액을 돌려받아야 합니다. 보내실 계좌는 문의처로 물어봐 주십시오.',
    en: 'A payment to you was wrong, and we have to ask you for this amount back. Please contact us for the account to pay it to.',
  },
  repaymentDueText: {
    ko: '아래 금액을 기한까지 돌려 주시기 바랍니다. 이미 보내셨다면 이 이메일은 무시하셔도 됩니다. 보내실 계좌는 문의처로 물어봐 주십시오.',
    en: 'Please pay this amount back by the day below. If you have already sent it, you can ignore this email. Contact us for the account to pay it to.',
  },
  repaymentOverdueText: {
    ko: '기한이 지났지만 아직 아래 금액을 받지 못했습니다. 이미 보내셨거나 기한을 지키기 어려우시면 문의처로 알려 주십시오.',
    en: 'The day has passed and we have not received this amount. If you have already sent it, or cannot pay it back now, contact us.',
  },
  state: { ko: '지금 상태', en: 'Where it is' },
  onHold: { ko: '확인할 것이 있어 보류되어 있습니다.', en: 'It is on hold while something is checked.' },
  withWhom: { ko: '담당', en: 'Who has it' },
  our: { ko: '서울 핀테크 아카데미 담당자', en: 'Our team' },
  you: { ko: '강사님', en: 'You' },
  reason: { ko: '이유', en: 'Reason' },
  question: { ko: '질문', en: 'Question' },
  month: { ko: '청구 월', en: 'Month of the claim' },
  course: { ko: '과정', en: 'Course' },
  lessons: { ko: '수업', en: 'Lessons' },
  reference: { ko: '청구 번호', en: 'Claim' },
  gross: { ko: '지급 총액(세전)', en: 'Gross' },
  tax: { ko: '세금', en: 'Tax' },
  paid: { ko: '실지급액', en: 'Paid' },
  net: { ko: '돌려주실 금액', en: 'To pay back' },
  payDate: { ko: '지급 예정일', en: 'Promised pay date' },
  leftToRepay: { ko: '남은 금액', en: 'Still to pay back' },
  repayBy: { ko: '기한', en: 'Pay back by' },
  answerBy: { ko: '확인 기한', en: 'Answer by' },
  open: { ko: '강의 내역 확인하기', en: 'Check your lessons' },
  private: { ko: '이 링크는 받는 분만 쓸 수 있습니다.', en: 'This link is for you alone.' },
  example: {
    ko: '예시 기준으로 계산한 금액이며 실제로 지급되지 않습니다.',
    en: 'Calculated with example rules: it is not really paid.',
  },
} as const;

export const lessonCount = (count: number): Text => ({
  ko: `${count}회`,
  en: `${count} ${count === 1 ? 'lesson' : 'lessons'}`,
});

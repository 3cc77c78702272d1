import type { Text } from '../../shared/i18n.ts';

interface MailText {
  /** Of a mail about a request, with its due time. */
  readonly subject: Text | ((due: Text) => Text);
  readonly preheader: Text;
  readonly text: Text;
}

const withoutAnswer: Text = {
  ko: '기한까지 답하지 않으시면 자리를 받으실 수 없으며, 기다리는 분이 있으면 그분께 넘어갑니다.',
  en: 'Without an answer by then the seat is no longer yours; it goes to whoever is next, if anybody waits.',
};

const mails = {
  offered: {
    subject: (due: Text): Text => ({
      ko: `선발되셨습니다: ${due.ko}까지 참여 여부를 알려 주십시오`,
      en: `You have been selected: please answer by ${due.en}`,
    }),
    preheader: withoutAnswer,
    text: {
      ko: '이번 모집에서 선발되신 것을 축하드립니다. 아래 기한까지 참여 여부를 답해 주십시오.',
      en: 'Congratulations: you have been selected. Please tell us by the time below whether you take the seat.',
    },
  },
  offeredNext: {
    subject: (due: Text): Text => ({
      ko: `빈자리가 났습니다: ${due.ko}까지 참여 여부를 알려 주십시오`,
      en: `A place is free for you: please answer by ${due.en}`,
    }),
    preheader: withoutAnswer,
    text: {
      ko: '자리가 나서 대기 순번대로 연락드립니다. 아래 기한까지 참여 여부를 답해 주십시오.',
      en: 'A seat has become free, and you are next on the waitlist. Please tell us by the time below whether you take it.',
    },
  },
  reminder: {
    subject: (due: Text): Text => ({
      ko: `참여 여부를 아직 답하지 않으셨습니다: ${due.ko}까지`,
      en: `Reminder: please tell us by ${due.en} whether you take your place`,
    }),
    preheader: withoutAnswer,
    text: {
      ko: '제안드린 자리에 대한 답을 아직 받지 못하여 다시 알려 드립니다.',
      en: 'We have not yet had your answer about the seat that we offered you.',
    },
  },
  lapsed: {
    subject: { ko: '참여 답변 기한이 지났습니다', en: 'The time to accept your place has passed' },
    preheader: { ko: '더 이상 자리를 받으실 수 없습니다.', en: 'The seat is no longer yours to take.' },
    text: {
      ko: '기한까지 답을 받지 못하여 자리를 드릴 수 없게 되었습니다. 기다리는 분이 있으면 그분께 넘어갑니다. 이번 모집에서는 더 안내해 드릴 자리가 없습니다. 다음 모집에는 다시 지원하실 수 있습니다.',
      en: 'We had no answer in time, so the seat is no longer yours; it goes to whoever is next, if anybody waits. This round has ended for you. You are welcome to apply again in the next round.',
    },
  },
  accepted: {
    subject: { ko: '참여가 확정되었습니다', en: 'Your seat is confirmed' },
    preheader: { ko: '일정 파일과 확인서를 받으실 수 있습니다.', en: 'With a calendar file and a letter.' },
    text: {
      ko: '자리를 수락하셔서 참여가 확정되었습니다. 첫날에 뵙겠습니다.',
      en: 'You have taken your seat. We look forward to seeing you on the first day.',
    },
  },
  declined: {
    subject: { ko: '참여하지 않겠다는 답을 받았습니다', en: 'You have declined the seat' },
    preheader: { ko: '기다리는 분이 있으면 그분께 넘어갑니다.', en: 'It goes to whoever is next, if anybody waits.' },
    text: {
      ko: '알려 주셔서 감사합니다. 기다리는 분이 있으면 자리가 바로 그분께 넘어가며, 되돌릴 수 없습니다. 다음 모집에는 다시 지원하실 수 있습니다.',
      en: 'Thank you for telling us. If anybody waits, the seat goes to them at once; this cannot be undone. You are welcome to apply again in the next round.',
    },
  },
  givenBack: {
    subject: { ko: '자리를 포기하셨습니다', en: 'You have given up your seat' },
    preheader: { ko: '지원도 함께 취소되었습니다.', en: 'Your application is withdrawn with it.' },
    text: {
      ko: '요청하신 대로 지원을 취소했으며, 기다리는 분이 있으면 자리가 그분께 넘어갑니다. 받으신 확인서는 더 이상 유효하지 않습니다. 직접 취소하지 않으셨다면 바로 알려 주십시오.',
      en: 'As you asked, your application is withdrawn; if anybody waits, the seat goes to them. A letter that you have is no longer valid. If it was not you, please tell us at once.',
    },
  },
  waitlisted: {
    subject: { ko: '선발 결과: 대기자로 등록되었습니다', en: 'Your result: you are on the waitlist' },
    preheader: { ko: '자리가 나면 순번대로 연락드립니다.', en: 'We write as soon as a seat is free for you.' },
    text: {
      ko: '이번에 자리를 드리지는 못했지만 대기자로 등록되었습니다. 자리가 나면 순번대로 메일로 연락드리며, 그때 기한 안에 답해 주시면 됩니다.',
      en: 'We have no seat for you yet, but you are on the waitlist. When a seat becomes free it is offered in the order of the list, by mail, with a time to answer.',
    },
  },
  notSelected: {
    subject: { ko: '선발 결과를 알려 드립니다', en: 'The result of the selection' },
    preheader: { ko: '결과와 이유, 하실 수 있는 일입니다.', en: 'The result, the reason and what you can do.' },
    text: {
      ko: '지원해 주셔서 감사합니다. 아쉽게도 이번 모집에서는 선발되지 못하셨습니다.',
      en: 'Thank you for applying. We are sorry to tell you that you have not been selected in this round.',
    },
  },
} as const satisfies Record<string, MailText>;

const words = {
  answerBy: { ko: '답변 기한', en: 'Answer by' },
  left: { ko: '남은 기간', en: 'Time left' },
  round: { ko: '과정', en: 'What' },
  firstDay: { ko: '첫날', en: 'First day' },
  days: { ko: '시간', en: 'When' },
  sites: { ko: '장소', en: 'Where' },
  number: { ko: '대기 순번', en: 'Your number' },
  lastDay: { ko: '대기 종료', en: 'The list ends' },
  toAnswer: { ko: '참여 여부 답하기', en: 'Answer the offer' },
  toStatus: { ko: '지원 현황 보기', en: 'See your application' },
  withoutAnswer,
  letter: {
    ko: '확인서(PDF)는 지원 현황에서 받으실 수 있으며, 수업 일정은 첨부한 파일로 달력에 넣으실 수 있습니다.',
    en: 'The confirmation letter (PDF) is on the page of your application; the attached file puts the classes into your calendar.',
  },
  giveBack: {
    ko: '사정이 바뀌어 참여하실 수 없게 되면 지원 현황에서 바로 지원을 취소해 주십시오. 기다리는 분이 있으면 그분께 자리가 돌아갑니다.',
    en: 'If you cannot come after all, please withdraw on that page at once, so that whoever waits can have the seat.',
  },
  offerLink: {
    ko: '이 링크로 답하실 수 있습니다. 다른 사람에게 전달하지 마십시오.',
    en: 'Whoever has this link can answer for you. Please do not pass it on.',
  },
  again: { ko: '결과를 다시 살펴봐 달라고 요청하는 방법', en: 'If you think we should look again' },
  againText: {
    ko: '결과에 잘못된 점이 있다고 생각하시면 담당자에게 다시 살펴봐 달라고 요청하실 수 있습니다. 담당자가 지원서와 심사, 순위를 직접 살펴봅니다. 지원 현황에서 ‘왜 이런 결과인가요’를 열어 주십시오.',
    en: 'If you think that something went wrong, you can ask for another look, and a person will take it. Open “Why this result” on the page of your application.',
  },
  againUntil: { ko: '요청 기한', en: 'You can ask until' },
  operator: {
    ko: '담당 기관에서 다음 이유로 취소 처리했습니다. 사실과 다르면 바로 알려 주십시오.',
    en: 'It was cancelled on our side for the reason below. If it is not right, please tell us at once.',
  },
} as const satisfies Record<string, Text>;

export const seatMailWords = { ...mails, ...words };

/** Business days that are left to answer. */
export const daysLeftText = (days: number): Text =>
  days === 0
    ? { ko: '오늘까지입니다', en: 'Today is the last day' }
    : {
        ko: `영업일 기준 ${days}일 남았습니다`,
        en: days === 1 ? 'One business day' : `${days} business days`,
      };

import type { Text } from '../../shared/i18n.ts';
import type { MailText } from '../../shared/mail/mail-text.ts';

const withoutAnswer: Text = {
  ko: '기한까지 답하지 않으시면 참여하실 수 없으며, 대기자가 있으면 다음 순번 대기자에게 기회가 돌아갑니다.',
  en: 'If you do not answer by then, we can no longer keep your place. It goes to the next person on the waiting list, if there is one.',
};

const mails = {
  offered: {
    subject: (due: Text): Text => ({
      ko: `선발되셨습니다: ${due.ko}까지 참여 여부를 알려 주십시오`,
      en: `You have been selected: tell us by ${due.en} if you accept your place`,
    }),
    preheader: withoutAnswer,
    text: {
      ko: '이번 모집에서 선발되신 것을 축하드립니다. 아래 기한까지 참여 여부를 알려 주십시오.',
      en: 'Congratulations. You have been selected. Tell us by the deadline below if you accept your place.',
    },
  },
  offeredNext: {
    subject: (due: Text): Text => ({
      ko: `빈자리가 났습니다: ${due.ko}까지 참여 여부를 알려 주십시오`,
      en: `A place has become free: tell us by ${due.en} if you accept it`,
    }),
    preheader: withoutAnswer,
    text: {
      ko: '빈자리가 나서 대기 순번대로 연락드립니다. 아래 기한까지 참여 여부를 알려 주십시오.',
      en: 'A place has become free, and you are next on the waiting list. Tell us by the deadline below if you accept it.',
    },
  },
  reminder: {
    subject: (due: Text): Text => ({
      ko: `참여 여부를 아직 답하지 않으셨습니다: ${due.ko}까지`,
      en: `Reminder: tell us by ${due.en} if you accept your place`,
    }),
    preheader: withoutAnswer,
    text: {
      ko: '선발되신 뒤 참여 여부에 대한 답변을 아직 받지 못하여 다시 알려 드립니다.',
      en: 'You have been selected, but you have not told us yet if you accept your place.',
    },
  },
  lapsed: {
    subject: { ko: '참여 답변 기한이 지났습니다', en: 'The deadline to accept your place has passed' },
    preheader: { ko: '이번 모집에는 참여하실 수 없게 되었습니다.', en: 'We can no longer keep your place.' },
    text: {
      ko: '기한까지 답변을 받지 못하여 이번 모집에는 참여하실 수 없게 되었습니다. 대기자가 있으면 다음 순번 대기자에게 기회가 돌아갑니다. 다음 모집에 다시 지원하실 수 있습니다.',
      en: 'You did not answer in time, so we can no longer keep your place. It goes to the next person on the waiting list, if there is one. We cannot offer you another place in this round. You are welcome to apply again in the next round.',
    },
  },
  accepted: {
    subject: { ko: '참여가 확정되었습니다', en: 'Your place is confirmed' },
    preheader: {
      ko: '확인서와 일정 파일을 받으실 수 있습니다.',
      en: 'With a confirmation letter and a calendar file.',
    },
    text: {
      ko: '참여하시겠다고 답해 주셔서 참여가 확정되었습니다. 첫 수업일에 뵙겠습니다.',
      en: 'You have accepted your place. We look forward to seeing you on the first day.',
    },
  },
  declined: {
    subject: { ko: '참여하지 않겠다는 답변을 받았습니다', en: 'You have declined your place' },
    preheader: { ko: '알려 주셔서 감사합니다.', en: 'Thank you for telling us.' },
    text: {
      ko: '알려 주셔서 감사합니다. 대기자가 있으면 다음 순번 대기자에게 기회가 돌아가며, 되돌릴 수 없습니다. 다음 모집에 다시 지원하실 수 있습니다.',
      en: 'Thank you for telling us. Your place goes to the next person on the waiting list, if there is one. This cannot be undone. You are welcome to apply again in the next round.',
    },
  },
  givenBack: {
    subject: { ko: '참여 취소를 처리했습니다', en: 'You have given up your place' },
    preheader: { ko: '지원도 함께 취소되었습니다.', en: 'Your application is withdrawn too.' },
    text: {
      ko: '요청하신 대로 참여를 취소했습니다. 받으신 확인서는 더 이상 유효하지 않으며, 대기자가 있으면 다음 순번 대기자에게 기회가 돌아갑니다. 직접 취소하지 않으셨다면 바로 알려 주십시오.',
      en: 'You have given up your place, as you asked. It goes to the next person on the waiting list, if there is one. Your confirmation letter is no longer valid. If you did not ask for this, tell us straight away.',
    },
  },
  waitlisted: {
    subject: { ko: '선발 결과: 대기자로 등록되었습니다', en: 'Your result: you are on the waiting list' },
    preheader: { ko: '빈자리가 나면 순번대로 연락드립니다.', en: 'We will email you if a place becomes free for you.' },
    text: {
      ko: '지원해 주셔서 감사합니다. 모집 인원 안에는 들지 못하셨지만 대기자로 등록되었습니다. 빈자리가 나면 순번대로 이메일로 연락드리며, 그때 기한 안에 답해 주시면 됩니다.',
      en: 'Thank you for applying. We cannot offer you a place yet, but you are on the waiting list. When a place becomes free, we email the next person on the list and give them a deadline to answer.',
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
  round: { ko: '과정', en: 'Course' },
  firstDay: { ko: '첫 수업일', en: 'First day' },
  days: { ko: '시간', en: 'Days and times' },
  sites: { ko: '장소', en: 'Where' },
  number: { ko: '대기 순번', en: 'Your number on the waiting list' },
  lastDay: { ko: '대기 마감', en: 'The waiting list closes' },
  toAnswer: { ko: '참여 여부 답하기', en: 'Accept or decline your place' },
  toStatus: { ko: '지원 현황 보기', en: 'See your application' },
  withoutAnswer,
  letter: {
    ko: '확인서(PDF)는 지원 현황에서 받으실 수 있으며, 수업 일정은 첨부한 파일로 달력에 넣으실 수 있습니다.',
    en: 'You can get your confirmation letter (PDF) on the page of your application. The attached file adds the classes to your calendar.',
  },
  giveBack: {
    ko: '사정이 바뀌어 참여하실 수 없게 되면 지원 현황에서 바로 참여를 취소해 주십시오. 대기자가 있으면 다음 순번 대기자에게 기회가 돌아갑니다.',
    en: 'If you cannot take part after all, give up your place on that page straight away, so that somebody on the waiting list can have it.',
  },
  offerLink: {
    ko: '이 링크를 가진 사람은 누구나 대신 답할 수 있습니다. 다른 사람에게 전달하지 마십시오.',
    en: 'Anybody who has this link can answer for you. Do not share it.',
  },
  again: { ko: '재검토를 요청하시려면', en: 'If you want us to look again' },
  againText: {
    ko: '결과에 잘못된 점이 있다고 생각하시면 재검토를 요청하실 수 있습니다. 담당자가 지원서와 심사, 순위를 직접 다시 살펴봅니다. 지원 현황에서 ‘결과와 이유 보기’를 눌러 요청해 주십시오.',
    en: 'If you think that the result is wrong, you can ask us to look again. Our team will check your application, its reviews and the ranking. Open “See your result and the reasons” on the page of your application.',
  },
  againUntil: { ko: '요청 기한', en: 'You can ask until' },
  operator: {
    ko: '담당자가 다음 이유로 참여를 취소했습니다. 받으신 확인서는 더 이상 유효하지 않습니다. 사실과 다르면 바로 알려 주십시오.',
    en: 'We have cancelled your place for the reason below. Your confirmation letter is no longer valid. If this is not right, tell us straight away.',
  },
} as const satisfies Record<string, Text>;

export const seatMailWords = { ...mails, ...words };

/** Business days that are left to answer. */
export const daysLeftText = (days: number): Text =>
  days === 0
    ? { ko: '오늘까지입니다', en: 'Today is the last day' }
    : {
        ko: `영업일 기준 ${days}일 남았습니다`,
        en: days === 1 ? '1 working day' : `${days} working days`,
      };

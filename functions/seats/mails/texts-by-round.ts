import { type Said, wordsByRound } from '../../rounds/what-is-taken.ts';
import type { Text } from '../../shared/i18n.ts';
import { seatMailWords } from './texts.ts';

type SeatMailWords = Said<typeof seatMailWords>;

/** A place in the Lab: nobody goes to classes. */
const ofResidency: Partial<SeatMailWords> = {
  accepted: {
    subject: seatMailWords.accepted.subject,
    preheader: { ko: '확인서를 받으실 수 있습니다.', en: 'With a confirmation letter.' },
    text: {
      ko: '참여하시겠다고 답해 주셔서 입주가 정해졌습니다. 입주하시기 전에 하실 일은 따로 이메일로 알려 드립니다.',
      en: 'You have accepted your place. We email you what is to be done before you move in.',
    },
  },
  round: { ko: '모집', en: 'Round' },
  firstDay: { ko: '입주 시작일', en: 'First day' },
  letter: {
    ko: '확인서(PDF)는 지원 현황에서 받으실 수 있습니다.',
    en: 'You can get your confirmation letter (PDF) on the page of your application.',
  },
};

const endsAsItIs: Text = {
  ko: '기한까지 답하지 않으시면 연장하지 않으시는 것으로 보며, 입주는 지금 협약의 마지막 날에 끝납니다.',
  en: 'If you do not answer by then, you are not extended, and your residency ends on the last day of your present contract.',
};

/** Another term of somebody who is in the Lab: they have a space, and keep it until their contract ends. */
const ofExtension: Partial<SeatMailWords> = {
  offered: {
    subject: (due) => ({
      ko: `입주 연장 대상으로 선정되셨습니다: ${due.ko}까지 답해 주십시오`,
      en: `You can stay on in the Lab: tell us by ${due.en} if you accept the extension`,
    }),
    preheader: endsAsItIs,
    text: {
      ko: '심사 결과 입주를 연장하실 수 있게 된 것을 축하드립니다. 아래 기한까지 연장 여부를 알려 주십시오.',
      en: 'Congratulations. After the reviews you can stay on. Tell us by the deadline below if you accept the extension.',
    },
  },
  offeredNext: {
    subject: (due) => ({
      ko: `입주를 연장하실 수 있게 되었습니다: ${due.ko}까지 답해 주십시오`,
      en: `You can stay on in the Lab after all: tell us by ${due.en} if you accept`,
    }),
    preheader: endsAsItIs,
    text: {
      ko: '입주를 연장하실 수 있게 되어 연락드립니다. 아래 기한까지 연장 여부를 알려 주십시오.',
      en: 'You can stay on after all. Tell us by the deadline below if you accept the extension.',
    },
  },
  reminder: {
    subject: (due) => ({
      ko: `연장 여부를 아직 답하지 않으셨습니다: ${due.ko}까지`,
      en: `Reminder: tell us by ${due.en} if you accept the extension`,
    }),
    preheader: endsAsItIs,
    text: {
      ko: '연장 대상으로 선정되셨으나 답변을 아직 받지 못하여 다시 알려 드립니다.',
      en: 'You can stay on, but you have not told us yet if you accept the extension.',
    },
  },
  lapsed: {
    subject: { ko: '연장 답변 기한이 지났습니다', en: 'The deadline to accept the extension has passed' },
    preheader: {
      ko: '입주는 지금 협약의 마지막 날에 끝납니다.',
      en: 'Your residency ends with your present contract.',
    },
    text: {
      ko: '기한까지 답변을 받지 못하여 연장하지 않으시는 것으로 기록했습니다. 입주는 지금 협약의 마지막 날에 끝나며, 나가실 때 하실 일은 그 전에 알려 드립니다. 사정이 있었으면 문의처로 바로 연락해 주십시오.',
      en: 'You did not answer in time, so you are not extended. Your residency ends on the last day of your present contract, and before that we tell you what is to be done. If something kept you from answering, contact us straight away.',
    },
  },
  accepted: {
    subject: { ko: '입주 연장에 동의하셨습니다', en: 'You have accepted the extension' },
    preheader: { ko: '새 협약서에 서명하실 차례입니다.', en: 'Next, the new agreement is signed.' },
    text: {
      ko: '연장하시겠다고 답해 주셔서 감사합니다. 곧 새 협약서에 서명해 달라는 이메일을 보내 드립니다. 양쪽이 모두 서명해야 연장되며, 다음 기간은 지금 협약이 끝난 다음 날부터입니다. 지금 쓰시는 공간은 그대로 쓰십니다.',
      en: 'Thank you for accepting. We are about to email you the new agreement to sign. You are extended once both sides have signed; the next term begins on the day after your present contract ends. You keep the space that you have.',
    },
  },
  declined: {
    subject: { ko: '연장하지 않겠다는 답변을 받았습니다', en: 'You have declined the extension' },
    preheader: {
      ko: '입주는 지금 협약의 마지막 날에 끝납니다.',
      en: 'Your residency ends with your present contract.',
    },
    text: {
      ko: '알려 주셔서 감사합니다. 입주는 지금 협약의 마지막 날에 끝나며, 되돌릴 수 없습니다. 나가실 때 하실 일은 그 전에 알려 드립니다.',
      en: 'Thank you for telling us. Your residency ends on the last day of your present contract. This cannot be undone. Before that day we tell you what is to be done.',
    },
  },
  givenBack: {
    subject: { ko: '연장 신청 취소를 처리했습니다', en: 'You have withdrawn from the extension' },
    preheader: {
      ko: '입주는 지금 협약의 마지막 날에 끝납니다.',
      en: 'Your residency ends with your present contract.',
    },
    text: {
      ko: '요청하신 대로 연장 신청을 취소했습니다. 받으신 확인서는 더 이상 유효하지 않으며, 입주는 지금 협약의 마지막 날에 끝납니다. 직접 취소하지 않으셨다면 바로 알려 주십시오.',
      en: 'You have withdrawn your application for an extension, as you asked. Your confirmation letter is no longer valid, and your residency ends on the last day of your present contract. If you did not ask for this, tell us straight away.',
    },
  },
  notSelected: {
    subject: { ko: '입주 연장 심사 결과를 알려 드립니다', en: 'The result about your extension' },
    preheader: { ko: '결과와 이유, 하실 수 있는 일입니다.', en: 'The result, the reason and what you can do.' },
    text: {
      ko: '신청해 주셔서 감사합니다. 아쉽게도 이번 심사에서 연장 대상으로 선정되지 못하셨습니다. 입주는 지금 협약의 마지막 날까지 그대로이며, 그날 끝납니다.',
      en: 'Thank you for applying. We are sorry to tell you that you have not been selected for an extension. Your residency goes on as it is, and ends on the last day of your present contract.',
    },
  },
  round: { ko: '연장 심사', en: 'Extension' },
  firstDay: { ko: '다음 기간', en: 'Next term' },
  toAnswer: { ko: '연장 여부 답하기', en: 'Accept or decline the extension' },
  withoutAnswer: endsAsItIs,
  letter: {
    ko: '확인서(PDF)는 지원 현황에서 받으실 수 있습니다.',
    en: 'You can get your confirmation letter (PDF) on the page of your application.',
  },
  giveBack: {
    ko: '사정이 바뀌어 연장하실 수 없게 되면, 새 협약서에 서명하기 전에 지원 현황에서 바로 취소해 주십시오.',
    en: 'If you cannot stay after all, withdraw on that page straight away, before the new agreement is signed.',
  },
  operator: {
    ko: '담당자가 다음 이유로 연장 신청을 취소했습니다. 받으신 확인서는 더 이상 유효하지 않습니다. 사실과 다르면 바로 알려 주십시오.',
    en: 'We have cancelled your extension for the reason below. Your confirmation letter is no longer valid. If this is not right, tell us straight away.',
  },
};

/** What the mails about a place of a round say. */
export const seatMailWordsOf = wordsByRound<SeatMailWords>(seatMailWords, {
  residency: ofResidency,
  extension: ofExtension,
});

/** From when on another term runs, which is another day for each startup. */
export const nextTermText: Text = {
  ko: '지금 협약이 끝난 다음 날부터',
  en: 'from the day after your present contract ends',
};

import { type Said, wordsByRound } from '../../rounds/what-is-taken.ts';
import type { Text } from '../../shared/i18n.ts';

const words = {
  title: { ko: '선발되셨습니다', en: 'You have been selected' },
  lead: {
    ko: '축하드립니다. 아래 내용을 읽고 참여 여부를 알려 주십시오.',
    en: 'Congratulations. Read the details below and tell us if you accept your place.',
  },
  by: { ko: '답변 기한:', en: 'Please answer by' },
  round: { ko: '과정', en: 'Course' },
  firstDay: { ko: '첫 수업일', en: 'First day' },
  days: { ko: '시간', en: 'Days and times' },
  sites: { ko: '장소', en: 'Where' },
  follows: { ko: '답변에 따른 안내', en: 'What happens after you answer' },
  ifAccept: { ko: '참여하시면', en: 'If you accept' },
  ifAcceptText: {
    ko: '참여가 확정되고, 확인서(PDF)와 일정 파일을 받으실 수 있습니다. 그 뒤에 사정이 바뀌면 지원 현황에서 참여를 취소하실 수 있습니다.',
    en: 'Your place is confirmed, and you get a confirmation letter (PDF) and a calendar file. If you cannot take part after all, you can give up your place on the page of your application.',
  },
  ifDecline: { ko: '참여하지 않으시면', en: 'If you decline' },
  ifDeclineText: {
    ko: '대기자가 있으면 다음 순번 대기자에게 기회가 돌아가며, 되돌릴 수 없습니다. 다음 모집의 심사에는 영향을 주지 않습니다.',
    en: 'Your place goes to the next person on the waiting list, if there is one. This cannot be undone. It does not affect future applications.',
  },
  ifSilent: { ko: '기한까지 답하지 않으시면', en: 'If you do not answer' },
  ifSilentText: {
    ko: '참여하실 수 없으며, 대기자가 있으면 다음 순번 대기자에게 기회가 돌아갑니다.',
    en: 'We can no longer keep your place. It goes to the next person on the waiting list, if there is one.',
  },
  needed: { ko: '참여하시려면', en: 'To accept your place' },
  accept: { ko: '참여하기', en: 'Accept your place' },
  decline: { ko: '참여하지 않기', en: 'Decline your place' },
  declineTitle: { ko: '참여하지 않으시겠습니까?', en: 'Do you want to decline your place?' },
  declineYes: { ko: '참여하지 않습니다', en: 'Yes, decline my place' },
  back: { ko: '참여 여부를 다시 정하기', en: 'No, go back' },
} as const satisfies Record<string, Text>;

type OfferWords = Said<typeof words>;

/** A place in the Lab: nobody goes to classes. */
const ofResidency: Partial<OfferWords> = {
  round: { ko: '모집', en: 'Round' },
  firstDay: { ko: '입주 시작일', en: 'First day' },
  ifAcceptText: {
    ko: '입주가 정해지고 확인서(PDF)를 받으실 수 있습니다. 입주하시기 전에 서류를 보내고 협약서에 서명하시게 됩니다. 사정이 바뀌면 지원 현황에서 취소하실 수 있습니다.',
    en: 'The place is yours, and you get a confirmation letter (PDF). Before you move in, you send documents and sign the agreement. If you cannot come after all, you can give up your place on the page of your application.',
  },
};

/** Another term of somebody who is in the Lab. */
const ofExtension: Partial<OfferWords> = {
  title: { ko: '입주를 연장하실 수 있습니다', en: 'You can stay on in the Lab' },
  lead: {
    ko: '축하드립니다. 아래 내용을 읽고 연장 여부를 알려 주십시오.',
    en: 'Congratulations. Read the details below and tell us if you accept the extension.',
  },
  round: { ko: '연장 심사', en: 'Extension' },
  firstDay: { ko: '다음 기간', en: 'Next term' },
  ifAccept: { ko: '연장하시면', en: 'If you accept' },
  ifAcceptText: {
    ko: '새 협약서에 서명해 달라는 이메일을 보내 드립니다. 양쪽이 모두 서명하면 연장되며, 지금 쓰시는 공간은 그대로 쓰십니다. 서명하시기 전에는 지원 현황에서 취소하실 수 있습니다.',
    en: 'We email you a new agreement to sign. You are extended once both sides have signed, and you keep the space that you have. Until you sign you can withdraw on the page of your application.',
  },
  ifDecline: { ko: '연장하지 않으시면', en: 'If you decline' },
  ifDeclineText: {
    ko: '입주는 지금 협약의 마지막 날에 끝나며, 되돌릴 수 없습니다.',
    en: 'Your residency ends on the last day of your present contract. This cannot be undone.',
  },
  ifSilentText: {
    ko: '연장하지 않으시는 것으로 보며, 입주는 지금 협약의 마지막 날에 끝납니다.',
    en: 'You are not extended, and your residency ends on the last day of your present contract.',
  },
  needed: { ko: '연장하시려면', en: 'To accept the extension' },
  accept: { ko: '연장하기', en: 'Accept the extension' },
  decline: { ko: '연장하지 않기', en: 'Decline the extension' },
  declineTitle: { ko: '연장하지 않으시겠습니까?', en: 'Do you want to decline the extension?' },
  declineYes: { ko: '연장하지 않습니다', en: 'Yes, decline it' },
  back: { ko: '연장 여부를 다시 정하기', en: 'No, go back' },
};

/** What the page of an offer says. */
export const offerWordsOf = wordsByRound<OfferWords>(words, { residency: ofResidency, extension: ofExtension });

const closedWords = {
  accepted: { ko: '참여가 확정되었습니다', en: 'You have accepted your place' },
  acceptedText: {
    ko: '첫 수업일에 뵙겠습니다. 일정 파일은 이메일로 보내 드렸습니다. 확인서와 지원 현황은 아래에서 보실 수 있으며, 이 브라우저에서 열리지 않으면 이메일의 링크로 여십시오. 사정이 바뀌면 지원 현황에서 참여를 취소하실 수 있습니다.',
    en: 'We look forward to seeing you on the first day. We have emailed you a calendar file. You can open your confirmation letter and your application below. If they do not open in this browser, use the link in the email. If you cannot take part after all, give up your place on the page of your application.',
  },
  letter: { ko: '확인서 받기 (PDF)', en: 'Get your confirmation letter (PDF)' },
  status: { ko: '지원 현황 보기', en: 'See your application' },
  givenBack: {
    ko: '그 뒤에 참여를 취소하셨습니다.',
    en: 'You have since given up your place.',
  },
  declined: { ko: '참여하지 않겠다고 답하셨습니다', en: 'You have declined your place' },
  declinedText: {
    ko: '알려 주셔서 감사합니다. 대기자가 있으면 다음 순번 대기자에게 기회가 돌아가며, 되돌릴 수 없습니다. 다음 모집에 다시 지원하실 수 있습니다.',
    en: 'Thank you for telling us. Your place goes to the next person on the waiting list, if there is one. This cannot be undone. You are welcome to apply again in the next round.',
  },
  lapsed: { ko: '답변 기한이 지났습니다', en: 'The deadline to answer has passed' },
  lapsedText: {
    ko: '기한까지 답변을 받지 못하여 이번 모집에는 참여하실 수 없게 되었습니다. 다음 모집에 다시 지원하실 수 있습니다.',
    en: 'You did not answer in time, so we can no longer keep your place. You are welcome to apply again in the next round.',
  },
  withdrawn: { ko: '지원을 취소하셨습니다', en: 'You have withdrawn your application' },
  withdrawnText: {
    ko: '지원을 취소하셔서 참여 여부를 답하실 필요가 없습니다.',
    en: 'The offer of a place has ended with it. You do not need to do anything.',
  },
  cancelled: { ko: '모집이 취소되었습니다', en: 'This round has been cancelled' },
  cancelledText: {
    ko: '모집이 취소되어 과정을 열지 않습니다. 이유는 이메일로 알려 드렸습니다.',
    en: 'The place that we offered you is cancelled too. We have emailed you the reason.',
  },
  gone: { ko: '더 이상 답하실 수 없는 안내입니다', en: 'This offer is no longer open' },
  goneText: {
    ko: '지금 상태는 가장 최근에 받으신 이메일의 링크로 지원 현황을 열어 확인해 주십시오.',
    en: 'Use the link in our latest email to see where your application stands.',
  },
  reference: { ko: '접수 번호', en: 'Reference number' },
  at: { ko: '일시', en: 'When' },
} as const satisfies Record<string, Text>;

export type ClosedOfferWords = Said<typeof closedWords>;

/** A place in the Lab: nobody goes to classes. */
const closedOfResidency: Partial<ClosedOfferWords> = {
  acceptedText: {
    ko: '입주하시기 전에 하실 일은 따로 이메일로 알려 드립니다. 확인서와 지원 현황은 아래에서 보실 수 있으며, 이 브라우저에서 열리지 않으면 이메일의 링크로 여십시오. 사정이 바뀌면 지원 현황에서 참여를 취소하실 수 있습니다.',
    en: 'We email you what is to be done before you move in. You can open your confirmation letter and your application below. If they do not open in this browser, use the link in the email. If you cannot come after all, give up your place on the page of your application.',
  },
  cancelledText: {
    ko: '모집이 취소되어 입주하실 수 없게 되었습니다. 이유는 이메일로 알려 드렸습니다.',
    en: 'The place that we offered you is cancelled too. We have emailed you the reason.',
  },
};

/** Another term of somebody who is in the Lab. */
const closedOfExtension: Partial<ClosedOfferWords> = {
  accepted: { ko: '연장하시겠다고 답하셨습니다', en: 'You have accepted the extension' },
  acceptedText: {
    ko: '새 협약서에 서명해 달라는 이메일을 보내 드립니다. 양쪽이 모두 서명하면 연장됩니다. 확인서와 지원 현황은 아래에서 보실 수 있으며, 이 브라우저에서 열리지 않으면 이메일의 링크로 여십시오.',
    en: 'We email you a new agreement to sign. You are extended once both sides have signed. You can open your confirmation letter and your application below. If they do not open in this browser, use the link in the email.',
  },
  givenBack: { ko: '그 뒤에 연장을 취소하셨습니다.', en: 'You have since withdrawn from the extension.' },
  declined: { ko: '연장하지 않겠다고 답하셨습니다', en: 'You have declined the extension' },
  declinedText: {
    ko: '알려 주셔서 감사합니다. 입주는 지금 협약의 마지막 날에 끝나며, 되돌릴 수 없습니다.',
    en: 'Thank you for telling us. Your residency ends on the last day of your present contract. This cannot be undone.',
  },
  lapsedText: {
    ko: '기한까지 답변을 받지 못하여 연장하지 않으시는 것으로 기록했습니다. 입주는 지금 협약의 마지막 날에 끝납니다. 사정이 있었으면 문의처로 바로 연락해 주십시오.',
    en: 'You did not answer in time, so you are not extended. Your residency ends on the last day of your present contract. If something kept you from answering, contact us straight away.',
  },
  withdrawnText: {
    ko: '신청을 취소하셔서 연장 여부를 답하실 필요가 없습니다.',
    en: 'The offer of an extension has ended with it. You do not need to do anything.',
  },
  cancelledText: {
    ko: '연장 심사가 취소되었습니다. 이유와 이어질 일은 이메일로 알려 드립니다.',
    en: 'The offer of an extension is cancelled too. We email you the reason, and what follows.',
  },
};

/** What is said of an offer that is over. */
export const closedOfferWordsOf = wordsByRound<ClosedOfferWords>(closedWords, {
  residency: closedOfResidency,
  extension: closedOfExtension,
});

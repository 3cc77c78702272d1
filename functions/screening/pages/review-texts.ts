import type { Text } from '../../shared/i18n.ts';
import type { ReviewState } from '../review.ts';

/** What a reviewer knows an application by. */
export const applicationLabel = (label: number): Text => ({ ko: `지원서 ${label}`, en: `Application ${label}` });

export const reviewWords = {
  list: { ko: '심사 목록', en: 'Your reviews' },
  listLead: {
    ko: '지원서마다 따로 저장하고 보낼 수 있습니다. 링크를 여는 것만으로는 아무것도 바뀌지 않습니다.',
    en: 'You save and send them one by one. Opening the link changes nothing.',
  },
  toDo: { ko: '남은 심사', en: 'To do' },
  over: { ko: '끝난 심사', en: 'Done' },
  nothingToDo: { ko: '남은 심사가 없습니다. 감사합니다.', en: 'Nothing is left to do. Thank you.' },
  due: { ko: '기한', en: 'Due' },
  open: { ko: '열기', en: 'Open' },
  begun: { ko: '저장함, 아직 보내지 않음', en: 'Saved, not sent yet' },
  answers: { ko: '지원 내용', en: 'The application' },
  maskedNote: {
    ko: '지원자가 누구인지 알려 주는 내용은 알아낼 수 있는 만큼 ‘[가림]’으로 바꾸어 보여 드립니다. 가려지지 않은 것이 있으면 점수에 반영하지 마시고 아래 문의처로 알려 주십시오.',
    en: 'What tells who applied is shown as “[masked]”, as far as it was recognised. If something was missed, please leave it out of your scores and tell us at the address below.',
  },
  erased: { ko: '이 지원서의 내용은 파기되었습니다.', en: 'This application has been erased.' },
  rubric: { ko: '평가', en: 'Your review' },
  rubricLead: {
    ko: '기준마다 1점에서 5점까지 골라 주십시오. 2점과 4점은 그 사이입니다.',
    en: 'Give each criterion a score from 1 to 5; 2 and 4 lie in between.',
  },
  comment: { ko: '선발위원회에 전할 의견', en: 'For the committee' },
  commentHint: {
    ko: '선발위원회가 보며, 지원자가 결과를 다시 살펴봐 달라고 하면 그 요청을 맡은 담당자도 봅니다. 지원자를 알아볼 수 있는 내용은 적지 말아 주십시오.',
    en: 'The committee reads it and, where an applicant asks for a result to be looked at again, so does the officer who does that. Please write nothing by which the applicant could be recognised.',
  },
  save: { ko: '저장하기', en: 'Save' },
  send: { ko: '심사 보내기', en: 'Send the review' },
  amend: { ko: '고친 심사 보내기', en: 'Send the changes' },
  savedAt: { ko: '마지막으로 저장한 때', en: 'Last saved' },
  notSaved: { ko: '아직 저장하지 않음', en: 'Not saved yet' },
  sentTitle: { ko: '심사를 보내셨습니다', en: 'You have sent this review' },
  sentText: {
    ko: '순위를 정하기 전까지는 아래에서 고쳐 다시 보낼 수 있습니다.',
    en: 'Until the applications are ranked you can change it below and send it again.',
  },
  sentAt: { ko: '보낸 때', en: 'Sent' },
  back: { ko: '심사 목록으로', en: 'Back to your reviews' },
  nextUp: { ko: '다음 심사 열기', en: 'Open the next review' },
  cannot: { ko: '심사할 수 없다면', en: 'If you cannot review it' },
  conflictText: {
    ko: '지원자를 알아보았거나 이해관계가 있으면 알려 주십시오. 이유는 묻지 않으며, 곧바로 다른 심사위원께 부탁드립니다.',
    en: 'Tell us if you recognise the applicant or have an interest. We ask for no reason, and another reviewer is asked at once.',
  },
  conflict: { ko: '이해관계가 있습니다', en: 'I have a conflict of interest' },
  conflictSure: { ko: '이해관계가 있어 회피하시겠습니까?', en: 'Declare a conflict of interest?' },
  conflictLead: {
    ko: '되돌릴 수 없으며, 곧바로 다른 심사위원께 부탁드립니다. 이유는 묻지 않습니다.',
    en: 'It cannot be taken back, and another reviewer is asked at once. We ask for no reason.',
  },
  conflictYes: { ko: '이해관계가 있어 회피하기', en: 'Declare the conflict' },
  applicationTerm: { ko: '지원서', en: 'Application' },
  declineText: {
    ko: '그 밖의 이유로 심사할 수 없으면 이유를 적어 사양하실 수 있습니다.',
    en: 'For any other reason you can decline it and say why.',
  },
  decline: { ko: '심사 사양하기', en: 'Decline this review' },
  declineLead: {
    ko: '사양하시면 되돌릴 수 없으며, 곧바로 다른 심사위원께 부탁드립니다.',
    en: 'This cannot be undone. Another reviewer is asked at once.',
  },
  reason: { ko: '사양하는 이유', en: 'Why you decline' },
  reasonMissing: { ko: '사양하는 이유를 입력해 주십시오.', en: 'Say why you decline.' },
  scoreMissing: { ko: '점수를 골라 주십시오.', en: 'choose a score.' },
  share: { ko: '비중', en: 'Weight' },
  frozen: { ko: '보내신 심사는 더 고칠 수 없습니다', en: 'This review can no longer be changed' },
  frozenText: {
    ko: '심사가 끝나 순위를 정하는 단계로 넘어갔습니다. 보내신 점수는 아래와 같습니다.',
    en: 'The reviews are closed and the applications are being ranked. These are the scores that you sent.',
  },
  notKept: { ko: '입력하신 내용은 저장되지 않았습니다', en: 'What you typed was not kept' },
  notKeptText: {
    ko: '보내시기 전에 이 심사가 끝났습니다. 필요하시면 아래 내용을 따로 남겨 두십시오.',
    en: 'The review had ended before you sent it. Copy it from here if you want to keep it.',
  },
  noComment: { ko: '의견 없음', en: 'None' },
  revoked: { ko: '새 링크가 있습니다', en: 'There is a newer link' },
  revokedText: {
    ko: '이 링크는 더 이상 쓸 수 없습니다. 가장 최근에 받은 메일의 링크로 열어 주십시오.',
    en: 'This one no longer works. Please use the link in the latest mail.',
  },
  left: { ko: '심사위원 명단에 계시지 않습니다', en: 'You are no longer a reviewer' },
  leftText: {
    ko: '심사위원 명단에서 빠져, 이 링크로는 지원서와 심사를 볼 수 없습니다. 보내지 않으신 심사는 다른 심사위원께 부탁드리므로 하실 일은 없습니다. 잘못된 것 같으면 메일을 보낸 기관에 알려 주십시오.',
    en: 'You have been taken off the list of reviewers, so this link no longer shows applications or reviews. What you had not sent goes to other reviewers; there is nothing you need to do. If this is a mistake, tell whoever sent you the link.',
  },
  notYours: { ko: '이 심사는 열 수 없습니다', en: 'This review does not open here' },
  notYoursText: {
    ko: '주소가 잘못되었거나 다른 분께 부탁드린 심사입니다. 맡으신 심사는 목록에서 열어 주십시오.',
    en: 'The address is wrong, or somebody else was asked. Open your own reviews from the list.',
  },
} as const satisfies Record<string, Text>;

/** What a review is said to be on the list. */
export const stateWords: Readonly<Record<ReviewState, Text>> = {
  OPEN: { ko: '아직 보내지 않음', en: 'Not sent yet' },
  SENT: { ko: '보냄', en: 'Sent' },
  CONFLICT: { ko: '이해관계를 알림', en: 'Conflict declared' },
  DECLINED: { ko: '사양함', en: 'Declined' },
  MISSED: { ko: '기한이 지남', en: 'Past its due time' },
  UNASSIGNED: { ko: '다른 심사위원께 부탁드림', en: 'With another reviewer' },
  CANCELLED: { ko: '심사가 필요 없게 됨', en: 'No longer needed' },
};

/** The page of a review that ended without being sent. */
export const endWords: Readonly<
  Record<Exclude<ReviewState, 'OPEN' | 'SENT'>, { readonly title: Text; readonly text: Text }>
> = {
  CONFLICT: {
    title: { ko: '이해관계가 있다고 알려 주셨습니다', en: 'You have declared a conflict of interest' },
    text: {
      ko: '다른 심사위원께 부탁드립니다. 이 지원서로 더 하실 일은 없습니다.',
      en: 'Another reviewer is being asked. There is nothing more for you to do about it.',
    },
  },
  DECLINED: {
    title: { ko: '심사를 사양하셨습니다', en: 'You have declined this review' },
    text: {
      ko: '다른 심사위원께 부탁드립니다. 이 지원서로 더 하실 일은 없습니다.',
      en: 'Another reviewer is being asked. There is nothing more for you to do about it.',
    },
  },
  MISSED: {
    title: { ko: '심사 기한이 지났습니다', en: 'The time for this review has passed' },
    text: {
      ko: '기한까지 받지 못해 다른 심사위원께 부탁드렸습니다. 하실 일은 없습니다.',
      en: 'It was due, and another reviewer has been asked. There is nothing you need to do.',
    },
  },
  UNASSIGNED: {
    title: { ko: '다른 심사위원께 부탁드린 심사입니다', en: 'This review has gone to somebody else' },
    text: {
      ko: '기한까지 자리를 비우시거나 심사위원 명단 또는 소속이 바뀌어 다른 심사위원께 부탁드렸습니다. 이 지원서로 더 하실 일은 없습니다.',
      en: 'You are away until it is due, or the list of reviewers or what it says of you has changed, so somebody else has been asked. There is nothing more for you to do about it.',
    },
  },
  CANCELLED: {
    title: { ko: '이 심사는 필요 없게 되었습니다', en: 'This review is no longer needed' },
    text: {
      ko: '지원이 취소되었거나 모집이 중단되었습니다. 하실 일은 없습니다.',
      en: 'The application was withdrawn or the round cancelled. There is nothing you need to do.',
    },
  },
};

/** How many of how many. */
export const progressText = (sent: number, of: number): Text => ({
  ko: `${of}건 가운데 ${sent}건을 보내셨습니다.`,
  en: `You have sent ${sent} of ${of}.`,
});

import type { Text } from '../../shared/i18n.ts';
import type { ReviewState } from '../review.ts';

/** What a reviewer knows an application by. */
export const applicationLabel = (label: number): Text => ({ ko: `지원서 ${label}`, en: `Application ${label}` });

export const reviewWords = {
  list: { ko: '심사 목록', en: 'Your reviews' },
  listLead: {
    ko: '지원서마다 따로 저장하고 제출하실 수 있습니다. 링크를 여는 것만으로는 아무것도 바뀌지 않습니다.',
    en: 'You can save and send them one by one. Opening the link does not change anything.',
  },
  toDo: { ko: '남은 심사', en: 'To do' },
  over: { ko: '끝난 심사', en: 'Done' },
  nothingToDo: { ko: '남은 심사가 없습니다. 감사합니다.', en: 'You have no reviews left to do. Thank you.' },
  due: { ko: '기한', en: 'Due' },
  open: { ko: '열기', en: 'Open' },
  begun: { ko: '저장함, 아직 제출하지 않음', en: 'Saved, not sent yet' },
  answers: { ko: '지원서', en: 'Application' },
  maskedNote: {
    ko: '지원자를 알아볼 수 있는 내용은 자동으로 찾아 ‘[가림]’으로 표시합니다. 가려지지 않은 내용이 있으면 점수에 반영하지 마시고 아래 버튼으로 알려 주십시오.',
    en: 'We look for anything that shows who applied and replace it with “[masked]”. If we have missed something, do not let it affect your scores, and tell us with the button below.',
  },
  nameSeen: { ko: '가려지지 않은 내용 알리기', en: 'Report something that is not masked' },
  nameReported: {
    ko: '가려지지 않은 내용이 있다고 담당자에게 알렸습니다. 심사는 계속하실 수 있습니다.',
    en: 'We have told our team that something is not masked. You can continue the review.',
  },
  erased: { ko: '이 지원서의 내용은 파기되었습니다.', en: 'This application has been erased.' },
  rubric: { ko: '심사', en: 'Your review' },
  rubricLead: {
    ko: '심사 기준마다 1점에서 5점까지 선택해 주십시오. 2점과 4점은 그 사이에 해당합니다.',
    en: 'Score each criterion from 1 to 5. Use 2 and 4 for what lies in between.',
  },
  comment: { ko: '선발위원회에 전할 의견', en: 'Comment for the committee' },
  commentHint: {
    ko: '선발위원회가 보며, 지원자가 재검토를 요청하면 담당자도 봅니다. 지원자를 알아볼 수 있는 내용은 적지 말아 주십시오.',
    en: 'The committee reads it. If the applicant asks us to look again, the officer reads it too. Do not write anything that shows who the applicant is.',
  },
  save: { ko: '저장하기', en: 'Save' },
  send: { ko: '심사 제출하기', en: 'Send the review' },
  amend: { ko: '수정한 심사 제출하기', en: 'Send the changes' },
  savedAt: { ko: '마지막으로 저장한 때', en: 'Last saved' },
  notSaved: { ko: '아직 저장하지 않음', en: 'Not saved yet' },
  sentTitle: { ko: '심사를 제출하셨습니다', en: 'You have sent this review' },
  sentText: {
    ko: '순위를 정하기 전까지는 아래에서 수정하여 다시 제출하실 수 있습니다.',
    en: 'Until the applications are ranked, you can change it below and send it again.',
  },
  sentAt: { ko: '제출한 때', en: 'Sent' },
  back: { ko: '심사 목록으로 돌아가기', en: 'Back to your reviews' },
  nextUp: { ko: '다음 심사 열기', en: 'Open the next review' },
  cannot: { ko: '심사할 수 없다면', en: 'If you cannot review it' },
  conflictText: {
    ko: '지원자를 알아보셨거나 이해관계가 있으면 알려 주십시오. 이유는 여쭙지 않으며, 바로 다른 심사위원께 부탁드립니다.',
    en: 'Tell us if you recognise the applicant or have a conflict of interest. We do not ask for a reason, and we ask another reviewer straight away.',
  },
  conflict: { ko: '이해관계가 있어 회피하기', en: 'Declare a conflict of interest' },
  conflictSure: { ko: '이해관계가 있어 회피하시겠습니까?', en: 'Declare a conflict of interest?' },
  conflictLead: {
    ko: '바로 다른 심사위원께 부탁드리며, 되돌릴 수 없습니다. 이유는 여쭙지 않습니다.',
    en: 'We ask another reviewer straight away, and you cannot undo this. We do not ask for a reason.',
  },
  conflictYes: { ko: '이해관계가 있어 회피하기', en: 'Declare the conflict' },
  applicationTerm: { ko: '지원서', en: 'Application' },
  declineText: {
    ko: '그 밖의 이유로 심사하실 수 없으면 이유를 적어 알려 주십시오.',
    en: 'If you cannot review it for another reason, you can decline it and tell us why.',
  },
  decline: { ko: '이 심사 맡지 않기', en: 'Decline this review' },
  declineLead: {
    ko: '바로 다른 심사위원께 부탁드리며, 되돌릴 수 없습니다.',
    en: 'We ask another reviewer straight away, and you cannot undo this.',
  },
  reason: { ko: '맡지 않는 이유', en: 'Reason for declining' },
  reasonMissing: { ko: '맡지 않는 이유를 입력해 주십시오.', en: 'Enter the reason for declining.' },
  scoreMissing: { ko: '점수를 선택해 주십시오.', en: 'choose a score.' },
  share: { ko: '비중', en: 'Weight' },
  frozen: { ko: '제출하신 심사는 더 수정하실 수 없습니다', en: 'This review can no longer be changed' },
  frozenText: {
    ko: '심사가 끝나 순위를 정하는 단계로 넘어갔습니다. 제출하신 점수는 아래와 같습니다.',
    en: 'The reviews are closed and the applications are being ranked. These are the scores that you sent.',
  },
  endedBefore: {
    ko: '제출하시기 전에 이 심사가 끝났습니다.',
    en: 'The review had ended before you sent it.',
  },
  noComment: { ko: '의견 없음', en: 'None' },
  revoked: { ko: '새 링크가 있습니다', en: 'There is a newer link' },
  revokedText: {
    ko: '이 링크는 더 이상 사용하실 수 없습니다. 가장 최근에 받으신 이메일의 링크로 열어 주십시오.',
    en: 'This one no longer works. Use the link in the latest email.',
  },
  left: { ko: '심사위원 명단에서 제외되셨습니다', en: 'You are no longer a reviewer' },
  leftText: {
    ko: '심사위원 명단이 바뀌어, 이 링크로는 지원서와 심사를 보실 수 없습니다. 제출하지 않으신 심사는 다른 심사위원께 부탁드리므로 하실 일은 없습니다. 잘못된 것 같으면 서울 핀테크 아카데미에 알려 주십시오.',
    en: 'The list of reviewers has changed, so this link no longer shows applications or reviews. Reviews that you have not sent go to other reviewers. You do not need to do anything. If this is a mistake, tell Seoul Fintech Academy.',
  },
  notYours: { ko: '이 심사는 열 수 없습니다', en: 'You cannot open this review' },
  notYoursText: {
    ko: '주소가 잘못되었거나 다른 심사위원께 부탁드린 심사입니다. 맡으신 심사는 심사 목록에서 열어 주십시오.',
    en: 'The address is wrong, or we have asked somebody else. Open your own reviews from the list.',
  },
} as const satisfies Record<string, Text>;

/** What a review is said to be on the list. */
export const stateWords: Readonly<Record<ReviewState, Text>> = {
  OPEN: { ko: '아직 제출하지 않음', en: 'Not sent yet' },
  SENT: { ko: '제출함', en: 'Sent' },
  CONFLICT: { ko: '이해관계가 있어 회피함', en: 'Conflict declared' },
  DECLINED: { ko: '맡지 않음', en: 'Declined' },
  MISSED: { ko: '기한이 지남', en: 'Overdue' },
  UNASSIGNED: { ko: '다른 심사위원께 부탁드림', en: 'With another reviewer' },
  CANCELLED: { ko: '더 이상 필요하지 않음', en: 'No longer needed' },
};

/** The page of a review that ended without being sent. */
export const endWords: Readonly<
  Record<Exclude<ReviewState, 'OPEN' | 'SENT'>, { readonly title: Text; readonly text: Text }>
> = {
  CONFLICT: {
    title: { ko: '이해관계가 있어 심사를 회피하셨습니다', en: 'You have declared a conflict of interest' },
    text: {
      ko: '알려 주셔서 감사합니다. 다른 심사위원께 부탁드리며, 이 지원서에 대해 더 하실 일은 없습니다.',
      en: 'Thank you for telling us. We ask another reviewer, and you do not need to do anything more.',
    },
  },
  DECLINED: {
    title: { ko: '이 심사를 맡지 않기로 하셨습니다', en: 'You have declined this review' },
    text: {
      ko: '알려 주셔서 감사합니다. 다른 심사위원께 부탁드리며, 이 지원서에 대해 더 하실 일은 없습니다.',
      en: 'Thank you for telling us. We ask another reviewer, and you do not need to do anything more.',
    },
  },
  MISSED: {
    title: { ko: '심사 기한이 지났습니다', en: 'This review is overdue' },
    text: {
      ko: '기한까지 심사를 받지 못하여 다른 심사위원께 부탁드렸습니다. 하실 일은 없습니다.',
      en: 'We did not get it in time and have asked another reviewer. You do not need to do anything.',
    },
  },
  UNASSIGNED: {
    title: { ko: '다른 심사위원께 부탁드린 심사입니다', en: 'Another reviewer now has this review' },
    text: {
      ko: '기한까지 부재중이시거나 심사위원 명단 또는 소속이 바뀌어 다른 심사위원께 부탁드렸습니다. 이 지원서에 대해 더 하실 일은 없습니다.',
      en: 'You are away until the deadline, or the list of reviewers or your affiliation has changed, so we have asked somebody else. You do not need to do anything more.',
    },
  },
  CANCELLED: {
    title: { ko: '더 이상 필요하지 않은 심사입니다', en: 'This review is no longer needed' },
    text: {
      ko: '지원 또는 모집이 취소되었습니다. 하실 일은 없습니다.',
      en: 'The application was withdrawn or the round was cancelled. You do not need to do anything.',
    },
  },
};

/** How many of how many. */
export const progressText = (sent: number, of: number): Text => ({
  ko: `${of}건 가운데 ${sent}건을 제출하셨습니다.`,
  en: `You have sent ${sent} of ${of}.`,
});

import { type Said, type Taken, wordsByRound } from '../../rounds/what-is-taken.ts';
import type { Text } from '../../shared/i18n.ts';
import type { PlaceResult } from '../place-result.ts';

/** A seat that is theirs, offered, or about to be. */
export const isGoodNews = ({ place, position }: PlaceResult): boolean =>
  place.state === 'OFFERED' || place.state === 'ACCEPTED' || (place.state === 'WAITING' && !position);

/** What became of an application once the results are out. */
const resultWords = {
  selected: { ko: '선발되셨습니다', en: 'You have been selected' },
  waiting: { ko: '대기자로 등록되어 있습니다', en: 'You are on the waiting list' },
  listEnded: { ko: '대기가 마감되었습니다', en: 'The waiting list has closed' },
  offered: {
    ko: '선발되셨습니다. 참여 여부를 알려 주십시오',
    en: 'You have been selected: tell us if you accept your place',
  },
  accepted: { ko: '참여가 확정되었습니다', en: 'Your place is confirmed' },
  declined: { ko: '참여하지 않겠다고 답하셨습니다', en: 'You have declined your place' },
  lapsed: {
    ko: '답변 기한이 지나 참여하실 수 없게 되었습니다',
    en: 'The deadline to answer has passed, and we can no longer keep your place',
  },
  notSelected: { ko: '이번 모집에서는 선발되지 못하셨습니다', en: 'You have not been selected in this round' },
  ended: {
    ko: '대기 순번이 오지 않아 선발되지 못하셨습니다',
    en: 'The waiting list has closed, and we could not offer you a place',
  },
  left: { ko: '이번 모집에서는 더 진행하지 않습니다', en: 'You no longer take part in this round' },
} as const satisfies Record<string, Text>;

const placeWords = {
  selectedText: {
    ko: '참여 여부를 여쭙는 이메일을 곧 보내 드립니다. 그 이메일의 링크에서 기한까지 답해 주십시오.',
    en: 'We are about to email you. Use the link in the email to tell us by its deadline if you accept your place.',
  },
  numberNow: { ko: '지금 대기 순번', en: 'Your number now' },
  numberBegan: { ko: '처음 대기 순번', en: 'Your number at first' },
  until: { ko: '대기 마감', en: 'The waiting list closes' },
  waitingText: {
    ko: '빈자리가 나면 순번대로 이메일로 연락드립니다. 앞 순번인 분이 선발되거나 지원을 취소하시면 순번이 당겨지고, 재검토 결과 앞 순번으로 들어온 분이 있으면 순번이 밀립니다.',
    en: 'When a place becomes free, we email the next person on the list. Your number moves forward when somebody before you gets a place or withdraws, and back when we look at a result again and put somebody before you.',
  },
  quotaText: {
    ko: '별도 선발 인원에서 빈자리가 나면 그 대상인 분 가운데 순번이 가장 빠른 분께 먼저 연락드립니다.',
    en: 'A reserved place goes first to the first person on the list for whom it is reserved.',
  },
  listEndedText: {
    ko: '대기 순번에 따른 선발을 마쳤습니다. 모든 절차가 끝나는 대로 이메일로 알려 드립니다.',
    en: 'We no longer offer places to people on the waiting list. We will email you when everything is final.',
  },
  offeredText: {
    ko: '답하실 수 있는 링크를 이메일로 보내 드렸습니다. 기한까지 답하지 않으시면 참여하실 수 없으며, 대기자가 있으면 다음 순번 대기자에게 기회가 돌아갑니다.',
    en: 'We have emailed you the link to answer. If you do not answer by then, we can no longer keep your place. It goes to the next person on the waiting list, if there is one.',
  },
  answerBy: { ko: '답변 기한:', en: 'Please answer by' },
  offerAgain: { ko: '답변 링크 다시 받기', en: 'Email me the link again' },
  acceptedText: {
    ko: '사정이 바뀌어 참여하실 수 없게 되면 아래에서 바로 참여를 취소해 주십시오. 대기자가 있으면 다음 순번 대기자에게 기회가 돌아갑니다.',
    en: 'If you cannot take part after all, give up your place below straight away, so that somebody on the waiting list can have it.',
  },
  letter: { ko: '확인서 받기 (PDF)', en: 'Get your confirmation letter (PDF)' },
  calendar: { ko: '일정 파일 받기', en: 'Get the calendar file' },
  why: { ko: '결과와 이유 보기', en: 'See your result and the reasons' },
  again: {
    ko: '결과에 잘못된 점이 있다고 생각하시면 재검토를 요청하실 수 있습니다.',
    en: 'If you think that the result is wrong, you can ask us to look again.',
  },
  againUntil: { ko: '요청 기한:', en: 'You can ask until' },
  asked: {
    ko: '재검토를 요청하셨습니다. 진행 상황은 결과 화면에서 보실 수 있습니다.',
    en: 'You have asked us to look again. You can follow it on the page of your result.',
  },
  nextRound: {
    ko: '다음 모집에 다시 지원하실 수 있습니다.',
    en: 'You are welcome to apply again in the next round.',
  },
  giveUpText: {
    ko: '취소하시면 과정에 참여하실 수 없고, 받으신 확인서는 효력을 잃습니다. 대기자가 있으면 다음 순번 대기자에게 기회가 돌아가며, 되돌릴 수 없습니다.',
    en: 'You give up your place, and your confirmation letter is no longer valid. Your place goes to the next person on the waiting list, if there is one. This cannot be undone.',
  },
} as const satisfies Record<string, Text>;

type PlaceWords = Said<typeof placeWords>;
type ResultWords = Said<typeof resultWords>;

/** A place in the Lab: nobody goes to classes. */
const ofResidency: Partial<PlaceWords> = {
  giveUpText: {
    ko: '취소하시면 입주하실 수 없고, 받으신 확인서는 효력을 잃습니다. 대기 기업이 있으면 다음 순번에 기회가 돌아가며, 되돌릴 수 없습니다.',
    en: 'You give up your place in the Lab, and your confirmation letter is no longer valid. Your place goes to the next on the waiting list, if there is one. This cannot be undone.',
  },
};

const endsAsItIs: Text = {
  ko: '입주는 지금 협약의 마지막 날까지 그대로이며, 그날 끝납니다.',
  en: 'Your residency goes on as it is, and ends on the last day of your present contract.',
};

/** Another term of somebody who is in the Lab. */
const ofExtension: Partial<PlaceWords> = {
  selectedText: {
    ko: '연장 여부를 여쭙는 이메일을 곧 보내 드립니다. 그 이메일의 링크에서 기한까지 답해 주십시오.',
    en: 'We are about to email you. Use the link in the email to tell us by its deadline if you accept the extension.',
  },
  offeredText: {
    ko: '답하실 수 있는 링크를 이메일로 보내 드렸습니다. 기한까지 답하지 않으시면 연장하지 않으시는 것으로 보며, 입주는 지금 협약의 마지막 날에 끝납니다.',
    en: 'We have emailed you the link to answer. If you do not answer by then, you are not extended, and your residency ends on the last day of your present contract.',
  },
  acceptedText: {
    ko: '양쪽이 새 협약서에 서명하면 연장됩니다. 서명을 여쭙는 이메일을 확인해 주십시오. 사정이 바뀌면 서명하시기 전에 아래에서 취소해 주십시오.',
    en: 'You are extended once both sides have signed the new agreement. Look for our email that asks you to sign. If you cannot stay after all, withdraw below before you sign.',
  },
  nextRound: endsAsItIs,
  giveUpText: {
    ko: '취소하시면 연장되지 않고, 받으신 확인서는 효력을 잃습니다. 입주는 지금 협약의 마지막 날에 끝나며, 되돌릴 수 없습니다. 새 협약서에 양쪽이 이미 서명했다면 그 협약은 그대로이니 랩 매니저에게 알려 주십시오.',
    en: 'You are not extended, and your confirmation letter is no longer valid. Your residency ends on the last day of your present contract. This cannot be undone. If both sides have signed the new agreement already, it stays in force: tell the lab manager.',
  },
};

const resultOfExtension: Partial<ResultWords> = {
  selected: { ko: '연장 대상으로 선정되셨습니다', en: 'You have been selected for an extension' },
  offered: {
    ko: '연장 대상으로 선정되셨습니다. 연장 여부를 알려 주십시오',
    en: 'You have been selected for an extension: tell us if you accept it',
  },
  accepted: { ko: '연장하시겠다고 답하셨습니다', en: 'You have accepted the extension' },
  declined: { ko: '연장하지 않겠다고 답하셨습니다', en: 'You have declined the extension' },
  lapsed: {
    ko: '답변 기한이 지나 연장하지 않으시는 것으로 기록했습니다',
    en: 'The deadline to answer has passed, and you are not extended',
  },
  notSelected: { ko: '연장 대상으로 선정되지 못하셨습니다', en: 'You have not been selected for an extension' },
  ended: { ko: '연장 대상으로 선정되지 못하셨습니다', en: 'You have not been selected for an extension' },
  left: { ko: '연장 심사를 더 진행하지 않습니다', en: 'Your extension is no longer considered' },
};

/** What the place of an applicant means. */
export const placeWordsOf = wordsByRound<PlaceWords>(placeWords, { residency: ofResidency, extension: ofExtension });

const resultWordsOf = wordsByRound<ResultWords>(resultWords, { extension: resultOfExtension });

/** One truthful sentence for whatever an applicant has once the results are out, the same on pages and in timelines. */
export function resultText({ place, position, waitlistEnded }: PlaceResult, round: Taken): Text {
  const words = resultWordsOf(round);
  switch (place.state) {
    case 'WAITING':
      if (!position) return words.selected;
      return waitlistEnded ? words.listEnded : words.waiting;
    case 'OFFERED':
      return words.offered;
    case 'ACCEPTED':
      return words.accepted;
    case 'DECLINED':
      return words.declined;
    case 'LAPSED':
      return words.lapsed;
    case 'NOT_SELECTED':
      return words.notSelected;
    case 'ENDED':
      return words.ended;
    case 'WITHDRAWN':
    case 'CANCELLED':
      return words.left;
  }
}

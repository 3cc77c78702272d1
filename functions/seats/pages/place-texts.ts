import type { Text } from '../../shared/i18n.ts';
import type { PlaceResult } from '../place-result.ts';

/** One truthful sentence for whatever an applicant has once the results are out, the same on pages and in timelines. */
export function resultText({ place, position, waitlistEnded }: PlaceResult): Text {
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

/** A seat that is theirs, offered, or about to be. */
export const isGoodNews = ({ place, position }: PlaceResult): boolean =>
  place.state === 'OFFERED' || place.state === 'ACCEPTED' || (place.state === 'WAITING' && !position);

const words = {
  selected: { ko: '선발되셨습니다', en: 'You have been selected' },
  waiting: { ko: '대기자로 등록되어 있습니다', en: 'You are on the waitlist' },
  listEnded: { ko: '대기가 종료되었습니다', en: 'The waitlist has ended' },
  offered: { ko: '선발되셨습니다. 참여 여부를 답해 주십시오', en: 'You have been offered a seat: please answer' },
  accepted: { ko: '참여가 확정되었습니다', en: 'Your seat is confirmed' },
  declined: { ko: '참여하지 않겠다고 답하셨습니다', en: 'You have declined the seat' },
  lapsed: {
    ko: '답변 기한이 지나 자리를 드릴 수 없게 되었습니다',
    en: 'The time to answer has passed, and the seat is no longer yours',
  },
  notSelected: { ko: '이번 모집에서는 선발되지 못하셨습니다', en: 'You have not been selected in this round' },
  ended: {
    ko: '대기가 종료되어 이번 모집에서는 자리를 드리지 못했습니다',
    en: 'The waitlist has ended, and we could not offer you a seat',
  },
  left: { ko: '이번 모집에서 더 진행되지 않습니다', en: 'It does not go on in this round' },
} as const satisfies Record<string, Text>;

export const placeWords = {
  selectedText: {
    ko: '참여 여부를 묻는 메일을 곧 보내 드립니다. 그 메일의 링크에서 기한까지 답해 주십시오.',
    en: 'A mail that asks whether you take the seat is on its way. Please answer by the link in it, by the time it gives.',
  },
  numberNow: { ko: '지금 대기 순번', en: 'Your number now' },
  numberBegan: { ko: '처음 대기 순번', en: 'Your number at first' },
  until: { ko: '대기 종료', en: 'The list ends' },
  waitingText: {
    ko: '자리가 나면 순번대로 메일로 연락드립니다. 순번은 앞에 계신 분이 자리를 받거나 지원을 취소하시면 당겨지고, 결과를 다시 살펴본 뒤 앞 순위로 들어온 분이 있으면 밀립니다.',
    en: 'When a seat becomes free it is offered by mail, in the order of the list. Your number goes down as those before you get a seat or withdraw, and up where a second look puts somebody before you.',
  },
  quotaText: {
    ko: '대상이 정해진 자리는 그 대상인 분 가운데 순번이 가장 빠른 분께 먼저 갑니다.',
    en: 'A seat that is kept for some goes first to the first of those whom it is kept for.',
  },
  listEndedText: {
    ko: '이제 자리가 나도 대기하신 분께 드리지 않습니다. 마무리되는 대로 메일로 알려 드립니다.',
    en: 'No more seats go to those who wait. We mail you as soon as everything is settled.',
  },
  offeredText: {
    ko: '답하실 수 있는 링크를 메일로 보냈습니다. 기한까지 답하지 않으시면 자리를 받으실 수 없으며, 기다리는 분이 있으면 그분께 넘어갑니다.',
    en: 'We have mailed you the link to answer. Without an answer by then the seat is no longer yours; it goes to whoever is next, if anybody waits.',
  },
  answerBy: { ko: '답변 기한:', en: 'Please answer by' },
  offerAgain: { ko: '답변 링크 다시 받기', en: 'Mail me the link again' },
  acceptedText: {
    ko: '사정이 바뀌어 참여하실 수 없게 되면 아래에서 바로 지원을 취소해 주십시오. 기다리는 분이 있으면 그분께 자리가 돌아갑니다.',
    en: 'If you cannot come after all, please withdraw below at once, so that whoever waits can have the seat.',
  },
  letter: { ko: '확인서 받기 (PDF)', en: 'Get your letter (PDF)' },
  calendar: { ko: '일정 파일 받기', en: 'Get the calendar file' },
  why: { ko: '왜 이런 결과인가요', en: 'Why this result' },
  again: {
    ko: '결과에 잘못된 점이 있다고 생각하시면 담당자에게 다시 살펴봐 달라고 요청하실 수 있습니다.',
    en: 'If you think that something went wrong, you can ask a person to look again.',
  },
  againUntil: { ko: '요청 기한:', en: 'You can ask until' },
  asked: {
    ko: '다시 살펴봐 달라고 요청하셨습니다. 진행 상황은 결과 화면에서 보실 수 있습니다.',
    en: 'You have asked for another look. The page of your result says where it stands.',
  },
  nextRound: {
    ko: '다음 모집에는 다시 지원하실 수 있습니다.',
    en: 'You are welcome to apply again in the next round.',
  },
  giveUpText: {
    ko: '취소하시면 자리를 잃게 되고(기다리는 분이 있으면 바로 그분께 넘어갑니다), 받으신 확인서는 효력을 잃습니다. 되돌릴 수 없습니다.',
    en: 'You lose the seat (if anybody waits, it goes to them at once), and a letter that you have is no longer valid. This cannot be undone.',
  },
} as const satisfies Record<string, Text>;

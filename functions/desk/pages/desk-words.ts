import type { Text } from '../../shared/i18n.ts';

export const deskWords = {
  title: { ko: '받은 요청', en: 'Your requests' },
  nothing: { ko: '기다리는 요청이 없습니다', en: 'Nothing waits for you' },
  nothingText: {
    ko: '새 요청이 오면 이메일로 알려 드립니다.',
    en: 'When there is something new, we will email you.',
  },
  next: { ko: '가장 급한 요청 열기', en: 'Open the most urgent' },
  overdue: { ko: '기한이 지난 요청', en: 'Overdue' },
  open: { ko: '기다리는 요청', en: 'Waiting for you' },
  due: { ko: '기한:', en: 'Due' },
  late: { ko: '기한 지남', en: 'overdue' },
  done: { ko: '최근 처리한 요청', en: 'Done lately' },
  doneAt: { ko: '처리한 때:', en: 'Done' },
  away: { ko: '부재', en: 'Away' },
  notAway: { ko: '등록된 부재 기간이 없습니다.', en: 'No days away are entered.' },
  standsIn: { ko: '대신 맡는 담당자:', en: 'Who stands in:' },
  anybody: { ko: '같은 역할의 다른 담당자', en: 'another colleague with the same role' },
  changeAway: { ko: '부재 기간 등록·취소하기', en: 'Enter or remove days away' },
  closing: { ko: '업무함 닫기', en: 'Closing your desk' },
  elsewhere: { ko: '다른 모든 기기에서 나가기', en: 'Sign out everywhere else' },
  elsewhereText: {
    ko: '업무함은 연 뒤 8시간이 지나면 저절로 닫힙니다.',
    en: 'Your desk closes by itself eight hours after you opened it.',
  },
  unknown: { ko: '열 수 없는 요청입니다', en: 'This request cannot be opened' },
  unknownText: {
    ko: '다른 담당자에게 넘어갔거나 없는 요청입니다.',
    en: 'It is with somebody else now, or there is none.',
  },
  noRole: { ko: '이 화면을 볼 권한이 없습니다', en: 'You may not see this page' },
} as const satisfies Record<string, Text>;

export const waitingText = (count: number): Text => ({
  ko: `요청 ${count}건이 기다리고 있습니다.`,
  en: count === 1 ? 'One request waits for you.' : `${count} requests wait for you.`,
});

export const moreText = (count: number): Text => ({
  ko: `요청 ${count}건이 더 있습니다. 위의 요청을 처리하면 나타납니다.`,
  en: `There ${count === 1 ? 'is' : 'are'} ${count} more to do after these.`,
});

export const awayWords = {
  title: { ko: '부재 기간', en: 'Days away' },
  lead: {
    ko: '부재 기간에 새로 생기는 요청은 대신 맡는 담당자에게 갑니다. 이미 받으신 요청은 그대로 남으니, 그 전에 처리하거나 다른 담당자에게 넘겨 주십시오.',
    en: 'New requests while you are away go to your deputy. Requests that you already have stay with you: decide on them before you leave, or hand them over to a colleague.',
  },
  from: { ko: '첫날', en: 'First day' },
  to: { ko: '마지막 날', en: 'Last day' },
  hint: { ko: '예: 2027년 2월 1일', en: 'For example: year 2027, month 2, day 1' },
  enter: { ko: '부재 기간 등록하기', en: 'Enter days away' },
  listed: { ko: '등록된 기간', en: 'Entered' },
  remove: { ko: '취소하기', en: 'Remove' },
  fromFile: { ko: '담당자 명단에 있는 기간', en: 'from the staff list' },
  fromFileText: {
    ko: '담당자 명단에 있는 기간은 서울 핀테크 아카데미에 알려 바꾸십시오.',
    en: 'To change days from the staff list, tell Seoul Fintech Academy.',
  },
  past: {
    ko: '첫날은 오늘이나 그 뒤여야 합니다.',
    en: 'The first day must be today or later.',
  },
  backwards: {
    ko: '마지막 날은 첫날과 같거나 그 뒤여야 합니다.',
    en: 'The last day must be the first day or later.',
  },
  'too-long': {
    ko: '한 번에 1년까지 등록할 수 있습니다. 기간을 나누어 주십시오.',
    en: 'You can enter up to one year in one go. Split it into two.',
  },
  'too-many': {
    ko: '기간을 20개까지 등록할 수 있습니다. 지난 것이나 필요 없는 것을 취소해 주십시오.',
    en: 'At most 20 periods can be entered. Remove one that you do not need.',
  },
} as const satisfies Record<string, Text>;

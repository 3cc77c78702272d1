import type { Text } from '../../shared/i18n.ts';

/** What the officer reads who looks at a result again. */
export const officerWords = {
  title: { ko: '결과를 다시 살펴보기', en: 'Look at a result again' },
  name: { ko: '이름', en: 'Name' },
  place: { ko: '순위', en: 'Place' },
  words: { ko: '지원자가 쓴 이유', en: 'What the applicant wrote' },
  ended: {
    ko: '대기가 끝나 이제는 대기자로 등록할 수 없습니다. 받아들이지 않는 이유로만 답할 수 있습니다.',
    en: 'The waitlist has ended, so that nobody can be put on it any more. It can only be answered with a refusal.',
  },
  refuse: { ko: '결과를 그대로 둠', en: 'The result stands' },
  refuseHint: { ko: '이유를 써서 지원자에게 알립니다.', en: 'The applicant is told the reason.' },
  grant: { ko: '대기자로 등록', en: 'Put on the waitlist' },
  grantHint: {
    ko: '아래에 적은 순위에 맞는 대기 순서에 들어갑니다. 누구의 자리도 빼앗지 않습니다.',
    en: 'At the place given below. Nobody loses a seat by it.',
  },
  right: { ko: '맞는 순위', en: 'The place that is right' },
  rightHint: {
    ko: '대기자로 등록할 때 씁니다. 지원자의 지금 순위보다 뒤일 수 없습니다.',
    en: 'If you put them on the waitlist; not behind their present place.',
  },
  rightMissing: { ko: '맞는 순위를 입력해 주십시오.', en: 'Enter the place that is right.' },
  reason: { ko: '이유', en: 'Reason' },
  reasonHint: { ko: '지원자에게 그대로 전달됩니다.', en: 'The applicant reads it as you write it.' },
  reasonMissing: { ko: '이유를 입력해 주십시오.', en: 'Enter the reason.' },
  nothing: { ko: '더 결정할 것이 없습니다.', en: 'There is nothing left to decide.' },
} as const satisfies Record<string, Text>;

export const outcomeWords: Readonly<Record<string, Text>> = {
  REFUSE: { ko: '결정되었습니다: 결과를 그대로 둠', en: 'Decided: the result stands' },
  GRANT: { ko: '결정되었습니다: 대기자로 등록', en: 'Decided: put on the waitlist' },
  WITHDRAWN: { ko: '더 이상 필요하지 않은 요청입니다', en: 'This request is no longer needed' },
};
export const cancelledTitle: Text = { ko: '취소된 요청입니다', en: 'This request was cancelled' };

import { type Said, wordsByRound } from '../../rounds/what-is-taken.ts';
import type { Text } from '../../shared/i18n.ts';

/** What the officer reads who looks at a result again. */
export const officerWords = {
  title: { ko: '선발 결과 재검토', en: 'Look at a result again' },
  name: { ko: '이름', en: 'Name' },
  place: { ko: '순위', en: 'Rank' },
  words: { ko: '지원자가 쓴 이유', en: 'What the applicant wrote' },
  ended: {
    ko: '대기가 마감되어 대기자로 등록하실 수 없습니다. 결과를 유지하는 이유를 써서 답해 주십시오.',
    en: 'The waiting list has closed, so nobody can be put on it any more. You can only let the result stand and give the reason.',
  },
  refuse: { ko: '결과 유지', en: 'The result stands' },
  refuseHint: { ko: '이유를 써서 지원자에게 알립니다.', en: 'The applicant is told the reason.' },
  grant: { ko: '대기자로 등록', en: 'Put on the waiting list' },
  grantHint: {
    ko: '아래에 적은 순위에 맞는 대기 순번에 들어갑니다. 이미 선발된 분께는 영향이 없습니다.',
    en: 'At the rank given below. Nobody loses their place.',
  },
  right: { ko: '올바른 순위', en: 'The correct rank' },
  rightHint: {
    ko: '대기자로 등록할 때에만 적습니다. 지원자의 지금 순위보다 뒤일 수 없습니다.',
    en: 'Only if you put them on the waiting list. It cannot be behind their current rank.',
  },
  rightMissing: { ko: '올바른 순위를 입력해 주십시오.', en: 'Enter the correct rank.' },
  reason: { ko: '이유', en: 'Reason' },
  reasonHint: { ko: '지원자에게 그대로 전달됩니다.', en: 'The applicant reads it as you write it.' },
  reasonMissing: { ko: '이유를 입력해 주십시오.', en: 'Enter the reason.' },
  nothing: { ko: '더 결정하실 것이 없습니다.', en: 'There is nothing left to decide.' },
} as const satisfies Record<string, Text>;

type OfficerWords = Said<typeof officerWords>;

/** Startups that want to stay wait for no place. */
const ofExtension: Partial<OfficerWords> = {
  ended: {
    ko: '연장 심사가 끝나 연장 대상에 포함하실 수 없습니다. 결과를 유지하는 이유를 써서 답해 주십시오.',
    en: 'The round of extensions has ended, so nobody can be put among those who can stay on any more. You can only let the result stand and give the reason.',
  },
  grant: { ko: '연장 대상에 포함', en: 'Put among those who can stay on' },
  grantHint: {
    ko: '아래에 적은 순위에 맞게 들어갑니다. 연장할 수 있는 기업 수가 남아 있으면 바로 연장 여부를 여쭙니다. 이미 선정된 기업에는 영향이 없습니다.',
    en: 'At the rank given below. They are asked straight away if more startups can be extended. What others were told does not change.',
  },
  rightHint: {
    ko: '연장 대상에 포함할 때에만 적습니다. 지원자의 지금 순위보다 뒤일 수 없습니다.',
    en: 'Only if you put them among those who can stay on. It cannot be behind their current rank.',
  },
};

/** What the officer reads, by what the applicants of the round are selected for. */
export const officerWordsOf = wordsByRound<OfficerWords>(officerWords, { extension: ofExtension });

const outcomeWords: Readonly<Record<string, Text>> = {
  REFUSE: { ko: '결정되었습니다: 결과 유지', en: 'Decided: the result stands' },
  GRANT: { ko: '결정되었습니다: 대기자로 등록', en: 'Decided: put on the waiting list' },
  WITHDRAWN: { ko: '더 이상 필요하지 않은 요청입니다', en: 'This request is no longer needed' },
};

/** What became of a request to look again, by its outcome. */
export const outcomeWordsOf = wordsByRound(outcomeWords, {
  extension: {
    GRANT: { ko: '결정되었습니다: 연장 대상에 포함', en: 'Decided: put among those who can stay on' },
  },
});

export const cancelledTitle: Text = { ko: '취소된 요청입니다', en: 'This request was cancelled' };

import type { Text } from '../../shared/i18n.ts';
import type { StageId } from '../statistics.ts';

export const statisticsWords = {
  title: { ko: '모집 통계', en: 'Statistics of the round' },
  lead: {
    ko: '명단을 확정할 때 집계한 숫자입니다. 개인을 알아볼 수 있는 내용은 없습니다.',
    en: 'Counted once, when the cohort was confirmed. Nobody is named.',
  },
  counted: { ko: '집계 시각', en: 'Counted' },
  table: { ko: '표로 보기', en: 'As a table' },
  stages: { ko: '단계별 인원', en: 'How many at each stage' },
  stagesText: {
    ko: '제출부터 참여 확정까지 각 단계에 이른 인원입니다. 빈자리 하나에 여러 분께 차례로 참여 여부를 여쭐 수 있습니다.',
    en: 'How many people reached each stage, from sending an application to accepting a place. A place can be offered more than once.',
  },
  stage: { ko: '단계', en: 'Stage' },
  count: { ko: '수', en: 'Number' },
  times: { ko: '단계별 걸린 시간', en: 'Time taken at each stage' },
  timesText: {
    ko: '한 단계에 들어간 때부터 다음 단계에 들어간 때까지입니다.',
    en: 'From the start of one stage to the start of the next.',
  },
  time: { ko: '걸린 시간', en: 'Time' },
  scores: { ko: '점수 분포', en: 'Scores' },
  scoresText: {
    ko: '순위를 정한 점수의 분포입니다. 보정 점수는 1점과 5점을 조금 벗어날 수 있으며, 그런 점수는 양 끝에 넣었습니다.',
    en: 'The scores that decided the ranking. Adjusted scores can be slightly outside 1 to 5; they are counted at the ends.',
  },
  score: { ko: '점수', en: 'Score' },
  applicants: { ko: '지원자 수', en: 'Applicants' },
  reviewers: { ko: '심사위원별 점수 편차', en: 'Differences between reviewers' },
  reviewersText: {
    ko: '같은 지원서를 본 다른 심사위원보다 몇 점 낮게(오른쪽) 또는 높게(왼쪽) 주었는지를 통계 모형으로 추정한 값입니다. 이름 대신 A, B, C로 표시합니다.',
    en: 'How many points lower (to the right) or higher (to the left) each reviewer scored than others who saw the same applications, as a statistical model estimates it. Letters stand for names.',
  },
  noSeverity: {
    ko: '자료가 적어 점수 편차를 추정하지 않았습니다. 각 심사위원이 준 점수의 평균을 대신 표시합니다.',
    en: 'There is too little data to estimate the differences. The bars show the mean score of each reviewer.',
  },
  reviewer: { ko: '심사위원', en: 'Reviewer' },
  reviews: { ko: '심사 수', en: 'Reviews' },
  mean: { ko: '평균', en: 'Mean' },
  spread: { ko: '표준편차', en: 'Standard deviation' },
  severity: { ko: '점수 편차', en: 'Difference' },
  offers: { ko: '빈자리를 채울 때까지 여쭌 횟수', en: 'Offers until a place was accepted' },
  offersText: {
    ko: '빈자리마다 몇 번째로 여쭌 분이 참여하시기로 했는지 셉니다.',
    en: 'At which offer each place was accepted.',
  },
  offer: { ko: '순번', en: 'Offer' },
  seats: { ko: '인원', en: 'Places' },
  nothing: { ko: '집계할 것이 없습니다.', en: 'There is nothing to count.' },
  belowASecond: { ko: '1초 미만', en: 'less than 1 s' },
} as const satisfies Record<string, Text>;

export const stageWords: Readonly<Record<StageId, Text>> = {
  sent: { ko: '제출', en: 'Sent' },
  accepted: { ko: '심사 대상에 포함', en: 'Eligible' },
  refused: { ko: '심사 대상에서 제외', en: 'Not eligible' },
  withdrawn: { ko: '지원 취소', en: 'Withdrawn' },
  reviewed: { ko: '심사 완료', en: 'Reviewed' },
  ranked: { ko: '순위 결정', en: 'Ranked' },
  notSelected: { ko: '선발되지 않음', en: 'Not selected' },
  waitlisted: { ko: '대기자로 등록', en: 'Put on the waiting list' },
  offers: { ko: '참여 여부를 여쭌 횟수', en: 'Places offered' },
  declined: { ko: '참여하지 않음', en: 'Offers declined' },
  lapsed: { ko: '기한 안에 답하지 않음', en: 'Offers that lapsed' },
  taken: { ko: '참여 확정', en: 'Places accepted' },
  waitlistEnded: { ko: '대기 마감까지 순번이 오지 않음', en: 'Waited until the list closed' },
};

export const offerText = (number: number): Text => ({ ko: `${number}번째`, en: `Offer ${number}` });
export const daysText = (count: number): Text => ({ ko: `${count}일`, en: `${count} d` });
export const hoursText = (count: number): Text => ({ ko: `${count}시간`, en: `${count} h` });
export const minutesText = (count: number): Text => ({ ko: `${count}분`, en: `${count} min` });
export const secondsText = (count: number): Text => ({ ko: `${count}초`, en: `${count} s` });

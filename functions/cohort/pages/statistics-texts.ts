import type { Text } from '../../shared/i18n.ts';
import type { StageId, TimedState } from '../statistics.ts';

export const statisticsWords = {
  title: { ko: '모집 통계', en: 'The numbers of the round' },
  lead: {
    ko: '명단을 확정할 때 한 번 집계한 숫자입니다. 누구인지 알 수 있는 내용은 없습니다.',
    en: 'Counted once, when the cohort was confirmed. Nobody is named.',
  },
  counted: { ko: '집계 시각', en: 'Counted' },
  table: { ko: '표로 보기', en: 'As a table' },
  stages: { ko: '단계별 인원', en: 'How many at each stage' },
  stagesText: {
    ko: '제출부터 자리 확정까지 각 단계에 이른 수입니다. 제안은 한 자리를 여러 번 할 수 있습니다.',
    en: 'How many reached each stage, from sending to a seat. A seat can be offered more than once.',
  },
  stage: { ko: '단계', en: 'Stage' },
  count: { ko: '수', en: 'Number' },
  times: { ko: '단계별 걸린 시간', en: 'Time taken at each stage' },
  timesText: {
    ko: '한 단계에 들어간 때부터 다음 단계에 들어간 때까지입니다.',
    en: 'From entering a stage to entering the next.',
  },
  time: { ko: '걸린 시간', en: 'Time' },
  scores: { ko: '점수 분포', en: 'Scores' },
  scoresText: {
    ko: '순위를 정한 점수의 분포입니다. 심사위원 성향을 보정한 점수는 1점과 5점을 조금 벗어날 수 있으며 양 끝에 넣었습니다.',
    en: 'The scores that ranked. Adjusted ones can lie a little outside of 1 to 5; they count at the ends.',
  },
  score: { ko: '점수', en: 'Score' },
  applicants: { ko: '지원자 수', en: 'Applicants' },
  reviewers: { ko: '심사위원별 엄격함', en: 'Severity of the reviewers' },
  reviewersText: {
    ko: '같은 지원서를 본 다른 심사위원보다 몇 점 낮게(오른쪽) 또는 높게(왼쪽) 주었는지를 모형으로 추정한 값입니다. 이름 대신 A, B, C로 표시합니다.',
    en: 'How many points below (to the right) or above (to the left) the others each gave to the same applications, as the model estimates it. Letters stand for names.',
  },
  noSeverity: {
    ko: '자료가 적어 엄격함을 추정하지 않았습니다. 각 심사위원이 준 점수의 평균을 보입니다.',
    en: 'There is too little data to estimate the severity. The bars show the mean of what each gave.',
  },
  reviewer: { ko: '심사위원', en: 'Reviewer' },
  reviews: { ko: '심사 수', en: 'Reviews' },
  mean: { ko: '평균', en: 'Mean' },
  spread: { ko: '표준편차', en: 'Standard deviation' },
  severity: { ko: '엄격함', en: 'Severity' },
  offers: { ko: '자리가 찰 때까지의 제안 수', en: 'Offers until a seat was taken' },
  offersText: {
    ko: '몇 번째 제안에서 자리가 찼는지 셉니다.',
    en: 'At which offer the seats were taken.',
  },
  offer: { ko: '제안', en: 'Offer' },
  seats: { ko: '자리 수', en: 'Seats' },
  nothing: { ko: '집계할 것이 없습니다.', en: 'There is nothing to count.' },
  belowASecond: { ko: '1초 미만', en: 'less than 1 s' },
} as const satisfies Record<string, Text>;

export const stageWords: Readonly<Record<StageId, Text>> = {
  sent: { ko: '제출', en: 'Sent' },
  accepted: { ko: '자격 확인 통과', en: 'Accepted for selection' },
  refused: { ko: '자격 확인에서 제외', en: 'Refused after the checks' },
  withdrawn: { ko: '지원 취소', en: 'Withdrawn' },
  reviewed: { ko: '심사 완료', en: 'Reviewed' },
  ranked: { ko: '순위 결정', en: 'Ranked' },
  notSelected: { ko: '선발되지 않음', en: 'Not selected' },
  waitlisted: { ko: '대기자 명단', en: 'Put on the waitlist' },
  offers: { ko: '자리 제안', en: 'Seats offered' },
  declined: { ko: '제안 거절', en: 'Offers declined' },
  lapsed: { ko: '기한 안에 답하지 않음', en: 'Offers that lapsed' },
  taken: { ko: '자리 확정', en: 'Seats taken' },
  waitlistEnded: { ko: '대기 종료', en: 'Waited until the end' },
};

export const stateWords: Readonly<Record<TimedState, Text>> = {
  SETTLING: { ko: '자격 확인 마무리', en: 'Settling the checks' },
  ASSIGNING: { ko: '심사위원 배정', en: 'Assigning the reviewers' },
  STARTING: { ko: '심사 시작', en: 'Starting the reviews' },
  REVIEWING: { ko: '심사', en: 'Reviews' },
  RANKING: { ko: '순위 계산', en: 'Ranking' },
  WITH_COMMITTEE: { ko: '선발위원회', en: 'Committee' },
  RELEASING: { ko: '결과 발표', en: 'Releasing the results' },
  SEATING: { ko: '자리 제안과 대기', en: 'Seats and waitlist' },
  CONFIRMING: { ko: '명단 확정', en: 'Confirming' },
};

export const offerText = (number: number): Text => ({ ko: `${number}번째`, en: `Offer ${number}` });
export const daysText = (count: number): Text => ({ ko: `${count}일`, en: `${count} d` });
export const hoursText = (count: number): Text => ({ ko: `${count}시간`, en: `${count} h` });
export const minutesText = (count: number): Text => ({ ko: `${count}분`, en: `${count} min` });
export const secondsText = (count: number): Text => ({ ko: `${count}초`, en: `${count} s` });

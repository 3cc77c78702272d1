import type { AdmissionRules } from '../rounds/admission-rules.ts';
import type { Lang, Text } from '../shared/i18n.ts';
import type { Outcome } from './allocation.ts';
import type { Snapshot } from './snapshot.ts';

const decimals = { ko: numbers('ko-KR'), en: numbers('en-GB') };
function numbers(locale: string): Intl.NumberFormat {
  return new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 4 });
}

/** Two decimals at least, and as many as tell it from another score: four at most. */
export const scoreText = (score: number | undefined, lang: Lang): string =>
  score === undefined ? '–' : decimals[lang].format(score);

/** Which score ranks. */
export const rankedByWords: Readonly<Record<Snapshot['model']['rankedBy'], Text>> = {
  adjusted: { ko: '심사위원별 점수 편차를 보정한 점수', en: 'The score adjusted for differences between reviewers' },
  mean: { ko: '심사 점수의 평균', en: 'The mean of the review scores' },
  median: { ko: '심사 점수의 중앙값', en: 'The median of the review scores' },
};

/** Why a round that wanted the adjusted score ranks by the mean. */
export const whyRawWords: Readonly<Record<NonNullable<Snapshot['model']['whyRaw']>, Text>> = {
  'no-reviews': { ko: '심사 결과가 없어 보정하지 않았습니다.', en: 'There are no reviews to adjust.' },
  'too-few-reviews': {
    ko: '심사위원마다 심사한 지원서가 적어 점수 편차를 알 수 없으므로, 보정하지 않고 평균으로 순위를 정했습니다.',
    en: 'Each reviewer has reviewed too few applications to measure differences between reviewers, so the scores are not adjusted and the mean decides the ranking.',
  },
  'not-connected': {
    ko: '함께 심사한 지원서가 없어 서로 비교할 수 없는 심사위원이 있으므로, 보정하지 않고 평균으로 순위를 정했습니다.',
    en: 'Some reviewers have no application in common with others and cannot be compared, so the scores are not adjusted and the mean decides the ranking.',
  },
};

const outcomeWords = {
  seat: { ko: '선발', en: 'Selected' },
  notSelected: { ko: '선발되지 않음', en: 'Not selected' },
} as const satisfies Record<string, Text>;

const waitlistText = (number: number): Text => ({ ko: `대기 ${number}번`, en: `Waiting list ${number}` });

/** `선발 (경력 2년 이하)`, `대기 3번`, `Not selected`. */
export function outcomeText(outcome: Outcome, quotas: AdmissionRules['ranking']['quotas'], lang: Lang): string {
  if (outcome.outcome === 'NOT_SELECTED') return outcomeWords.notSelected[lang];
  if (outcome.outcome === 'WAITLIST') return waitlistText(outcome.number)[lang];
  const quota = quotas.find(({ id }) => id === outcome.kind);
  return `${outcomeWords.seat[lang]}${quota ? ` (${quota.title[lang]})` : ''}`;
}

const tieWords = {
  median: { ko: '중앙값', en: 'Median' },
  mean: { ko: '평균', en: 'Mean' },
  lot: { ko: '추첨', en: 'Random draw' },
} as const satisfies Record<string, Text>;

/** What separated an entry from the one before: `criterion:<id>`, `median`, `mean` or `lot`. */
export function tieBreakText(
  tieBreak: string | undefined,
  criteria: AdmissionRules['review']['criteria'],
  lang: Lang,
): string {
  if (tieBreak === undefined) return '';
  if (tieBreak === 'median' || tieBreak === 'mean' || tieBreak === 'lot') return tieWords[tieBreak][lang];
  return criteria.find(({ id }) => tieBreak === `criterion:${id}`)?.title[lang] ?? tieBreak;
}

/** What the committee is shown beside a place. */
export const flagWords: Readonly<Record<Snapshot['entries'][number]['flags'][number], Text>> = {
  divergent: { ko: '점수 차이 큼', en: 'Reviews far apart' },
  'few-reviews': { ko: '심사 부족', en: 'Too few reviews' },
  'no-reviews': { ko: '심사 없음', en: 'No review' },
  'below-minimum': { ko: '최저 점수 미달', en: 'Below the minimum score' },
};

export const versionText = (version: number): Text => ({ ko: `${version}판`, en: `version ${version}` });

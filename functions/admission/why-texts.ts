import type { Lang, Text } from '../shared/i18n.ts';
import { formatInstant } from '../shared/time.ts';
import type { Outcome } from './allocation.ts';
import { rankedByText, scoreText, versionText, whyRawText } from './score-texts.ts';
import type { Why } from './why.ts';

export const whyWords = {
  title: { ko: '이렇게 결정된 이유', en: 'Why this result' },
  scores: { ko: '기준별 점수', en: 'Scores by criterion' },
  scale: { ko: '점수의 뜻', en: 'What the scores mean' },
  scaleText: {
    ko: '심사위원은 기준마다 1점(가장 낮음)부터 5점(가장 높음)까지 줍니다. 아래 점수는 심사위원이 준 점수의 평균이며, 2점과 4점은 그 사이를 뜻합니다.',
    en: 'Reviewers give each criterion 1 (lowest) to 5 (highest). The scores below are the means of what they gave; 2 and 4 lie between.',
  },
  decision: { ko: '누가 어떻게 결정했는지', en: 'Who decided, and on what' },
  point: (score: string): Text => ({ ko: `${score}점`, en: score }),
} as const;

const words = {
  share: { ko: '비중', en: 'weight' },
  notScored: { ko: '점수 없음', en: 'no score' },
  adjusted: {
    ko: '보정한 점수는 심사위원마다 점수가 박하거나 후한 정도를 이번 모집의 모든 심사에서 구하여 바로잡은 것입니다.',
    en: 'The adjusted score corrects for how strict or lenient each reviewer is, as all reviews of the round show it.',
  },
  decidedBy: { ko: '결정', en: 'Decided by' },
  decidedAt: { ko: '결정 일시', en: 'Decided at' },
  rules: { ko: '적용한 모집 요강', en: 'Rules of the round' },
  snapshot: { ko: '순위표', en: 'Ranking' },
  hash: { ko: '순위표 확인값(SHA-256)', en: 'Hash of the ranking (SHA-256)' },
} as const satisfies Record<string, Text>;

/** An explanation in words: the same on the page and in the mail. */
export interface Explanation {
  readonly sentences: readonly string[];
  readonly scores: readonly { readonly term: string; readonly value: string }[];
  readonly facts: readonly { readonly term: string; readonly value: string; readonly code?: boolean }[];
}

export function explain(why: Why, lang: Lang): Explanation {
  const total = why.criteria.reduce((sum, { weight }) => sum + weight, 0);
  return {
    sentences: [
      outcomeSentence(why)[lang],
      ...(why.reviews > 0 ? [scoreSentence(why, lang)] : []),
      ...(why.model.rankedBy === 'adjusted' && why.reviews > 0 ? [words.adjusted[lang]] : []),
      ...(why.model.whyRaw ? [whyRawText[why.model.whyRaw][lang]] : []),
      ...cutSentences(why, lang),
      ...(why.tieBreak ? [tieSentence(why.tieBreak)[lang]] : []),
      ...(why.moved ? [movedSentence(why.moved.from, why.place)[lang]] : []),
    ],
    scores: why.criteria.map(({ title, weight, mean }) => ({
      term: `${title[lang]} (${words.share[lang]} ${Math.round((weight / total) * 100)}\u00a0%)`,
      value: mean === undefined ? words.notScored[lang] : scoreText(mean, lang),
    })),
    facts: [
      ...(why.decided
        ? [
            { term: words.decidedBy[lang], value: members(why.decided.members)[lang] },
            { term: words.decidedAt[lang], value: formatInstant(why.decided.at, lang) },
          ]
        : []),
      { term: words.rules[lang], value: versionText(why.rules.version, lang) },
      { term: words.snapshot[lang], value: `${why.snapshot.number} · ${formatInstant(why.snapshot.madeAt, lang)}` },
      { term: words.hash[lang], value: why.snapshot.hash, code: true },
    ],
  };
}

const members = (count: number): Text => ({
  ko: `선발위원회 위원 ${count}명의 승인`,
  en: `The selection committee: ${count} ${count === 1 ? 'member has' : 'members have'} approved it`,
});

function outcomeSentence({ outcome, place, of, unplaceable, minimum }: Why): Text {
  if (unplaceable === 'no-reviews') {
    return {
      ko: '제출된 심사가 없어 선발할 수 없었습니다.',
      en: 'There was no review, so it could not be given a place.',
    };
  }
  if (unplaceable === 'below-minimum') {
    return {
      ko: `심사 점수의 평균이 모집 요강에서 정한 최저 점수(${scoreText(minimum, 'ko')}점)에 미치지 못해 선발하지 못했습니다.`,
      en: `The mean of the reviews is below ${scoreText(minimum, 'en')}, the least that the round asks for.`,
    };
  }
  const { ko, en } = reached(outcome);
  return {
    ko: `순위를 매긴 ${of}명 가운데 ${place}위로, ${ko}`,
    en: `It is number ${place} of ${of} in the ranking, ${en}`,
  };
}

function reached(outcome: Outcome): Text {
  switch (outcome.outcome) {
    case 'SEAT':
      return { ko: '모집 인원 안에 들었습니다.', en: 'which is enough for a seat.' };
    case 'WAITLIST':
      return {
        ko: `모집 인원 안에 들지 못했고 대기 ${outcome.number}번을 받았습니다.`,
        en: `which is not enough for a seat, and number ${outcome.number} on the waitlist.`,
      };
    case 'NOT_SELECTED':
      return {
        ko: '모집 인원과 대기자 수 안에 들지 못했습니다.',
        en: 'which is enough neither for a seat nor for the waitlist.',
      };
  }
}

function scoreSentence({ reviews, scores, model }: Why, lang: Lang): string {
  const ranked = scoreText(scores.ranked, lang);
  const raw = scoreText(scores.mean, lang);
  const by = rankedByText[model.rankedBy];
  const beside = model.rankedBy === 'mean' ? { ko: '', en: '' } : { ko: ` (평균 ${raw}점)`, en: ` (mean ${raw})` };
  return lang === 'ko'
    ? `심사위원 ${reviews}명이 평가했습니다. 순위를 정한 점수는 ${by.ko}이며 ${ranked}점입니다${beside.ko}.`
    : `${reviews} ${reviews === 1 ? 'reviewer has' : 'reviewers have'} scored it. ${by.en} ranks: ${ranked}${beside.en}.`;
}

function cutSentences({ cut, quotas, seats }: Why, lang: Lang): string[] {
  const open =
    cut &&
    (lang === 'ko'
      ? `모집 인원은 ${seats}명이며, 일반 선발의 마지막은 ${cut.place}위(${scoreText(cut.score, 'ko')}점)입니다.`
      : `There are ${seats} seats; the last open one went to number ${cut.place} (score ${scoreText(cut.score, 'en')}).`);
  const kept = quotas.map((quota) => {
    const last = quota.cut;
    if (lang === 'ko') {
      return `‘${quota.title.ko}’에 해당하는 지원자에게 먼저 배정한 자리는 ${quota.seats}개이며, ${
        last ? `그 마지막은 ${last.place}위(${scoreText(last.score, 'ko')}점)입니다.` : '받은 사람이 없습니다.'
      }`;
    }
    return `${quota.seats} seats are kept for “${quota.title.en}”, to which it belongs; ${
      last ? `the last of them went to number ${last.place} (score ${scoreText(last.score, 'en')}).` : 'nobody got one.'
    }`;
  });
  return [...(open ? [open] : []), ...kept];
}

function tieSentence({ by, criterion }: NonNullable<Why['tieBreak']>): Text {
  const same = { ko: '마지막 선발자와 점수가 같아', en: 'Its score equals that of the last one with a seat:' };
  switch (by) {
    case 'criterion':
      return {
        ko: `${same.ko} ‘${criterion?.ko ?? ''}’ 점수로 순서를 정했습니다.`,
        en: `${same.en} the score for “${criterion?.en ?? ''}” decided.`,
      };
    case 'median':
      return { ko: `${same.ko} 심사 점수의 중앙값으로 순서를 정했습니다.`, en: `${same.en} the median decided.` };
    case 'mean':
      return { ko: `${same.ko} 심사 점수의 평균으로 순서를 정했습니다.`, en: `${same.en} the mean decided.` };
    case 'lot':
      return {
        ko: `${same.ko} 추첨으로 순서를 정했습니다. 추첨 결과는 누구나 확인할 수 있습니다.`,
        en: `${same.en} the lot decided, which anybody can verify.`,
      };
  }
}

const movedSentence = (from: number, place: number): Text => ({
  ko: `선발위원회가 다음 이유로 순위를 ${from}위에서 ${place}위로 바꾸었습니다.`,
  en: `The committee moved it from place ${from} to ${place} for this reason:`,
});

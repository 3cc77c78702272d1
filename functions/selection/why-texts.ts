import type { Lang, Text } from '../shared/i18n.ts';
import { formatInstant } from '../shared/time.ts';
import type { Outcome } from './allocation.ts';
import { rankedByWords, scoreText, versionText, whyRawWords } from './score-texts.ts';
import type { Last, TieBreak, Why } from './why.ts';

export const whyWords = {
  title: { ko: '이렇게 결정된 이유', en: 'Why this result' },
  scores: { ko: '심사 기준별 점수', en: 'Scores by criterion' },
  scale: { ko: '점수의 뜻', en: 'What the scores mean' },
  scaleText: {
    ko: '심사위원은 심사 기준마다 1점(가장 낮음)부터 5점(가장 높음)까지 점수를 줍니다. 아래 점수는 심사위원이 준 점수의 평균입니다.',
    en: 'Reviewers score each criterion from 1 (lowest) to 5 (highest). The scores below are the mean of their scores.',
  },
  decision: { ko: '결정한 사람과 근거', en: 'Who decided, and on what basis' },
  point: (score: string): Text => ({ ko: `${score}점`, en: score }),
} as const;

const words = {
  share: { ko: '비중', en: 'weight' },
  notScored: { ko: '점수 없음', en: 'no score' },
  adjusted: {
    ko: '보정 점수는 심사위원마다 점수를 낮게 주거나 높게 주는 정도를 이번 모집의 모든 심사에서 구하여 바로잡은 점수입니다.',
    en: 'The adjusted score corrects for how high or low each reviewer scores in all reviews of this round.',
  },
  decidedBy: { ko: '결정', en: 'Decided by' },
  decidedAt: { ko: '결정 일시', en: 'Decided on' },
  rules: { ko: '적용한 모집 요강', en: 'Round rules' },
  snapshot: { ko: '순위표', en: 'Ranking' },
  hash: { ko: '순위표의 위·변조 확인값(SHA-256)', en: 'Check value of the ranking (SHA-256)' },
  ownLot: { ko: '이 지원서의 추첨 결과', en: 'Draw value of this application' },
} as const satisfies Record<string, Text>;

/** An explanation in words: the same on the page and in the mail. */
export interface Explanation {
  readonly sentences: readonly string[];
  /** What the committee has moved, sentence by sentence, with the reasons as they were written. */
  readonly moves: readonly { readonly sentence: string; readonly reason?: string }[];
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
      ...(why.model.whyRaw ? [whyRawWords[why.model.whyRaw][lang]] : []),
      ...lastsOf(why).flatMap(({ sentence, name, cut }) => [
        sentence[lang],
        ...(cut?.tieBreak ? [tieSentence(name, cut.tieBreak)[lang]] : []),
      ]),
    ],
    moves: moveSentences(why).map(({ text, reason }) => ({ sentence: text[lang], reason })),
    scores: why.criteria.map(({ title, weight, mean }) => ({
      term: `${title[lang]} (${words.share[lang]} ${Math.round((weight / total) * 100)}%)`,
      value: mean === undefined ? words.notScored[lang] : whyWords.point(scoreText(mean, lang))[lang],
    })),
    facts: [
      ...(why.decided
        ? [
            { term: words.decidedBy[lang], value: members(why.decided.members)[lang] },
            { term: words.decidedAt[lang], value: formatInstant(why.decided.at, lang) },
          ]
        : []),
      ...lotFacts(why, lang),
      { term: words.rules[lang], value: versionText(why.rules.version)[lang] },
      { term: words.snapshot[lang], value: `${why.snapshot.number} · ${formatInstant(why.snapshot.madeAt, lang)}` },
      { term: words.hash[lang], value: why.snapshot.hash, code: true },
    ],
  };
}

const members = (count: number): Text => ({
  ko: `선발위원회 위원 ${count}명의 승인`,
  en: `${count} ${count === 1 ? 'member' : 'members'} of the selection committee approved it`,
});

function outcomeSentence({ outcome, place, of, unplaceable, minimum }: Why): Text {
  if (unplaceable === 'no-reviews') {
    return {
      ko: '제출된 심사가 없어 선발되지 않았습니다.',
      en: 'There was no review, so this application could not be selected.',
    };
  }
  if (unplaceable === 'below-minimum') {
    return {
      ko: `심사 점수의 평균이 모집 요강에서 정한 최저 점수(${scoreText(minimum, 'ko')}점)에 미치지 못하여 선발되지 않았습니다.`,
      en: `The mean of the review scores is below ${scoreText(minimum, 'en')}, the minimum score of this round.`,
    };
  }
  const { ko, en } = reached(outcome);
  return {
    ko: `순위를 매긴 ${of}명 가운데 ${place}위로, ${ko}`,
    en: `This application is number ${place} of ${of} in the ranking, ${en}`,
  };
}

function reached(outcome: Outcome): Text {
  switch (outcome.outcome) {
    case 'SEAT':
      return { ko: '모집 인원 안에 들었습니다.', en: 'which is high enough for a place.' };
    case 'WAITLIST':
      return {
        ko: `모집 인원 안에 들지 못했고 대기 순번은 ${outcome.number}번입니다.`,
        en: `which is not high enough for a place. It is number ${outcome.number} on the waiting list.`,
      };
    case 'NOT_SELECTED':
      return {
        ko: '모집 인원과 대기 인원 안에 들지 못했습니다.',
        en: 'which is not high enough for a place or for the waiting list.',
      };
  }
}

function scoreSentence({ reviews, scores, model }: Why, lang: Lang): string {
  const ranked = scoreText(scores.ranked, lang);
  const raw = scoreText(scores.mean, lang);
  const by = rankedByWords[model.rankedBy];
  const beside = model.rankedBy === 'mean' ? { ko: '', en: '' } : { ko: ` (평균 ${raw}점)`, en: ` (mean ${raw})` };
  const text: Text = {
    ko: `심사위원 ${reviews}명이 심사했습니다. 순위를 정한 점수는 ${by.ko}이며 ${ranked}점입니다${beside.ko}.`,
    en: `${reviews} ${reviews === 1 ? 'reviewer has' : 'reviewers have'} reviewed it. ${by.en} decides the ranking: ${ranked}${beside.en}.`,
  };
  return text[lang];
}

/** Somebody who was the last to get a seat: what is said of them, and what they are called. */
interface Told {
  readonly sentence: Text;
  readonly name: Text;
  readonly cut?: Last;
}

const lastsOf = ({ cut, quotas, seats }: Why): Told[] => [
  ...(cut ? [{ sentence: cutSentence(cut, seats), name: cutName(cut, seats), cut }] : []),
  ...quotas.map((quota) => ({
    sentence: quotaSentence(quota),
    name: {
      ko: `별도 선발(${quota.title.ko})의 마지막 선발자`,
      en: `the last person selected for a place reserved for “${quota.title.en}”`,
    },
    cut: quota.cut,
  })),
];

/** Without quotas nobody has to be told that a seat is open. */
const cutName = ({ open }: { readonly open: boolean }, { kept }: Why['seats']): Text =>
  open && kept > 0
    ? { ko: '일반 선발의 마지막 선발자', en: 'the last person selected without a reserved place' }
    : { ko: '마지막 선발자', en: 'the last person selected' };

function cutSentence(cut: NonNullable<Why['cut']>, seats: Why['seats']): Text {
  const { all, kept } = seats;
  const name = cutName(cut, seats);
  const onlyKept = !cut.open && kept === all;
  return {
    ko: `모집 인원은 ${all}명이고${onlyKept ? ' 모두 별도 선발 인원이며' : ''}, ${name.ko}는 ${cut.place}위(${scoreText(cut.score, 'ko')}점)입니다.`,
    en: `There ${all === 1 ? 'is 1 place' : `are ${all} places`}${onlyKept ? (all === 1 ? ', which is reserved' : ', all of them reserved') : ''}; ${name.en} is number ${cut.place} (score ${scoreText(cut.score, 'en')}).`,
  };
}

function quotaSentence({ title, seats, cut }: Why['quotas'][number]): Text {
  const kept = seats === 1 ? '1 place is' : `${seats} places are`;
  const last = cut
    ? {
        ko: `그 마지막 선발자는 ${cut.place}위(${scoreText(cut.score, 'ko')}점)입니다.`,
        en: `the last person who got one is number ${cut.place} (score ${scoreText(cut.score, 'en')}).`,
      }
    : { ko: '선발된 분이 없습니다.', en: 'nobody got one.' };
  return {
    ko: `이 지원서가 해당하는 별도 선발(${title.ko}) 인원은 ${seats}명이며, ${last.ko}`,
    en: `${kept} reserved for “${title.en}”, which applies to this application; ${last.en}`,
  };
}

function tieSentence(name: Text, { by, criterion }: TieBreak): Text {
  const same = { ko: `${name.ko}와 점수가 같아`, en: `The score is the same as that of ${name.en}:` };
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
        ko: `${same.ko} 추첨으로 순서를 정했습니다. 두 지원서의 추첨 결과는 아래에 있으며, 작은 쪽이 앞섭니다. 누구나 확인할 수 있습니다.`,
        en: `${same.en} a random draw decided, which anybody can check. Both draw values are below; the smaller one comes first.`,
      };
  }
}

function lotFacts(why: Why, lang: Lang): Explanation['facts'] {
  const drawn = lastsOf(why).flatMap(({ name, cut }) => (cut?.tieBreak?.lots ? [{ name, ...cut.tieBreak.lots }] : []));
  const lots = drawn.map(({ name, last }) => ({
    term: { ko: `${name.ko}의 추첨 결과`, en: `Draw value of ${name.en}` }[lang],
    value: last,
    code: true,
  }));
  return [...drawn.slice(0, 1).map(({ own }) => ({ term: words.ownLot[lang], value: own, code: true })), ...lots];
}

function moveSentences({ moves, place }: Why): { readonly text: Text; readonly reason?: string }[] {
  const made = moves.map(({ from, to, reason }, index) => ({ text: moveSentence(from, to, index > 0), reason }));
  const stands = moves.at(-1)?.to ?? place;
  return stands === place ? made : [...made, { text: shiftedSentence(place) }];
}

const moveSentence = (from: number, to: number, again: boolean): Text => ({
  ko: `${again ? '그 뒤 ' : ''}선발위원회가 다음 이유로 순위를 ${from}위에서 ${to}위로 조정했습니다.`,
  en: `${again ? 'Then the' : 'The'} committee changed the rank from ${from} to ${to} for this reason:`,
});

const shiftedSentence = (place: number): Text => ({
  ko: `그 뒤 다른 지원서의 순위가 조정되어 ${place}위가 되었습니다.`,
  en: `After that, changes to other applications made it number ${place}.`,
});

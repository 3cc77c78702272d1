import type { Lang } from '../../../functions/shared/i18n.ts';

/** A word that has another in its place, and that other. */
type Banned = readonly [word: RegExp, instead: string];

const korean: readonly Banned[] = [
  [/허가(?:서|합니다)/u, '교육생 선발 확인서'],
  [/입학생|합격/u, '교육생, 선발'],
  [/(?<!자동으로 )탈락/u, '선발되지 않음'],
  [/받아들(?:임|이|여)/u, '심사 대상에 포함'],
  [/대상으로 확정/u, '심사 대상에 포함'],
  [/자리(?:를|을)? ?(?:수락|포기|제안|드리|받으)/u, '참여하기, 참여 취소'],
  [/정원/u, '모집 인원'],
  [/대상이 정해진/u, '별도 선발 인원'],
  [/기다리는 분/u, '대기자'],
  [/대기 순서|대기(?:가)? 종료/u, '대기 순번, 대기 마감'],
  [/지원 신청|신청(?:서|자)/u, '지원서, 지원자'],
  [/이의 신청|다시 살펴봐/u, '재검토 요청'],
  [/바꿔 되돌|되돌린 위원/u, '순위 조정'],
  [/사양/u, '맡지 않음'],
  [/엄격함|심사위원 무리/u, '점수 편차'],
  [/기준 점수/u, '최저 점수'],
  [/(?<!위·변조 )확인값(?!을 적어)/u, '위·변조 확인값'],
  [/평가(?!원)/u, '심사'],
  [/대리자|담당 기관/u, '대신 맡은 담당자, 담당자'],
  [/(?:^|[\s(‘“])우리(?:가|는|를|의)?[\s,.]/u, '서울 핀테크 아카데미'],
  [/고치(?:기|십|면)|고쳐|바꾸기/u, '수정'],
  [/(?<!정정·)삭제/u, '파기'],
  [/(?<!이)(?<!스팸 )메일/u, '이메일'],
  [/(?<!무)조건/u, '지원 자격'],
  [/골라 주|고르십/u, '선택해 주십시오'],
  [/부재 중/u, '부재중'],
  [/redrive ?하|Runbook/u, '다시 실행(redrive)하십시오, 조치 안내'],
  [/오[전후] ?\d/u, '18:00'],
  [/\d[\s\u00a0]%/u, '80%'],
];

const english: readonly Banned[] = [
  [/\be-mail/iu, 'email'],
  [/\bmail(?:s|ed|box)?\b/iu, 'email'],
  [/\bwaitlist/iu, 'waiting list'],
  [/\bseats?\b/iu, 'place'],
  [/\b(?:the|a|by) lots?\b/iu, 'random draw'],
  [/\bhash\b/iu, 'check value'],
  [/\bconditions?\b/iu, 'eligibility criteria'],
  [/\bsever(?:e|ity)\b/iu, 'differences between reviewers'],
  [/does not open anything/iu, 'does not work'],
  [/what they are to you/iu, 'relationship to you'],
  [/has ended for you/iu, 'We cannot offer you another place'],
  [/city of seoul/iu, 'Seoul Metropolitan Government'],
  [/\bgo(?:es)? on (?:with|writing|by)/iu, 'continue'],
  [/\bat once\b|\banew\b|\bwhoever\b/iu, 'straight away, again, the person who'],
  [/\bbusiness days?\b/iu, 'working days'],
  [/\ba person (?:looks?|will|has|goes)/iu, 'our team'],
  [/\d[\s\u00a0]%/u, '80%'],
];

const banned: Readonly<Record<Lang, readonly Banned[]>> = { ko: korean, en: english };

/** The words of a text that have another in their place, each with it. */
export const bannedIn = (text: string, lang: Lang): readonly string[] =>
  banned[lang].flatMap(([word, instead]) => {
    const [found] = word.exec(text) ?? [];
    return found === undefined ? [] : [`${found} → ${instead}`];
  });

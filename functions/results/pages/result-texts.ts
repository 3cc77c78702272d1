import { type Said, wordsByRound } from '../../rounds/what-is-taken.ts';
import type { Text } from '../../shared/i18n.ts';

export const resultWords = {
  title: { ko: '선발 결과', en: 'Your result' },
  reference: { ko: '접수 번호', en: 'Reference number' },
  notYet: { ko: '아직 결과가 나오지 않았습니다', en: 'There is no result yet' },
  notYetText: {
    ko: '모든 지원자에게 결과를 동시에 알려 드립니다. 결과가 나오면 이메일로 알려 드리며, 이 화면에서 이유와 함께 보실 수 있습니다.',
    en: 'We tell all applicants at the same time. We will email you, and you will find the result and the reasons on this page.',
  },
  by: { ko: '결과 발표', en: 'Results by' },
  overdue: {
    ko: '알려 드린 날보다 늦어져 죄송합니다. 정해지는 대로 이메일로 알려 드립니다.',
    en: 'We are sorry that they are later than we announced. We will email you as soon as they are ready.',
  },
  status: { ko: '지원 현황으로 돌아가기', en: 'Back to your application' },
  lot: { ko: '추첨 확인하기', en: 'Check the random draw' },
  again: { ko: '재검토 요청하기', en: 'Ask us to look again' },
  againText: {
    ko: '점수나 순위에 잘못이 있다고 생각하시면 재검토를 요청하실 수 있습니다. 담당자가 심사와 순위를 처음부터 다시 살펴봅니다.',
    en: 'If you think that a score or your rank is wrong, you can ask us to look again. Our team will check the reviews and the ranking from the start.',
  },
  againUntil: { ko: '요청하실 수 있는 기간:', en: 'You can ask' },
  late: { ko: '재검토 요청 기간이 지났습니다', en: 'The deadline to ask us to look again has passed' },
  lateText: {
    ko: '결과 발표 뒤 정해진 기간 안에만 요청하실 수 있습니다. 꼭 알리셔야 할 사정이 있으면 문의처로 연락해 주십시오.',
    en: 'You can only ask within a few days of the results. If there is something that we must know, contact us.',
  },
  ended: { ko: '요청 기한', en: 'The deadline was' },
  asked: { ko: '재검토를 요청하셨습니다', en: 'You have asked us to look again' },
  askedText: {
    ko: '담당자가 다시 살펴보고 있습니다. 결과와 이유를 이메일로 알려 드립니다.',
    en: 'Our team is looking at it again. We will email you the result and the reason.',
  },
  answerBy: { ko: '답변 예정:', en: 'We will answer by' },
  refused: { ko: '재검토 결과: 결과가 그대로 유지됩니다', en: 'We have looked again: your result stays the same' },
  granted: { ko: '재검토 결과: 대기자로 등록되었습니다', en: 'We have looked again and put you on the waiting list' },
  words: { ko: '요청하신 내용', en: 'What you wrote' },
  reason: { ko: '이유', en: 'Reason' },
  notApplicable: {
    ko: '재검토를 요청하실 수 있는 결과가 아닙니다',
    en: 'You cannot ask us to look at this result again',
  },
  notApplicableText: {
    ko: '선발되지 않은 결과에 대해서만 요청하실 수 있습니다. 지금 결과는 지원 현황에서 보실 수 있습니다.',
    en: 'You can only ask if you were not selected. You can see your result on the page of your application.',
  },
} as const satisfies Record<string, Text>;

export const reconsiderationWords = {
  title: { ko: '재검토 요청하기', en: 'Ask us to look again' },
  lead: {
    ko: '어떤 점이 잘못되었다고 생각하시는지 적어 주십시오. 담당자가 지원서와 심사, 순위를 다시 살펴보고 답변해 드립니다. 잘못이 확인되고 대기 마감 전이면 올바른 순위에 맞는 대기 순번으로 등록해 드립니다. 이미 선발된 분의 결과는 바뀌지 않습니다. 요청은 한 번만 하실 수 있습니다.',
    en: 'Tell us what you think is wrong. Our team will check your application, its reviews and the ranking again, and answer you. If something was wrong and the waiting list has not closed, you join it at the correct rank. Places that are already given do not change. You can ask once.',
  },
  label: { ko: '재검토를 요청하시는 이유', en: 'What we should look at again' },
  missing: { ko: '재검토를 요청하시는 이유를 입력해 주십시오.', en: 'Tell us what we should look at again.' },
  send: { ko: '요청 보내기', en: 'Send the request' },
  back: { ko: '결과로 돌아가기', en: 'Back to the result' },
} as const satisfies Record<string, Text>;

/** What a result says, by what is taken. */
export const resultWordsOf = wordsByRound<Said<typeof resultWords>>(resultWords, {
  extension: {
    granted: {
      ko: '재검토 결과: 입주 연장 대상에 포함되었습니다',
      en: 'We have looked again: you are among those who can stay on',
    },
  },
});

/** What is said to whoever asks us to look again. */
export const reconsiderationWordsOf = wordsByRound<Said<typeof reconsiderationWords>>(reconsiderationWords, {
  extension: {
    lead: {
      ko: '어떤 점이 잘못되었다고 생각하시는지 적어 주십시오. 담당자가 지원서와 심사, 순위를 다시 살펴보고 답변해 드립니다. 잘못이 확인되고 연장 심사가 끝나기 전이면 올바른 순위에 맞게 연장 대상에 포함해 드립니다. 이미 선정된 기업의 결과는 바뀌지 않습니다. 요청은 한 번만 하실 수 있습니다.',
      en: 'Tell us what you think is wrong. Our team will check your application, its reviews and the ranking again, and answer you. If something was wrong and the round of extensions has not ended, you are put among those who can stay on, at the correct rank. What others were told does not change. You can ask once.',
    },
  },
});

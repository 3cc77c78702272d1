import type { Text } from '../../shared/i18n.ts';

export const resultWords = {
  title: { ko: '선발 결과', en: 'Your result' },
  reference: { ko: '접수 번호', en: 'Reference' },
  notYet: { ko: '아직 결과가 나오지 않았습니다', en: 'There is no result yet' },
  notYetText: {
    ko: '모든 지원자의 결과를 같은 때에 알려 드립니다. 결과가 나오면 메일로 알려 드리고 이 화면에서 이유와 함께 보실 수 있습니다.',
    en: 'All applicants are told at the same moment. You will have a mail, and find the result and its reasons on this page.',
  },
  by: { ko: '결과 발표', en: 'Results by' },
  overdue: {
    ko: '알려 드린 날보다 늦어지고 있습니다. 정해지는 대로 메일로 알려 드립니다.',
    en: 'Later than we had announced. We mail you as soon as they are decided.',
  },
  status: { ko: '지원 현황으로', en: 'Back to your application' },
  lot: { ko: '추첨 확인하기', en: 'Verify the lot' },
  again: { ko: '다시 살펴봐 달라고 요청하기', en: 'Ask a person to look again' },
  againText: {
    ko: '점수나 순위에 잘못이 있다고 생각하시면, 담당자가 심사와 순위를 처음부터 다시 살펴보도록 요청하실 수 있습니다.',
    en: 'If you think that a score or the ranking is wrong, you can ask for a person to go through the reviews and the ranking again.',
  },
  againUntil: { ko: '요청할 수 있는 기간:', en: 'You can ask' },
  late: { ko: '다시 살펴봐 달라고 요청할 수 있는 기간이 끝났습니다', en: 'The time to ask for another look is over' },
  lateText: {
    ko: '결과 발표 뒤 정해진 기간 안에만 요청하실 수 있습니다. 꼭 알려야 할 사정이 있으면 문의처로 연락해 주십시오.',
    en: 'It can be asked for only in the days after the results. If there is something that we must know, please contact us.',
  },
  ended: { ko: '기간 종료', en: 'It ended' },
  asked: { ko: '다시 살펴봐 달라고 요청하셨습니다', en: 'You have asked for another look' },
  askedText: {
    ko: '담당자가 살펴보고 있습니다. 결과와 이유를 메일로 알려 드립니다.',
    en: 'A person is looking at it. We mail you the outcome with its reason.',
  },
  answerBy: { ko: '답변 예정', en: 'You will have an answer' },
  refused: { ko: '다시 살펴본 결과, 결정이 그대로 유지됩니다', en: 'We have looked again, and the result stands' },
  granted: { ko: '다시 살펴본 결과, 대기자로 등록되었습니다', en: 'We have looked again and put you on the waitlist' },
  words: { ko: '요청하신 내용', en: 'What you wrote' },
  reason: { ko: '이유', en: 'The reason' },
  notApplicable: { ko: '다시 살펴봐 달라고 요청할 결과가 없습니다', en: 'There is no result to look at again' },
  notApplicableText: {
    ko: '선발되지 못한 결과에 대해서만 요청하실 수 있습니다. 지금 결과는 지원 현황에서 보실 수 있습니다.',
    en: 'It can be asked for where somebody was not selected. See the page of your application for where you stand.',
  },
} as const satisfies Record<string, Text>;

export const reconsiderationWords = {
  title: { ko: '다시 살펴봐 달라고 요청하기', en: 'Ask a person to look again' },
  lead: {
    ko: '어떤 점이 잘못되었다고 생각하시는지 적어 주십시오. 담당자가 지원서와 심사, 순위를 다시 살펴보고 답해 드립니다. 받아들여지면, 대기가 아직 끝나지 않은 동안에는 대기자 명단의 알맞은 순서에 들어갑니다. 이미 정해진 자리는 바뀌지 않습니다. 한 번만 요청하실 수 있습니다.',
    en: 'Say what you think is wrong. A person goes through your application, its reviews and the ranking again, and answers. If they agree, and the waitlist has not ended by then, you join it at the place that is right; seats already given stay where they are. You can ask once.',
  },
  label: { ko: '다시 살펴봐야 하는 이유', en: 'What should be looked at again' },
  missing: { ko: '다시 살펴봐야 하는 이유를 입력해 주십시오.', en: 'Say what should be looked at again.' },
  send: { ko: '요청 보내기', en: 'Send the request' },
  back: { ko: '결과로 돌아가기', en: 'Back to the result' },
} as const satisfies Record<string, Text>;

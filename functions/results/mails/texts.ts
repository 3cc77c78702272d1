import type { Text } from '../../shared/i18n.ts';

interface MailText {
  /** Of a mail about a request, with its due time. */
  readonly subject: Text | ((due: Text) => Text);
  readonly preheader: Text;
  readonly text: Text;
}

export const reconsiderationMails = {
  received: {
    subject: (due: Text): Text => ({
      ko: `다시 살펴봐 달라는 요청을 받았습니다: ${due.ko}까지 답해 드립니다`,
      en: `We have your request to look again: you will have an answer by ${due.en}`,
    }),
    preheader: { ko: '담당자가 살펴본 뒤 알려 드립니다.', en: 'A person looks at it and answers.' },
    text: {
      ko: '담당자가 지원서와 심사, 순위를 다시 살펴봅니다. 결과와 이유를 메일로 알려 드리며, 그때까지 하실 일은 없습니다.',
      en: 'A person goes through your application, its reviews and the ranking again. We mail you the outcome with its reason; until then there is nothing you need to do.',
    },
  },
  refused: {
    subject: { ko: '다시 살펴본 결과를 알려 드립니다', en: 'We have looked at your result again' },
    preheader: { ko: '결과와 그 이유입니다.', en: 'What came of it, and why.' },
    text: {
      ko: '담당자가 다시 살펴보았으며, 결과는 그대로 유지됩니다. 이유는 다음과 같습니다.',
      en: 'A person has looked at it again, and the result stands. This is the reason:',
    },
  },
  granted: {
    subject: { ko: '다시 살펴본 결과: 대기자로 등록되었습니다', en: 'We have looked again: you are on the waitlist' },
    preheader: { ko: '다시 살펴본 결과와 그 이유입니다.', en: 'We have looked at your result again.' },
    text: {
      ko: '담당자가 다시 살펴본 결과, 대기자 명단에 등록해 드렸습니다. 자리가 나면 순번대로 메일로 연락드립니다. 이유는 다음과 같습니다.',
      en: 'A person has looked at it again and put you on the waitlist. When a seat becomes free it is offered by mail, in the order of the list. This is the reason:',
    },
  },
} as const satisfies Record<string, MailText>;

export const reconsiderationMailWords = {
  words: { ko: '요청하신 내용', en: 'What you wrote' },
  answerBy: { ko: '답변 예정', en: 'You will have an answer by' },
  number: { ko: '대기 순번', en: 'Your number on the waitlist' },
  toResult: { ko: '결과 보기', en: 'See your application' },
} as const satisfies Record<string, Text>;

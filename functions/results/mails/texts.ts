import { type Said, wordsByRound } from '../../rounds/what-is-taken.ts';
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
      ko: `재검토 요청을 받았습니다: ${due.ko}까지 답변해 드립니다`,
      en: `We have received your request to look again: we will answer by ${due.en}`,
    }),
    preheader: { ko: '담당자가 다시 살펴본 뒤 알려 드립니다.', en: 'Our team will look at it and answer.' },
    text: {
      ko: '담당자가 지원서와 심사, 순위를 다시 살펴봅니다. 결과와 이유를 이메일로 알려 드리며, 그때까지 하실 일은 없습니다.',
      en: 'Our team will check your application, its reviews and the ranking again. We will email you the result and the reason. Until then, you do not need to do anything.',
    },
  },
  refused: {
    subject: { ko: '재검토 결과를 알려 드립니다', en: 'We have looked at your result again' },
    preheader: { ko: '결과와 그 이유입니다.', en: 'The result and the reason.' },
    text: {
      ko: '담당자가 다시 살펴보았으나 결과는 그대로 유지됩니다. 이유는 다음과 같습니다.',
      en: 'Our team has looked again, and your result stays the same. This is the reason:',
    },
  },
  granted: {
    subject: { ko: '재검토 결과: 대기자로 등록되었습니다', en: 'We have looked again: you are on the waiting list' },
    preheader: { ko: '재검토 결과와 그 이유입니다.', en: 'The result and the reason.' },
    text: {
      ko: '담당자가 다시 살펴본 결과, 대기자로 등록되셨습니다. 빈자리가 나면 순번대로 이메일로 연락드립니다. 이유는 다음과 같습니다.',
      en: 'Our team has looked again and put you on the waiting list. When a place becomes free, we email the next person on the list. This is the reason:',
    },
  },
} as const satisfies Record<string, MailText>;

export const reconsiderationMailWords = {
  words: { ko: '요청하신 내용', en: 'What you wrote' },
  answerBy: { ko: '답변 예정', en: 'We will answer by' },
  number: { ko: '대기 순번', en: 'Your number on the waiting list' },
  toResult: { ko: '지원 현황 보기', en: 'See your application' },
} as const satisfies Record<string, Text>;

/** Startups that may stay on after all: how many more may is another matter than how many places are free. */
const grantedExtension = {
  subject: {
    ko: '재검토 결과: 입주 연장 대상에 포함되었습니다',
    en: 'We have looked again: you are among those who can stay on',
  },
  preheader: reconsiderationMails.granted.preheader,
  text: {
    ko: '담당자가 다시 살펴본 결과, 입주 연장 대상에 포함되셨습니다. 연장할 수 있는 기업 수가 남아 있으면 연장 여부를 여쭙는 이메일을 곧 보내 드립니다. 이유는 다음과 같습니다.',
    en: 'Our team has looked again, and you are among the startups that can stay on. If more startups can be extended, we are about to email you to ask if you accept. This is the reason:',
  },
} as const satisfies MailText;

/** What a startup or a person reads whose result is another one after it was looked at again. */
export const grantedTextOf = wordsByRound<Said<typeof reconsiderationMails.granted>>(reconsiderationMails.granted, {
  extension: grantedExtension,
});

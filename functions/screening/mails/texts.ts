import type { Text } from '../../shared/i18n.ts';

export const screeningMailWords = {
  assigned: {
    subject: (due: Text, count: Text): Text => ({
      ko: `지원서 심사 요청: ${count.ko}, ${due.ko}까지`,
      en: `Applications for you to review: ${count.en}, by ${due.en}`,
    }),
    lead: {
      ko: '아래 모집의 지원서 심사를 맡아 주십시오. 맡으신 지원서는 모두 한 링크에 있고, 하나씩 저장하고 보낼 수 있습니다.',
      en: 'Please review the applications below. All of them are behind one link; you save and send them one by one.',
    },
  },
  added: {
    subject: (due: Text): Text => ({
      ko: `지원서 추가 심사 요청: ${due.ko}까지`,
      en: `One more application for you to review, by ${due.en}`,
    }),
    lead: {
      ko: '다른 심사위원의 의견이 더 필요한 지원서가 있어 부탁드립니다.',
      en: 'One more opinion is needed on an application, and we ask you for it.',
    },
  },
  reminder: {
    subject: (due: Text, count: Text): Text => ({
      ko: `남은 심사가 있습니다: ${count.ko}, ${due.ko}까지`,
      en: `Reminder: ${count.en} left to do, by ${due.en}`,
    }),
    lead: {
      ko: '아직 보내지 않으신 심사가 있습니다. 기한이 지나면 다른 심사위원께 부탁드리게 됩니다.',
      en: 'Some of your reviews have not been sent yet. Once they are overdue, somebody else will be asked.',
    },
  },
  round: { ko: '모집', en: 'Round' },
  count: { ko: '맡으신 심사', en: 'Your reviews' },
  left: { ko: '남은 심사', en: 'Left to do' },
  application: { ko: '지원서', en: 'Application' },
  due: { ko: '기한', en: 'Due' },
  preheader: { ko: '기한까지 심사해 주십시오.', en: 'Please review them by the date given.' },
  open: { ko: '심사 목록 열기', en: 'Open your reviews' },
  private: {
    ko: '이 링크는 받는 분만 쓸 수 있습니다. 여는 것만으로는 아무것도 바뀌지 않습니다. 이해관계가 있거나 심사하기 어려우면 지원서마다 알려 주실 수 있습니다.',
    en: 'This link is for you alone, and opening it changes nothing. If you have a conflict of interest or cannot review an application, you can say so on its page.',
  },
} as const satisfies Record<string, Text | { readonly subject: (due: Text, count: Text) => Text; readonly lead: Text }>;

/** How many reviews, in words. */
export const reviewCount = (count: number): Text => ({
  ko: `${count}건`,
  en: count === 1 ? '1 review' : `${count} reviews`,
});

import type { Text } from '../../shared/i18n.ts';

export const screeningMailWords = {
  assigned: {
    subject: (due: Text, count: Text): Text => ({
      ko: `지원서 심사 요청: ${count.ko}, ${due.ko}까지`,
      en: `Please review applications: ${count.en}, by ${due.en}`,
    }),
    lead: {
      ko: '아래 모집의 지원서 심사를 부탁드립니다. 맡으신 지원서는 아래 링크에서 모두 보실 수 있으며, 한 건씩 저장하고 제출하실 수 있습니다.',
      en: 'Please review applications for the round below. You find all of them with the link, and you can save and send them one by one.',
    },
  },
  added: {
    subject: (due: Text): Text => ({
      ko: `지원서 추가 심사 요청: ${due.ko}까지`,
      en: `Please review one more application, by ${due.en}`,
    }),
    lead: {
      ko: '심사가 더 필요한 지원서가 있어 부탁드립니다.',
      en: 'An application needs one more review. Please review it.',
    },
  },
  reminder: {
    subject: (due: Text, count: Text): Text => ({
      ko: `남은 심사 안내: ${count.ko}, ${due.ko}까지`,
      en: `Reminder: ${count.en} left to do, by ${due.en}`,
    }),
    lead: {
      ko: '아직 제출하지 않으신 심사가 있습니다. 기한이 지나면 다른 심사위원께 부탁드립니다.',
      en: 'You have not sent some of your reviews yet. Once they are overdue, we ask somebody else.',
    },
  },
  round: { ko: '모집', en: 'Round' },
  count: { ko: '맡으신 심사', en: 'Your reviews' },
  left: { ko: '남은 심사', en: 'Left to do' },
  application: { ko: '지원서', en: 'Application' },
  due: { ko: '기한', en: 'Due' },
  preheader: { ko: '기한까지 심사해 주십시오.', en: 'Review them by the deadline.' },
  open: { ko: '심사 목록 열기', en: 'Open your reviews' },
  private: {
    ko: '이 링크는 받으신 분만 사용하실 수 있으며, 여는 것만으로는 아무것도 바뀌지 않습니다. 이해관계가 있거나 심사하기 어려우시면 지원서마다 알려 주실 수 있습니다.',
    en: 'Only you can use this link, and opening it does not change anything. If you have a conflict of interest or cannot review an application, you can tell us on its page.',
  },
} as const satisfies Record<string, Text | { readonly subject: (due: Text, count: Text) => Text; readonly lead: Text }>;

/** How many reviews, in words. */
export const reviewCount = (count: number): Text => ({
  ko: `${count}건`,
  en: count === 1 ? '1 review' : `${count} reviews`,
});

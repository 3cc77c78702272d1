import type { Text } from '../../shared/i18n.ts';

const items = (count: number): Text => ({ ko: `항목 ${count}건`, en: count === 1 ? '1 item' : `${count} items` });

export const checklistMailWords = {
  asked: {
    subject: (title: Text, count: number, due: Text): Text => ({
      ko: `${title.ko}: 처리하실 ${items(count).ko}, ${due.ko}까지`,
      en: `${title.en}: ${items(count).en} for you to complete, the first by ${due.en}`,
    }),
    text: {
      ko: '아래 항목을 기한까지 처리하신 뒤, 항목마다 완료 여부를 알려 주십시오. 처리하실 수 없는 항목은 그 이유를 알려 주시면 담당자가 다른 방법을 정합니다.',
      en: 'Please complete the items below by their due dates, and tell us of each when it is done. If one cannot be done, tell us why, and our team will decide what to do instead.',
    },
  },
  moved: {
    subject: (title: Text, count: number, due: Text): Text => ({
      ko: `${title.ko}: ${items(count).ko}의 기한이 바뀌었습니다, ${due.ko}까지`,
      en: `${title.en}: new due dates of ${items(count).en}, the first by ${due.en}`,
    }),
    text: {
      ko: '기준이 되는 날이 바뀌어 아래 항목의 기한을 다시 정했습니다. 앞서 알려 드린 기한 대신 아래의 기한을 확인해 주십시오.',
      en: 'The day from which these items are counted is another now. Please go by the dates below, and no longer by those that we sent you before.',
    },
  },
  reminder: {
    subject: (title: Text, count: number, due: Text): Text => ({
      ko: `다시 알려 드립니다: ${title.ko} ${items(count).ko}, ${due.ko}까지`,
      en: `Reminder: ${title.en}, ${items(count).en} to complete, the first by ${due.en}`,
    }),
    text: {
      ko: '아직 완료 여부를 알려 주지 않으신 항목이 있습니다.',
      en: 'You have not told us yet that these items are done.',
    },
  },
  preheader: { ko: '항목별 기한과 안내를 확인해 주십시오.', en: 'See what is due and by when.' },
  of: { ko: '대상', en: 'For' },
  due: { ko: '기한', en: 'Due' },
  required: { ko: '(필수)', en: '(required)' },
  returned: { ko: '보완 요청', en: 'Returned' },
  amount: { ko: '금액', en: 'Amount' },
  open: { ko: '항목 열기', en: 'Open the items' },
  private: {
    ko: '이 링크로 누구나 항목을 처리할 수 있으니 다른 사람에게 보내지 마십시오.',
    en: 'Anyone with this link can report about your items. Do not pass it on.',
  },
  postponed: {
    subject: (title: Text, label: Text, due: Text): Text => ({
      ko: `${title.ko}: ‘${label.ko}’ 기한 변경, ${due.ko}까지`,
      en: `${title.en}: “${label.en}” is now due by ${due.en}`,
    }),
    text: { ko: '담당자가 아래 항목의 기한을 바꾸었습니다.', en: 'Our team has changed when this item is due.' },
  },
  dropped: {
    subject: (title: Text, label: Text): Text => ({
      ko: `${title.ko}: ‘${label.ko}’ 항목 취소`,
      en: `${title.en}: “${label.en}” is no longer needed`,
    }),
    text: {
      ko: '담당자가 아래 항목을 하지 않기로 했습니다. 이 항목으로 하실 일은 없습니다.',
      en: 'Our team has decided that this item is not needed. You do not need to do anything for it.',
    },
  },
  substituted: {
    subject: (title: Text, label: Text): Text => ({
      ko: `${title.ko}: ‘${label.ko}’ 항목을 다른 항목으로 대체`,
      en: `${title.en}: something else takes the place of “${label.en}”`,
    }),
    text: {
      ko: '담당자가 아래 항목을 다른 항목으로 대체했습니다. 이 항목으로 하실 일은 없습니다.',
      en: 'Our team has put something else in the place of this item. You do not need to do anything for it.',
    },
  },
  item: { ko: '항목', en: 'Item' },
  why: { ko: '이유', en: 'Reason' },
} as const satisfies Record<string, unknown>;

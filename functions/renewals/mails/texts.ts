import type { Text } from '../../shared/i18n.ts';

/** The words of the mails about staying on. */
export const renewalMailWords = {
  invited: {
    subject: (due: Text): Text => ({
      ko: `입주 연장을 신청하실 수 있습니다 (${due.ko}까지)`,
      en: `You can apply to stay on in the Lab (by ${due.en})`,
    }),
    preheader: {
      ko: '신청하지 않으시면 입주는 협약의 마지막 날에 끝납니다.',
      en: 'If you do not, your residency ends on the last day of your contract.',
    },
    text: {
      ko: '입주 기간이 곧 끝납니다. 더 머무르시려면 기한까지 연장을 신청해 주십시오. 같은 때에 끝나는 기업을 함께 심사합니다. 신청하지 않으시면 입주는 지금 협약의 마지막 날에 끝납니다.',
      en: 'Your contract ends soon. If you want to stay, apply for an extension in time. Startups whose contracts end at about the same time are reviewed together. If you do not apply, your residency ends on the last day of your present contract.',
    },
  },
  reminder: {
    subject: (due: Text): Text => ({
      ko: `입주 연장 신청을 기다리고 있습니다 (${due.ko}까지)`,
      en: `Reminder: apply to stay on in the Lab by ${due.en}`,
    }),
    preheader: {
      ko: '연장하지 않으시더라도 알려 주시면 고맙겠습니다.',
      en: 'If you do not want to stay, please tell us, too.',
    },
    text: {
      ko: '연장 지원서를 아직 받지 못했습니다. 연장하지 않으시려면 아래 화면에서 알려 주십시오. 작성 중이신 지원서는 제출하셔야 접수됩니다.',
      en: 'We have no application from you yet. If you do not want to stay, tell us on the page below. An application that you have begun counts only once you have sent it.',
    },
  },
  declined: {
    subject: { ko: '입주를 연장하지 않으시는 것으로 기록했습니다', en: 'You do not stay on in the Lab' },
    preheader: { ko: '입주가 끝나는 날을 알려 드립니다.', en: 'We tell you when your residency ends.' },
    text: {
      ko: '알려 주셔서 감사합니다. 입주는 지금 협약의 마지막 날에 끝납니다. 마음이 바뀌시면 신청 마감 전까지는 연장을 신청하실 수 있습니다.',
      en: 'Thank you for telling us. Your residency ends on the last day of your present contract. If you change your mind, you can still apply until applications close.',
    },
  },
  lapsed: {
    subject: { ko: '입주는 협약의 마지막 날에 끝납니다', en: 'Your residency ends with your present contract' },
    preheader: { ko: '마감까지 연장 지원서를 받지 못했습니다.', en: 'We had no application for an extension.' },
    text: {
      ko: '마감까지 연장 지원서를 받지 못하여, 입주는 지금 협약의 마지막 날에 끝납니다. 나가실 때 하실 일은 그 전에 따로 알려 드립니다. 사정이 있었으면 문의처로 바로 연락해 주십시오.',
      en: 'We had no application for an extension when they closed, so your residency ends on the last day of your present contract. Before that we tell you what is to be done. If something kept you from applying, contact us straight away.',
    },
  },
  toPage: { ko: '연장 여부 답하기', en: 'Tell us if you want to stay' },
  toRound: { ko: '신청 대상과 일정 보기', en: 'See who can apply, and when' },
  privateEnd: {
    ko: '이 이메일에는 귀사의 입주에 관한 내용이 있습니다. 다른 사람에게 전달하지 마십시오.',
    en: 'This email is about your residency. Do not forward it.',
  },
  private: {
    ko: '이 링크로 귀사의 연장 지원서를 열 수 있습니다. 다른 사람에게 전달하지 마십시오.',
    en: 'This link opens your application for an extension. Do not forward it.',
  },
} as const;

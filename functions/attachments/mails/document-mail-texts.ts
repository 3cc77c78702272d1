import type { Text } from '../../shared/i18n.ts';

export const documentMailWords = {
  subject: (due: Text): Text => ({
    ko: `제출 서류를 받지 못했습니다: ${due.ko}까지 다시 보내 주십시오`,
    en: `We could not take one of your documents: please send it again by ${due.en}`,
  }),
  subjectClosed: {
    ko: '제출 서류를 받지 못했습니다: 담당자에게 문의해 주십시오',
    en: 'We could not take one of your documents: please contact us',
  },
  preheader: {
    ko: '지원서는 그대로 접수되어 있습니다.',
    en: 'Your application itself is as you sent it.',
  },
  text: {
    ko: '제출하신 지원서는 그대로 접수되어 있습니다. 다만 보내신 서류 가운데 아래의 파일을 검사한 결과 받지 못했습니다.',
    en: 'We have your application as you sent it. But we have checked the file below, and could not take it.',
  },
  button: { ko: '내 지원 현황 보기', en: 'See your application' },
  again: (until: string): Text => ({
    ko: `${until}까지 ‘제출 서류 보내기’에서 다시 보내 주십시오. 지원서를 다시 제출하실 필요는 없습니다.`,
    en: `Send it again under “Send your documents” by ${until}. You do not need to send the application again.`,
  }),
  closed: {
    ko: '접수가 마감되어 이 화면에서는 다시 보내실 수 없습니다. 아래 문의처로 바로 연락해 주십시오.',
    en: 'Applications have closed, so you cannot send it again here. Contact us straight away at the address below.',
  },
} as const;

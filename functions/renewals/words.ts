import type { Text } from '../shared/i18n.ts';

/** The words of an invitation to stay on, on its pages and in its mails. */
export const renewalWords = {
  title: { ko: '입주를 연장하시겠습니까?', en: 'Would you like to stay on?' },
  lead: {
    ko: '입주 기간이 곧 끝납니다. 더 머무르시려면 아래 기한까지 연장을 신청해 주십시오. 같은 때에 끝나는 기업을 함께 심사하여 결과를 한날에 알려 드립니다.',
    en: 'Your contract ends soon. If you want to stay, apply for an extension by the time below. Startups whose contracts end at about the same time are reviewed together, and all results are out on one day.',
  },
  residency: { ko: '입주', en: 'Residency' },
  ends: { ko: '지금 협약의 마지막 날', en: 'Last day of your contract' },
  next: { ko: '연장되면 다음 기간', en: 'Your next term, if extended' },
  closes: { ko: '신청 마감', en: 'Apply by' },
  results: { ko: '결과 발표', en: 'Results' },
  figuresLead: {
    ko: '심사위원은 보내신 분기 보고를 답변보다 먼저 봅니다. 보내지 않은 보고가 있으면 신청 마감 전에 보내 주십시오.',
    en: 'Reviewers see your quarterly reports before your answers. If one has not been sent, send it before applications close.',
  },
  apply: { ko: '연장 지원서 작성하기', en: 'Apply for an extension' },
  notStay: { ko: '연장하지 않고 입주를 마치기', en: 'We do not want to stay' },
  sure: { ko: '연장하지 않으시겠습니까?', en: 'You do not want to stay?' },
  sureLead: {
    ko: '입주는 지금 협약의 마지막 날에 끝납니다. 마음이 바뀌시면 신청 마감 전까지는 연장을 신청하실 수 있습니다.',
    en: 'Your residency ends on the last day of your contract. If you change your mind, you can still apply until applications close.',
  },
  yes: { ko: '네, 연장하지 않습니다', en: 'Yes, we leave' },
  applied: { ko: '연장 지원서를 받았습니다', en: 'We have your application' },
  appliedText: {
    ko: '심사 결과를 이메일로 알려 드립니다. 신청 마감 전까지는 지원서를 수정하실 수 있습니다.',
    en: 'We email you the result. You can change your application until applications close.',
  },
  declined: { ko: '연장하지 않겠다는 답을 받았습니다', en: 'You have told us that you do not want to stay' },
  declinedText: {
    ko: '입주는 협약의 마지막 날에 끝납니다. 나가실 때 하실 일은 그 전에 이메일로 알려 드립니다.',
    en: 'Your residency ends on the last day of your contract. Before that we email you what is to be done.',
  },
  lapsed: { ko: '연장 신청이 마감되었습니다', en: 'Applications for an extension have closed' },
  lapsedText: {
    ko: '마감까지 지원서를 받지 못하여, 입주는 협약의 마지막 날에 끝납니다. 사정이 있었으면 문의처로 알려 주십시오.',
    en: 'We had no application from you by then, so your residency ends on the last day of your contract. If something kept you from applying, contact us.',
  },
  gone: { ko: '더 이상 여쭙지 않는 요청입니다', en: 'This request is no longer open' },
  goneText: {
    ko: '모집이 취소되었거나 입주의 사정이 바뀌어 이 연장 신청은 받지 않습니다. 궁금하신 점은 문의처로 연락해 주십시오.',
    en: 'The round was cancelled, or something about your residency has changed, so this application is not taken. Contact us if you have questions.',
  },
  openIt: { ko: '지원서 열기', en: 'Open your application' },
  stillApply: { ko: '마음이 바뀌어 연장 신청하기', en: 'Apply after all' },
} as const satisfies Record<string, Text>;

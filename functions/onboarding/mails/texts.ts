import type { SlotState } from '../../documents/deciding.ts';
import type { Text } from '../../shared/i18n.ts';

/** The words of the mails to startups before they move in. */
export const onboardingMailWords = {
  asked: {
    subject: (due: Text): Text => ({
      ko: `입주 서류를 보내 주십시오 (${due.ko})`,
      en: `Send your documents (${due.en})`,
    }),
    preheader: { ko: '입주하시기 전에 필요한 서류입니다.', en: 'We need them before you move in.' },
    text: {
      ko: '입주를 준비합니다. 아래의 서류를 기한까지 보내 주시면 랩 매니저가 확인한 뒤 협약서의 서명을 요청합니다.',
      en: 'Your place is being prepared. Send these documents by the last day; the lab manager checks them, then we ask you to sign the agreement.',
    },
    returned: {
      ko: '확인한 결과 다시 보내 주셔야 할 서류가 있습니다. 기한은 그대로입니다.',
      en: 'Some documents have to be sent once more. The last day stays as it is.',
    },
  },
  reminder: {
    subject: (due: Text): Text => ({
      ko: `입주 서류를 기다리고 있습니다 (${due.ko})`,
      en: `We are waiting for your documents (${due.en})`,
    }),
    preheader: {
      ko: '기한까지 오지 않으면 자리는 다음 기업에 돌아갑니다.',
      en: 'Without them your place goes to the next startup.',
    },
    text: {
      ko: '아직 서류가 모두 오지 않았습니다. 기한까지 필수 서류가 오지 않으면 자리는 다음 대기 기업에 돌아갑니다.',
      en: 'Not all documents are there yet. If a required one is missing on the last day, your place goes to the next startup on the waiting list.',
    },
  },
  ended: {
    subject: { ko: '입주 절차가 끝났습니다', en: 'You will not move in' },
    preheader: { ko: '이유를 알려 드립니다.', en: 'We tell you why.' },
    why: {
      documents: {
        ko: '기한까지 필요한 서류가 모두 오지 않았거나 인정되지 않아, 자리가 다음 대기 기업에 돌아갔습니다.',
        en: 'Not all required documents were there and accepted by the last day, so your place has gone to the next startup on the waiting list.',
      },
      agreement: {
        ko: '협약서에 양쪽의 서명이 모두 이루어지지 않아, 자리가 다음 대기 기업에 돌아갔습니다.',
        en: 'The agreement was not signed by both sides, so your place has gone to the next startup on the waiting list.',
      },
    },
    states: {
      missing: { ko: '오지 않음', en: 'not sent' },
      checking: { ko: '파일 검사가 끝나지 않음', en: 'still being checked' },
      refused: { ko: '보내신 파일을 받지 못함', en: 'the file could not be taken' },
      undecided: { ko: '승인되지 않음', en: 'not accepted' },
      returned: { ko: '승인되지 않음', en: 'not accepted' },
      accepted: { ko: '승인됨', en: 'accepted' },
    } satisfies Record<SlotState, Text>,
    text: {
      ko: '궁금하신 점이나 알리실 사정이 있으면 문의처로 연락해 주십시오. 다음 모집에 다시 지원하실 수 있습니다.',
      en: 'If you have questions, or there is something that we should know, contact us. You can apply again in the next round.',
    },
  },
  allotted: {
    subject: { ko: '입주 공간이 정해졌습니다', en: 'Your space in the Lab' },
    preheader: { ko: '공간과 입주 기간을 알려 드립니다.', en: 'Where it is, and for how long.' },
    text: {
      ko: '입주하실 공간이 정해졌습니다. 이제 출입증, 네트워크, 가구 등을 준비합니다. 어디까지 준비되었는지는 지원 현황에서 보실 수 있습니다.',
      en: 'Your space is allotted. Access cards, network, furniture and the like are prepared next: the page of your application shows how far they are.',
    },
  },
  begun: {
    subject: { ko: '입주를 환영합니다', en: 'Welcome to the Lab' },
    preheader: { ko: '오늘부터 입주가 시작됩니다.', en: 'Your residency begins today.' },
    text: {
      ko: '오늘부터 입주가 시작됩니다. 준비된 공간과 기간을 알려 드립니다.',
      en: 'Your residency begins today. This is your space, and how long it is yours.',
    },
  },
  documents: { ko: '보내실 서류', en: 'Documents to send' },
  dueOn: { ko: '제출 기한', en: 'Last day' },
  space: { ko: '입주 공간', en: 'Your space' },
  term: { ko: '입주 기간', en: 'Term' },
  why: { ko: '보완을 요청한 이유', en: 'Why it was returned' },
  open: { ko: '서류 보내기', en: 'Send documents' },
  toList: { ko: '준비 상황 보기', en: 'See what is prepared' },
  toResidency: { ko: '입주 안내 보기', en: 'See your residency' },
  toStatus: { ko: '지원 현황 보기', en: 'See your application' },
  private: {
    ko: '이 링크로 귀사의 서류를 보낼 수 있습니다. 다른 사람에게 전달하지 마십시오.',
    en: 'With this link your documents can be sent. Do not forward it.',
  },
} as const;

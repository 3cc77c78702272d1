import type { Lang, Text } from '../shared/i18n.ts';

/** The words of onboarding, on its pages and in its mails. */
export const onboardingWords = {
  toStatus: { ko: '지원 현황으로', en: 'To your application' },
  toRequest: { ko: '서류 제출 요청으로 돌아가기', en: 'Back to what you are asked for' },
  startup: { ko: '입주 기업', en: 'Startup' },
  representative: { ko: '대표자', en: 'Representative' },
  contract: { ko: '입주 기간', en: 'Term' },
  desks: { ko: '필요한 책상 수', en: 'Desks needed' },
  access: { ko: '필요한 편의', en: 'Support needed' },
  dueOn: { ko: '제출 기한', en: 'Send them by' },
  documents: { ko: '제출 서류', en: 'Documents' },
  required: { ko: '필수', en: 'required' },
  optional: { ko: '선택', en: 'optional' },
  documentsLead: {
    ko: '입주하시기 전에 아래의 서류를 보내 주십시오. 기한까지 필수 서류가 오지 않으면 자리는 다음 대기 기업에 돌아갑니다.',
    en: 'Send these documents before you move in. If a required one is not there in time, your place goes to the next startup on the waiting list.',
  },
  toDocuments: { ko: '서류 보내기', en: 'Send documents' },
  send: { ko: '모두 보냈으니 확인 요청하기', en: 'All are there: ask us to check them' },
  lacking: {
    ko: '아직 필요한 서류가 있습니다. 먼저 보내 주십시오.',
    en: 'A required document is still missing. Send it first.',
  },
  sent: { ko: '서류를 받았습니다', en: 'We have your documents' },
  sentText: {
    ko: '랩 매니저가 확인한 뒤 결과를 이메일로 알려 드립니다.',
    en: 'The lab manager checks them, and we email you the result.',
  },
  lapsed: { ko: '서류 제출 기한이 지났습니다', en: 'The time for your documents is over' },
  lapsedText: {
    ko: '자리는 다음 대기 기업에 돌아갔습니다. 궁금하신 점은 문의처로 연락해 주십시오.',
    en: 'Your place has gone to the next startup on the waiting list. Contact us if you have questions.',
  },
  gone: { ko: '더 이상 필요하지 않은 요청입니다', en: 'This request is no longer open' },
  goneText: { ko: '입주 절차가 끝났습니다.', en: 'What it was for has ended.' },
  checkLead: {
    ko: '서류마다 인정하거나 이유를 골라 보완을 요청한 뒤, 확인을 마쳐 주십시오.',
    en: 'Accept each document, or return it with a reason, then end the check.',
  },
  toCheck: { ko: '서류 열어 보기', en: 'Open the documents' },
  undecided: {
    ko: '아직 결정하지 않은 서류가 있습니다. 먼저 인정하거나 보완을 요청해 주십시오.',
    en: 'Some documents are not decided yet. Accept or return them first.',
  },
  changed: {
    ko: '그사이 서류의 상태가 바뀌었습니다. 다시 확인해 주십시오.',
    en: 'A document has changed meanwhile. Look once more.',
  },
  endCheck: { ko: '확인 마치기', en: 'End the check' },
  follows: { ko: '이어질 일', en: 'What follows' },
  confirm: { ko: '이대로 확인을 마치시겠습니까?', en: 'End the check like this?' },
  confirmLead: { ko: '마치시면 되돌릴 수 없습니다.', en: 'You cannot undo this.' },
  yes: { ko: '네, 마칩니다', en: 'Yes, end it' },
  checked: { ko: '서류 확인을 마쳤습니다', en: 'The check is done' },
  followed: { ko: '입주 기업에 알립니다.', en: 'The startup is told.' },
  nobody: { ko: '이 요청은 더 이상 필요하지 않습니다.', en: 'Nothing is to be decided any more.' },
  proposed: { ko: '제안', en: 'Proposed' },
  space: { ko: '공간', en: 'Space' },
  others: { ko: '그 밖의 공간', en: 'Other spaces' },
  reason: { ko: '다른 공간을 고른 이유', en: 'Why it is another one' },
  reasonHint: {
    ko: '제안된 공간이 아니면 이유를 적어 주십시오. 입주 기업에는 보이지 않습니다.',
    en: 'If it is not the one that is proposed. The startup does not see it.',
  },
  reasonMissing: { ko: '다른 공간을 고른 이유를 적어 주십시오.', en: 'Write why it is another space.' },
  spaceMissing: { ko: '공간을 선택해 주십시오.', en: 'Choose a space.' },
  spaceLead: {
    ko: '필요한 책상 수와 편의에 맞는 공간을 제안합니다. 확인하거나 다른 공간을 선택해 주십시오.',
    en: 'We propose the space that fits the desks and the support that are needed. Confirm it, or choose another.',
  },
  none: {
    ko: '맞는 공간이 없습니다. 빈 공간을 만들거나 공간 목록을 불러온 뒤 다시 열어 주십시오.',
    en: 'No space fits. Free one or load more spaces, then open this page once more.',
  },
  taken: {
    ko: '그사이 그 공간이 다른 기업에 배정되었습니다. 지금 가능한 공간 가운데 선택해 주십시오.',
    en: 'Somebody else was given that space meanwhile. Choose one that is free now.',
  },
  allot: { ko: '이 공간으로 배정하기', en: 'Allot this space' },
  allotSure: { ko: '이 공간을 배정하시겠습니까?', en: 'Allot this space?' },
  allotYes: { ko: '네, 배정합니다', en: 'Yes, allot it' },
  allotted: { ko: '공간을 배정하였습니다', en: 'The space is allotted' },
} as const satisfies Record<string, Text>;

/** On the startup's status page. */
export const viewWords = {
  title: {
    onboarding: { ko: '입주 준비', en: 'Moving in' },
    residency: { ko: '입주', en: 'Your residency' },
  },
  resident: { ko: '입주 중입니다', en: 'You are in the Lab' },
  ended: { ko: '입주가 끝났습니다', en: 'Your time in the Lab is over' },
  now: { ko: '지금 단계', en: 'What is next' },
  next: {
    documents: { ko: '아래의 기한까지 서류를 보내 주십시오.', en: 'Send your documents by the time below.' },
    check: {
      ko: '랩 매니저가 서류를 확인합니다. 결과는 이메일로 알려 드립니다.',
      en: 'The lab manager checks your documents, and we email you the result.',
    },
    draft: {
      ko: '협약서를 준비하고 있습니다. 서명하실 때 이메일로 알려 드립니다.',
      en: 'We prepare the agreement, and email you when you can sign it.',
    },
    sign: { ko: '협약서의 서명을 기다리고 있습니다.', en: 'The agreement waits for its signatures.' },
    space: {
      ko: '공간을 배정하고 있습니다. 정해지면 이메일로 알려 드립니다.',
      en: 'We allot your space, and email you where it is.',
    },
    services: { ko: '입주에 필요한 것을 준비하고 있습니다.', en: 'We prepare what you need to move in.' },
    firstDay: { ko: '준비가 끝났습니다. 첫날에 뵙겠습니다.', en: 'All is ready. See you on the first day.' },
  },
  toSign: { ko: '서명하실 분', en: 'Who signs next' },
  services: { ko: '입주 준비 항목', en: 'What is prepared for you' },
  more: {
    resident: {
      ko: '하실 일과 보고서, 협약서, 변경과 종료는 입주 안내에서 보실 수 있습니다.',
      en: 'What you have to do, your reports and agreements, and how to change or end the contract are on the page of your residency.',
    },
    all: {
      ko: '자세한 내용은 입주 안내에서 보실 수 있습니다.',
      en: 'More is on the page of your residency.',
    },
  },
} as const satisfies Record<string, Text | Readonly<Record<string, Text>>>;

/** Why an application is not withdrawn any more. */
export const residentStays: Text = {
  ko: '이미 입주하셨으므로 지원을 취소하실 수 없습니다. 바뀐 내용은 없습니다. 입주를 끝내시려면 입주 안내에서 통지해 주십시오.',
  en: 'You have moved in, so your application can no longer be withdrawn. Nothing has changed. To leave, give notice on the page of your residency.',
};

/** A document as it is asked for, and whether it has to be there. */
export const documentName = (
  { label, required }: { readonly label: Text; readonly required: boolean },
  lang: Lang,
): string => `${label[lang]} (${onboardingWords[required ? 'required' : 'optional'][lang]})`;

/** What follows from a check, as it is said before and after it. */
export const outcomeWords = {
  ACCEPTED: { ko: '모든 서류를 인정하고 협약서의 서명을 요청합니다', en: 'All accepted: the signatures are asked for' },
  RETURNED: {
    ko: '보완할 서류를 기한까지 다시 보내 달라고 요청합니다',
    en: 'The startup is asked for the returned ones again, until the last day',
  },
  REFUSED: {
    ko: '기한이 지나 자리를 다음 대기 기업에 넘깁니다',
    en: 'The last day is over: the place goes to the next startup on the waiting list',
  },
} as const satisfies Record<string, Text>;

/** How many desks a space has, and if it is reached without steps. */
export const spaceFactsText = ({
  desks,
  accessible,
}: {
  readonly desks: number;
  readonly accessible: boolean;
}): Text => ({
  ko: `책상 ${desks}개${accessible ? ', 턱 없이 이용' : ''}`,
  en: `${desks} desks${accessible ? ', without steps' : ''}`,
});

import type { ApplicantKind } from '../forms/lab-v1/kind.ts';
import type { Text } from '../shared/i18n.ts';
import type { AddendumField } from './addendum.ts';

/** What each value that an addendum changes is called. */
export const fieldWords = {
  kind: { ko: '유형', en: 'Kind' },
  name: { ko: '기업이나 팀의 이름', en: 'Name of the firm or team' },
  number: { ko: '등록 번호', en: 'Registration number' },
  representative: { ko: '대표자', en: 'Representative' },
  position: { ko: '대표자의 직위', en: 'Position of the representative' },
  email: { ko: '이메일', en: 'Email address' },
  mobile: { ko: '휴대전화', en: 'Mobile number' },
  desks: { ko: '책상 수', en: 'Desks' },
} as const satisfies Record<AddendumField, Text>;

const kindWords = {
  founder: { ko: '예비 창업자', en: 'Prospective founder' },
  firm: { ko: '국내 기업', en: 'Firm in Korea' },
  'foreign-firm': { ko: '외국 기업', en: 'Foreign firm' },
} as const satisfies Record<ApplicantKind, Text>;

const none: Text = { ko: '없음', en: 'none' };

/** The words of the pages on which contracts are changed. */
export const contractWords = {
  startup: { ko: '입주 기업', en: 'Startup' },
  contract: { ko: '입주 기간', en: 'Term' },
  newContract: { ko: '연장한 기간', en: 'Extended term' },
  reason: { ko: '바꾸는 이유', en: 'Why it changes' },
  title: { ko: '입주 내용 변경', en: 'Change the contract' },
  deskLead: {
    ko: '바뀌는 내용만 수정해 주십시오. 확인하시면 입주 기업과 랩 책임자에게 변경 협약의 서명을 요청하고, 두 곳이 모두 서명한 때부터 효력이 있습니다.',
    en: 'Change only what is different. We then ask the startup and the director of the Lab to sign an addendum; it is in force once both have.',
  },
  ownLead: {
    ko: '바뀌는 내용만 수정해 주십시오. 랩 매니저가 확인한 뒤 변경 협약의 서명을 요청합니다. 두 곳이 모두 서명하기 전까지는 지금의 내용이 그대로 유지됩니다.',
    en: 'Change only what is different. The lab manager looks at it, then we ask for the signatures on an addendum. Until both sides have signed, everything stays as it is.',
  },
  check: { ko: '바뀌는 내용 확인하기', en: 'Check the changes' },
  deskSure: { ko: '변경 협약의 서명을 요청하시겠습니까?', en: 'Ask for the signatures on this addendum?' },
  deskSureLead: {
    ko: '서명을 요청하면 이메일이 바로 나갑니다.',
    en: 'The email to the person who signs first is sent straight away.',
  },
  deskYes: { ko: '네, 서명을 요청합니다', en: 'Yes, ask for the signatures' },
  ownSure: { ko: '이대로 변경을 요청하시겠습니까?', en: 'Ask for this change?' },
  ownSureLead: {
    ko: '랩 매니저에게 보내며, 결정은 이메일로 알려 드립니다.',
    en: 'It goes to the lab manager, and we email you the decision.',
  },
  ownYes: { ko: '네, 요청합니다', en: 'Yes, ask for it' },
  newSigner: {
    ko: '새 대표자가 새 이메일로 서명합니다. 지금의 대표자에게도 알립니다.',
    en: 'The new representative signs, by the new address. The present one is told.',
  },
  underWay: {
    ko: '서명을 기다리는 변경 협약이 있습니다. 그 협약이 끝난 뒤에 다시 바꾸실 수 있습니다.',
    en: 'An addendum is being signed. Once that has ended, you can change more.',
  },
  askedAlready: {
    ko: '이미 요청하신 변경을 랩 매니저가 확인하고 있습니다. 결정은 이메일로 알려 드립니다.',
    en: 'The lab manager is looking at the change that you asked for. We email you the decision.',
  },
  notResident: {
    ko: '입주해 있는 동안에만 바꿀 수 있습니다.',
    en: 'This can be changed only during a residency.',
  },
  changedMeanwhile: {
    ko: '그사이 내용이 바뀌었습니다. 다시 확인해 주십시오.',
    en: 'This has changed meanwhile. Look once more.',
  },
  back: { ko: '돌아가기', en: 'Go back' },
  spaceLead: {
    ko: '연장 협약이 체결되었지만, 지금의 공간은 그 기간에 쓸 수 없습니다. 연장한 기간에 쓸 공간을 선택해 주십시오.',
    en: 'The extension is in force, but the present space is not to be had for its days. Choose a space for them.',
  },
  spaceNow: { ko: '지금의 공간', en: 'Present space' },
  noSpace: {
    ko: '연장한 기간에 맞는 공간이 없습니다. 다른 기업을 옮기거나 공간 목록을 불러온 뒤 이 화면을 다시 열어 주십시오.',
    en: 'No space is free for the extended term. Move another startup or load more spaces, then open this page once more.',
  },
  toSpaces: { ko: '공간 목록 보기', en: 'See the spaces' },
} as const satisfies Record<string, Text>;

/** The words of the request with which a startup asks for a change. */
export const addendumRequestWords = {
  title: { ko: '입주 내용 변경 요청', en: 'A startup asks for a change of its contract' },
  lead: {
    ko: '입주 기업이 요청한 변경입니다. 승인하시면 변경 협약의 서명을 요청합니다.',
    en: 'A startup asks for this change. If you accept it, the signatures on an addendum are asked for.',
  },
  confirm: { ko: '승인', en: 'Accept' },
  confirmHint: {
    ko: '입주 기업, 이어서 랩 책임자에게 서명을 요청합니다.',
    en: 'The startup signs, then the director.',
  },
  refuse: { ko: '승인하지 않음', en: 'Refuse' },
  refuseHint: { ko: '입주 기업에 이유를 알립니다.', en: 'The startup is told the reason.' },
  reason: { ko: '승인하지 않는 이유', en: 'Why you refuse it' },
  reasonHint: {
    ko: '승인하지 않을 때만 적어 주십시오. 입주 기업이 읽습니다.',
    en: 'Only if you refuse it. The startup reads this.',
  },
  sureLead: { ko: '결정하시면 되돌릴 수 없습니다.', en: 'You cannot undo this.' },
  confirmed: { ko: '결정되었습니다: 승인', en: 'Decided: accepted' },
  refused: { ko: '결정되었습니다: 승인하지 않음', en: 'Decided: refused' },
  superseded: { ko: '더 이상 필요하지 않은 요청입니다', en: 'This request is no longer needed' },
} as const satisfies Record<string, Text>;

/** That more desks are wanted than the space has. */
export const tooFewDesksText = ({
  space,
  has,
  wanted,
}: {
  readonly space: string;
  readonly has: number;
  readonly wanted: number;
}): Text => ({
  ko: `지금의 공간 ${space}에는 책상이 ${has}개뿐이고, 바뀐 뒤에는 ${wanted}개가 필요합니다. 공간 목록에서 다른 공간으로 옮겨 주십시오.`,
  en: `The present space ${space} has ${has} desks, and ${wanted} will be needed. Move the startup to another space by the list of spaces.`,
});

/** What a value was and becomes, in one row. */
export const fromToText = (was: Text, becomes: Text): Text => ({
  ko: `변경 전 ${was.ko}\n변경 후 ${becomes.ko}`,
  en: `before: ${was.en}\nafter: ${becomes.en}`,
});

/** A value as people read it. */
export function valueText(field: AddendumField, value: string): Text {
  if (value === '') return none;
  if (field === 'kind' && Object.hasOwn(kindWords, value)) {
    const [, text = none] = Object.entries(kindWords).find(([kind]) => kind === value) ?? [];
    return text;
  }
  return { ko: value, en: value };
}

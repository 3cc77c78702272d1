import type { Text } from '../../shared/i18n.ts';

export const deskResidencyWords = {
  title: { ko: '입주 현황', en: 'Residencies' },
  lead: {
    ko: '입주 기업이 어디까지 왔는지, 누가 무엇을 할 차례인지 보여 드립니다.',
    en: 'Where each startup stands, and what waits for whom.',
  },
  noRole: { ko: '랩 담당자만 볼 수 있습니다', en: 'This is for managers of the Lab' },
  noRoleText: {
    ko: '담당자가 바뀌었다면 운영자에게 알려 주십시오.',
    en: 'If this is your task now, tell an operator.',
  },
  managerText: { ko: '랩 매니저만 결정할 수 있습니다.', en: 'Only managers of the Lab decide about it.' },
  toResidency: { ko: '입주 기업으로', en: 'To the startup' },
  noResidency: { ko: '이 입주 기업을 찾을 수 없습니다', en: 'There is no such residency' },
  noResidencyText: { ko: '목록에서 다시 선택해 주십시오.', en: 'Choose one from the list.' },
  hiddenTitle: { ko: '이 입주 기업은 보실 수 없습니다', en: 'You cannot see this startup' },
  hiddenText: {
    ko: '이해관계가 있거나 같은 모집에 지원하신 기업이어서 내용을 보여 드리지 않습니다.',
    en: 'You have an interest in it, or applied in the same round yourself.',
  },
  hidden: { ko: '이해관계가 있어 보이지 않음', en: 'Not shown: you have an interest in it' },
  today: { ko: '오늘의 공간', en: 'Spaces today' },
  held: { ko: '사용 중인 공간', en: 'Spaces in use' },
  heldHint: { ko: '반납하지 않은 공간 포함', en: 'those not given back included' },
  underContract: { ko: '입주 기간인 공간', en: 'Spaces under contract' },
  free: { ko: '비어 있는 공간', en: 'Free spaces' },
  freeOn: { ko: '다른 날의 공간 보기', en: 'Spaces on another day' },
  dayHint: { ko: '예: 2027-05-10', en: 'For example 2027-05-10' },
  show: { ko: '보기', en: 'Show' },
  startups: { ko: '입주 기업', en: 'Startups' },
  choice: { ko: '목록 선택', en: 'What the list shows' },
  allRounds: { ko: '모든 모집', en: 'All rounds' },
  here: { ko: '지금 입주 중이거나 준비 중', en: 'In the Lab or moving in' },
  all: { ko: '모두', en: 'All' },
  none: { ko: '해당하는 입주 기업이 없습니다.', en: 'There is none.' },
  waits: { ko: '기다리는 일', en: 'Waits for' },
  nobody: { ko: '없음', en: 'nobody' },
  stuck: { ko: '멈춘 처리', en: 'Stopped by a fault' },
  stuckText: {
    ko: '오류로 멈춘 처리가 있습니다. 운영자가 다시 시작하면 이어집니다.',
    en: 'Something was stopped by a fault. It goes on once an operator starts it again.',
  },
  search: { ko: '기업명, 대표자 이름 또는 접수 번호', en: 'Startup, representative or reference number' },
  searchMissing: { ko: '찾으실 이름이나 번호를 입력해 주십시오.', en: 'Enter a name or a number.' },
  find: { ko: '찾기', en: 'Find' },
  found: { ko: '찾은 입주 기업', en: 'What was found' },
  toList: { ko: '입주 현황으로', en: 'To all residencies' },
  csv: { ko: 'CSV 파일 받기', en: 'Download as CSV' },

  // One residency
  who: { ko: '기업', en: 'Who it is' },
  kind: { ko: '구분', en: 'Kind' },
  number: { ko: '등록 번호', en: 'Registration number' },
  representative: { ko: '대표자', en: 'Representative' },
  contact: { ko: '연락처', en: 'How to reach them' },
  desks: { ko: '필요한 책상', en: 'Desks needed' },
  access: { ko: '무장애 공간', en: 'Step-free space' },
  needed: { ko: '필요', en: 'needed' },
  erased: { ko: '개인정보 파기', en: 'Personal data erased' },
  endReason: { ko: '끝난 이유', en: 'Why it ended' },
  terms: { ko: '기간과 협약', en: 'Terms and contracts' },
  term: { ko: '기간 규칙', en: 'Terms' },
  from: { ko: '첫날', en: 'First day' },
  to: { ko: '마지막 날', en: 'Last day' },
  endedEarly: { ko: '중도 해지', en: 'Ended early' },
  byStartup: { ko: '입주 기업이 알림', en: 'by the startup' },
  byManagement: { ko: '랩이 알림', en: 'by the Lab' },
  agreements: { ko: '협약서', en: 'Agreements' },
  agreement: { ko: '협약서', en: 'Agreement' },
  version: { ko: '판', en: 'Version' },
  noDocuments: { ko: '여기에 보관된 서류가 없습니다.', en: 'No documents are kept here.' },
  noAgreements: { ko: '아직 작성한 협약서가 없습니다.', en: 'None was drawn up here.' },
  places: { ko: '공간', en: 'Spaces' },
  manager: { ko: '랩 매니저', en: 'Lab manager' },
  noPlaces: { ko: '배정한 공간이 없습니다.', en: 'No space was allotted.' },
  returnedOn: { ko: '반납일', en: 'Returned on' },
  notReturned: { ko: '반납 확인 전', en: 'not confirmed' },
  toSpaces: { ko: '반납 확인·공간 이동', en: 'Confirm the return, or move' },
  documents: { ko: '제출 서류', en: 'Documents' },
  document: { ko: '서류', en: 'Document' },
  toDocuments: { ko: '서류 열어 보기', en: 'Open the documents' },
  lists: { ko: '준비·퇴거 목록', en: 'Checklists' },
  list: { ko: '목록', en: 'Checklist' },
  noLists: { ko: '아직 시작한 목록이 없습니다.', en: 'None has begun.' },
  progress: { ko: '진행', en: 'Progress' },
  reports: { ko: '분기 보고', en: 'Reports' },
  noReports: { ko: '아직 보고할 분기가 없습니다.', en: 'No quarter is to be reported of yet.' },
  quarter: { ko: '분기', en: 'Quarter' },
  sent: { ko: '받은 때', en: 'Sent' },
  underWay: { ko: '진행 중인 일', en: 'Under way' },
  nothing: { ko: '지금 기다리는 일이 없습니다.', en: 'Nothing waits for anybody.' },
  events: { ko: '연장·변경·퇴거', en: 'Renewals, agreements, exit' },
  noEvents: { ko: '아직 없습니다.', en: 'Nothing yet.' },
  what: { ko: '일', en: 'What' },
  since: { ko: '변경된 때', en: 'Since' },
  measures: { ko: '조치와 결정', en: 'Measures, and what can be decided' },
  noMeasures: { ko: '결정한 조치가 없습니다.', en: 'No measure was taken.' },
  toMeasures: { ko: '경고·해지 결정하기', en: 'Warn, give notice or end' },
  addendum: { ko: '협약 내용 변경하기', en: 'Change the contract' },
  happened: { ko: '처리 기록', en: 'What happened' },
} as const satisfies Record<string, Text>;

export const kindWords = {
  founder: { ko: '예비 창업자', en: 'Prospective founder' },
  firm: { ko: '기업', en: 'Firm' },
  'foreign-firm': { ko: '외국 기업', en: 'Foreign firm' },
} as const satisfies Record<string, Text>;

/** How long a startup may stay. */
export function termsText(terms: {
  readonly months: number;
  readonly extendedBy?: number | undefined;
  readonly mostMonths: number;
}): Text {
  const { months, extendedBy, mostMonths } = terms;
  return extendedBy === undefined
    ? { ko: `${months}개월, 연장 없음`, en: `${months} months, not extended` }
    : {
        ko: `${months}개월, ${extendedBy}개월씩 연장하여 최대 ${mostMonths}개월`,
        en: `${months} months, extended by ${extendedBy} months to at most ${mostMonths}`,
      };
}

export const moreText = (count: number): Text => ({ ko: `외 ${count}건`, en: `and ${count} more` });

export const lateText = (count: number): Text => ({ ko: `늦은 보고 ${count}건`, en: `${count} late` });

export const ofText = (count: number, all: number): Text => ({
  ko: `${all}곳 중 ${count}곳`,
  en: `${count} of ${all}`,
});

/** Who has looked at a residency. */
export const lookedText = (count: number): Text => ({ ko: `열람 기록 ${count}건`, en: `Who looked at it (${count})` });

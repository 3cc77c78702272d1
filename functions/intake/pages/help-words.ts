import type { Text } from '../../shared/i18n.ts';

export const helpWords = {
  title: { ko: '이메일을 쓸 수 없는 분의 지원 돕기', en: 'Apply for somebody who cannot use email' },
  lead: {
    ko: '이메일을 쓸 수 없는 분을 대신해 지원서를 작성합니다. 모집을 고르면 누구를 왜 돕는지 먼저 적습니다.',
    en: 'You fill in the form for them. Choose a round; then say first why you help, and that the applicant agrees.',
  },
  open: { ko: '지금 접수 중인 모집', en: 'Rounds that are open now' },
  none: {
    ko: '맡으신 모집 가운데 지금 접수 중인 것이 없습니다.',
    en: 'None of the rounds that you are an officer of is open now.',
  },
  closes: { ko: '접수 기간:', en: 'Open' },
  begin: { ko: '지원 돕기', en: 'Help to apply' },
  mine: { ko: '도와드린 지원서', en: 'Applications that you have begun for others' },
  openHere: { ko: '이 브라우저에 지원서가 열려 있습니다', en: 'An application is open in this browser' },
  goOn: { ko: '지원서 열기', en: 'Open it' },
  own: {
    ko: '지원자 본인의 이메일 주소로 바뀌어, 지원자만 열 수 있습니다.',
    en: 'It has the applicant’s own address now: only they can open it.',
  },
  back: { ko: '지원 돕기 처음으로', en: 'Go back' },
  formLead: {
    ko: '아래를 적으면 지원서가 열립니다. 지원서를 작성하는 동안에는 지원자와 통화하거나 함께 계셔야 합니다. 도와드린 지원서의 접수 확인과 심사는 다른 담당자가 합니다.',
    en: 'The form opens once you have filled this in. Stay with the applicant, or on the telephone, while you complete it. You will not decide on this application or review it.',
  },
  reason: { ko: '돕는 이유', en: 'Why you help' },
  reasonHint: {
    ko: '예: 이메일 주소가 없고 컴퓨터를 쓸 수 없어 전화로 도움을 요청하심. 심사위원에게는 보이지 않습니다.',
    en: 'For example: has no email address, and asked for help by telephone. No reviewer sees it.',
  },
  reasonMissing: {
    ko: '돕는 이유를 적어 주십시오. 예: 이메일 주소가 없음',
    en: 'Say why you help, for example: no email address.',
  },
  consent: { ko: '지원자의 동의', en: 'The applicant’s consent' },
  consentTo: {
    ko: '지원자는 담당자가 지원서를 대신 작성하고, 이메일을 담당자가 받아 아래 연락처로 전해 주며, 돕는 이유와 연락처를 지원서와 함께 보관하고 함께 파기하는 데 동의했습니다.',
    en: 'The applicant agrees that an officer fills in the form for them, that the office receives their emails and passes them on using the contact below, and that it keeps the reason and the contact with the application until both are erased.',
  },
  consentMissing: {
    ko: '지원자의 동의 없이는 대신 지원할 수 없습니다. 동의를 받은 뒤 표시해 주십시오.',
    en: 'Nobody can be helped without their consent. Ask the applicant, then tick the box.',
  },
  consentWords: { ko: '누가 어떻게 동의했습니까?', en: 'Who agreed, and how?' },
  consentWordsHint: {
    ko: '예: 본인이 2월 1일 오전 전화로 동의함. 안내문을 읽어 드림.',
    en: 'For example: the applicant, by telephone this morning, after I had read the text to them.',
  },
  consentWordsMissing: {
    ko: '누가 어떻게 동의했는지 적어 주십시오. 예: 본인이 전화로 동의함',
    en: 'Say who agreed and how, for example: the applicant, by telephone.',
  },
  reach: { ko: '지원자에게 연락하는 방법', en: 'How we reach the applicant' },
  reachHint: {
    ko: '전화번호나 우편 주소. 예: 전화 02-1234-5678 (오전)',
    en: 'A telephone number or a postal address. For example: telephone 02-1234-5678, mornings',
  },
  reachMissing: {
    ko: '지원자에게 연락하는 방법을 적어 주십시오. 예: 전화 02-1234-5678',
    en: 'Say how we reach the applicant, for example: telephone 02-1234-5678.',
  },
  start: { ko: '지원서 열기', en: 'Open the form' },
  another: { ko: '이 브라우저에 다른 지원서가 열려 있습니다', en: 'Another application is open in this browser' },
  anotherText: {
    ko: '계속하면 지금 열려 있는 지원서는 이 브라우저에서 닫힙니다. 저장한 내용은 없어지지 않습니다.',
    en: 'If you go on, it is closed in this browser. Nothing that was saved is lost.',
  },
  notYours: { ko: '도울 수 없는 모집입니다', en: 'You cannot help in this round' },
  notYoursText: {
    ko: '이 모집의 접수 담당자만 지원을 도울 수 있습니다.',
    en: 'Only intake officers of the round can help somebody to apply in it.',
  },
  byInvitation: { ko: '안내를 받은 기업만 신청하는 모집입니다', en: 'This round is by invitation' },
  byInvitationText: {
    ko: '입주 연장은 안내를 받은 입주 기업이 그 이메일 주소로 직접 신청합니다. 이메일을 쓸 수 없으면 랩 매니저에게 알려 주십시오.',
    en: 'Startups apply for an extension themselves, with the address at which they were asked. If they cannot use email, tell the lab manager.',
  },
  closed: { ko: '지금은 접수 기간이 아닙니다', en: 'The round is not open' },
  closedText: {
    ko: '지원서를 새로 시작하지 않았습니다. 접수 중인 모집에만 지원할 수 있습니다.',
    en: 'No application was begun. One can apply in a round only while it is open.',
  },
} as const satisfies Record<string, Text>;

/** What the header of the desk calls it. */
export const helpLabel: Text = { ko: '지원 돕기', en: 'Help to apply' };

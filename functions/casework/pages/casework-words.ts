import type { ApplicationState } from '../../applications/application.ts';
import type { PlaceState } from '../../seats/place.ts';
import type { SeatState } from '../../seats/seat.ts';
import type { Text } from '../../shared/i18n.ts';

/** Where an application stands, for those who look after it. */
export const stateLabels: Readonly<Record<ApplicationState, Text>> = {
  DRAFT: { ko: '작성 중', en: 'Draft' },
  SUBMITTED: { ko: '자동 확인 중', en: 'Being checked' },
  WITH_OFFICER: { ko: '담당자 확인 중', en: 'With an officer' },
  WITH_APPLICANT: { ko: '지원자 답변 대기', en: 'With the applicant' },
  ACCEPTED: { ko: '심사 대상에 포함', en: 'Eligible' },
  REFUSED: { ko: '심사 대상에서 제외', en: 'Not eligible' },
  WITHDRAWN: { ko: '지원 취소', en: 'Withdrawn' },
  CANCELLED: { ko: '모집 취소', en: 'Round cancelled' },
};

/** Those in which an application may be in a list, in the order of its way. */
export const listedStates = [
  'SUBMITTED',
  'WITH_OFFICER',
  'WITH_APPLICANT',
  'ACCEPTED',
  'REFUSED',
  'WITHDRAWN',
  'CANCELLED',
] as const satisfies readonly ApplicationState[];

export const placeStateWords: Readonly<Record<PlaceState, Text>> = {
  WAITING: { ko: '대기', en: 'Waiting' },
  OFFERED: { ko: '선발, 참여 답변 대기', en: 'Selected, has to answer' },
  ACCEPTED: { ko: '참여 확정', en: 'Accepted the place' },
  DECLINED: { ko: '참여하지 않음', en: 'Declined the place' },
  LAPSED: { ko: '참여 답변 기한 경과', en: 'Did not answer in time' },
  WITHDRAWN: { ko: '지원 취소', en: 'Withdrawn' },
  NOT_SELECTED: { ko: '선발되지 않음', en: 'Not selected' },
  ENDED: { ko: '대기 마감, 선발되지 않음', en: 'Waiting list ended, not selected' },
  CANCELLED: { ko: '모집 취소', en: 'Round cancelled' },
};

export const seatStateWords: Readonly<Record<SeatState, Text>> = {
  TAKEN: { ko: '참여 확정', en: 'Accepted' },
  OFFERED: { ko: '답변 대기', en: 'Offered' },
  VACANT: { ko: '빈자리', en: 'Free' },
  CLOSED: { ko: '마감', en: 'Closed' },
};

export const roundWords = {
  rounds: { ko: '모집', en: 'Rounds' },
  roundsLead: { ko: '맡으신 모집의 진행 상황입니다.', en: 'Where each of your rounds stands.' },
  noRounds: { ko: '등록된 모집이 없습니다.', en: 'There are no rounds.' },
  state: { ko: '단계', en: 'Stage' },
  before: { ko: '접수 시작 전', en: 'Not open yet' },
  open: { ko: '접수', en: 'Applications' },
  closed: { ko: '접수 마감', en: 'Closed' },
  opens: { ko: '접수 시작', en: 'Opens' },
  closes: { ko: '접수 마감', en: 'Closes' },
  resultsOn: { ko: '결과 발표', en: 'Results by' },
  capacity: { ko: '모집 인원', en: 'Places' },
  rules: { ko: '모집 요강', en: 'Rules of the round' },
  edition: (version: number): Text => ({ ko: `${version}판`, en: `version ${version}` }),
  sent: { ko: '제출된 지원서', en: 'Applications sent' },
  since: { ko: '현재 단계 시작', en: 'In this stage since' },
  stuck: { ko: '처리가 멈추어 운영자의 조치가 필요합니다.', en: 'Its run is stuck: an operator has to act.' },
  countedAt: { ko: '집계 시각', en: 'Counted at' },
  countedText: (at: string): Text => ({
    ko: `${at}에 집계했습니다. 5분마다 새로 집계합니다.`,
    en: `Counted at ${at}. We count again every five minutes.`,
  }),
  notCounted: {
    ko: '아직 집계하지 않았습니다. 5분마다 집계합니다.',
    en: 'Not counted yet. It is counted every five minutes.',
  },
  byState: { ko: '지원서 상태', en: 'Applications by state' },
  byStateText: {
    ko: '제출된 지원서가 어느 상태에 있는지 보여 줍니다.',
    en: 'Where the applications that were sent stand.',
  },
  reviews: { ko: '심사', en: 'Reviews' },
  reviewsText: {
    ko: '심사를 마친 지원서와 남은 지원서입니다.',
    en: 'Applications whose reviews are in, and the rest.',
  },
  reviewed: { ko: '심사 완료', en: 'Reviewed' },
  unreviewed: { ko: '심사 중', en: 'Being reviewed' },
  seats: { ko: '참여 확정과 대기', en: 'Places and waiting list' },
  seatsText: {
    ko: '모집 인원만큼의 자리가 어떤 상태인지와 대기자 수입니다.',
    en: 'What became of each place, and how many wait.',
  },
  waiting: { ko: '대기자', en: 'Waiting list' },
  number: { ko: '수', en: 'Number' },
  waitsFor: { ko: '처리를 기다리는 사람', en: 'Whom it waits for' },
  waitsForLong: { ko: '기다리는 대상', en: 'Waits for' },
  nobody: { ko: '지금 처리할 일이 있는 담당자가 없습니다.', en: 'Nobody of the staff has anything to do now.' },
  applicants: { ko: '지원자', en: 'Applicants' },
  staff: (count: number, late: number): Text => ({
    ko: `담당자 ${count}명${late > 0 ? `(기한 지남 ${late}명)` : ''}.`,
    en: `${count} of the staff${late > 0 ? ` (${late} overdue)` : ''}.`,
  }),
  answering: (count: number): Text => ({
    ko: `지원자 ${count}명의 답변을 기다립니다.`,
    en: `${count} ${count === 1 ? 'applicant has' : 'applicants have'} to answer.`,
  }),
  who: { ko: '담당자', en: 'Who' },
  what: { ko: '요청', en: 'Request' },
  howMany: { ko: '건수', en: 'How many' },
  firstDue: { ko: '가장 이른 기한', en: 'First due' },
  overdue: { ko: '기한 지남', en: 'Overdue' },
  late: (days: number, hours: number): Text =>
    days > 0
      ? { ko: `${days}일 지남`, en: `${days} ${days === 1 ? 'day' : 'days'} late` }
      : { ko: `${hours}시간 지남`, en: `${hours} ${hours === 1 ? 'hour' : 'hours'} late` },
  count: (count: number, more = false): Text => ({
    ko: `${count.toLocaleString('ko-KR')}건${more ? ' 이상' : ''}`,
    en: `${count.toLocaleString('en-GB')}${more ? ' or more' : ''}`,
  }),
  people: (count: number): Text => ({ ko: `${count.toLocaleString('ko-KR')}명`, en: count.toLocaleString('en-GB') }),
  applications: { ko: '지원서 목록', en: 'Applications' },
  allApplications: { ko: '지원서 목록 보기', en: 'See all applications' },
  back: { ko: '모집 목록으로', en: 'All rounds' },
  backToRound: { ko: '모집 현황으로', en: 'Back to the round' },
  noRound: { ko: '모집을 찾을 수 없습니다', en: 'There is no such round' },
  noRoundText: {
    ko: '주소가 잘못되었거나 없는 모집입니다. 모집 목록에서 다시 선택해 주십시오.',
    en: 'The address is wrong, or there is no such round. Choose one from the list of rounds.',
  },
} as const;

export const accessWords = {
  noRoleText: {
    ko: '모집과 지원서는 아카데미와 랩의 책임자, 운영자만 볼 수 있습니다. 맡으신 요청은 업무함에 있습니다.',
    en: 'Rounds and applications are for managers of the academy and the Lab, and operators. What you are asked for is on your desk.',
  },
  otherProgrammeText: {
    ko: '이 모집은 해당 사업의 책임자와 운영자만 볼 수 있습니다. 맡으신 모집은 모집 목록에 있습니다.',
    en: 'This round is for the managers of its programme and operators. The rounds that you look after are in your list.',
  },
  blindText: {
    ko: '누가 지원했는지 가리고 심사하는 모집입니다. 심사위원은 결과가 발표될 때까지 지원서를 볼 수 없습니다.',
    en: 'This round is reviewed without names. Reviewers do not see its applications until the results are out.',
  },
  appliesText: {
    ko: '이 모집에 지원하셨으므로 다른 지원서를 볼 수 없습니다.',
    en: 'You have applied in this round, so you do not see its applications.',
  },
  conflict: { ko: '이해관계가 있는 지원서입니다', en: 'You have a conflict of interest' },
  conflictText: {
    ko: '지원자와 소속 또는 이메일이 겹치거나 회피하신 지원서입니다. 다른 담당자가 확인합니다.',
    en: 'You and the applicant share an organisation or an address, or you have declared a conflict. Somebody else looks after it.',
  },
} as const satisfies Record<string, Text>;

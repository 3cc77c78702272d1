import type { Text } from '../../shared/i18n.ts';

/** What the committee reads. */
export const committeeWords = {
  title: { ko: '선발 순위 승인', en: 'Approve the ranking' },
  lead: {
    ko: '아래 순위와 선발 결과를 그대로 승인하거나, 이유와 함께 순위를 바꿔 되돌려 주십시오. 이 화면을 여는 것만으로는 아무것도 바뀌지 않습니다.',
    en: 'Approve the ranking and its outcomes as they stand, or return them with changes of place and your reasons. Opening this page changes nothing.',
  },
  due: { ko: '결정 기한', en: 'Decide by' },
  formerMember: { ko: '지금은 위원이 아닌 분', en: 'A former member' },
  approvals: { ko: '승인', en: 'Approvals' },
  seats: { ko: '모집 인원', en: 'Seats' },
  applications: { ko: '순위를 매긴 지원서', en: 'Applications ranked' },
  model: { ko: '순위를 정한 점수', en: 'The score that ranks' },
  snapshot: { ko: '순위표', en: 'Ranking' },
  madeAt: { ko: '확정 일시', en: 'Frozen' },
  hash: { ko: '확인값(SHA-256)', en: 'Hash (SHA-256)' },
  rules: { ko: '모집 요강', en: 'Rules of the round' },
  cut: { ko: '선발 기준선', en: 'The cut' },
  toCut: { ko: '선발 기준선으로 가기', en: 'Go to the cut' },
  toDecide: { ko: '바로 결정하러 가기', en: 'Go to your decision' },
  cutLine: { ko: '선발 기준선: 일반 선발은 여기까지입니다', en: 'The cut: the last open seat is above this line' },
  cutLineOfAll: { ko: '선발 기준선: 선발은 여기까지입니다', en: 'The cut: the last seat is above this line' },
  unplaceable: {
    ko: '여기부터는 인원이 남아도 선발하지 않습니다',
    en: 'From here on nobody gets a place, however many seats there are',
  },
  nearCut: { ko: '기준선 근처', en: 'near the cut' },
  table: { ko: '전체 순위', en: 'The whole ranking' },
  tableHint: {
    ko: '접수 번호를 누르면 답변, 심사 의견, 순위가 정해진 과정을 볼 수 있습니다. 표는 옆으로 밀어 볼 수 있습니다.',
    en: 'A reference leads to the answers, the reviews with their comments and how the place came about. The table scrolls sideways.',
  },
  place: { ko: '순위', en: 'Place' },
  reference: { ko: '접수 번호', en: 'Reference' },
  name: { ko: '이름', en: 'Name' },
  ranked: { ko: '순위 점수', en: 'Score' },
  raw: { ko: '평균(보정 전)', en: 'Mean (raw)' },
  spread: { ko: '점수 차', en: 'Spread' },
  reviews: { ko: '심사 수', en: 'Reviews' },
  tieBreak: { ko: '동점 구분', en: 'Tie decided by' },
  quotas: { ko: '대상이 정해진 자리', en: 'Reserved seats' },
  flags: { ko: '확인할 점', en: 'Flags' },
  outcome: { ko: '결과', en: 'Outcome' },
  withdrawn: { ko: '지원 취소', en: 'Withdrawn' },
  moved: { ko: '순위 변경', en: 'Moved' },
  changes: { ko: '앞의 순위표와 달라진 점', en: 'What differs from the ranking before' },
  changesLead: {
    ko: '위원이 이유를 들어 순위를 바꾸었습니다. 앞의 순위표에 대한 승인은 효력이 없으므로 다시 결정해 주십시오.',
    en: 'A member has changed places and given the reasons. Approvals of the ranking before no longer count, so please decide again.',
  },
  before: { ko: '전', en: 'Before' },
  after: { ko: '후', en: 'After' },
  reason: { ko: '이유', en: 'Reason' },
  by: { ko: '바꾼 위원', en: 'Changed by' },
  shifted: { ko: '그에 따라 순위나 결과가 바뀐 지원서', en: 'Places and outcomes that changed with them' },
  decide: { ko: '결정', en: 'Your decision' },
  approve: { ko: '이 순위를 승인합니다', en: 'Approve this ranking' },
  approveHint: {
    ko: '필요한 수의 위원이 같은 순위를 승인하면 모든 지원자에게 결과를 알립니다.',
    en: 'Once enough members have approved the same ranking, every applicant is told the result.',
  },
  return: { ko: '순위를 바꿔 되돌리기', en: 'Return it with changes' },
  conflict: { ko: '이해관계가 있어 결정에서 빠집니다', en: 'I have a conflict of interest' },
  conflictHint: {
    ko: '지원자 가운데 아는 사람이 있는 등 공정하게 결정하기 어려우면 누르십시오. 이번 모집의 결정에서 바로 빠지며, 되돌릴 수 없습니다.',
    en: 'Press it if you know an applicant or could not be fair for another reason. You take no further part in this round’s decision, and this cannot be undone.',
  },
} as const satisfies Record<string, Text>;

/** What is asked before an answer counts. */
export const confirmWords = {
  APPROVE: {
    title: { ko: '이 순위를 승인하시겠습니까?', en: 'Approve this ranking?' },
    lead: {
      ko: '승인은 되돌릴 수 없습니다. 필요한 수의 위원이 승인하면 모든 지원자에게 결과를 알립니다.',
      en: 'It cannot be taken back. Once enough members have approved it, every applicant is told the result.',
    },
    yes: { ko: '승인하기', en: 'Approve the ranking' },
  },
  last: {
    title: { ko: '이 순위를 마지막으로 승인하시겠습니까?', en: 'Give the last approval?' },
    lead: {
      ko: '필요한 승인이 이것으로 모두 모입니다. 승인하시면 결과가 바로 확정되어 아래 인원에게 메일이 나가며, 되돌릴 수 없습니다.',
      en: 'Yours is the last one needed. With it the results are final at once, and these people are mailed theirs; it cannot be taken back.',
    },
    yes: { ko: '승인하고 결과 알리기', en: 'Approve, and tell everybody' },
  },
  told: {
    SEAT: { ko: '선발되었다고 알릴 인원', en: 'Told that they are selected' },
    WAITLIST: { ko: '대기자로 등록되었다고 알릴 인원', en: 'Told that they are on the waiting list' },
    NOT_SELECTED: { ko: '선발되지 않았다고 알릴 인원', en: 'Told that they are not selected' },
  },
  CONFLICT: {
    title: { ko: '이해관계가 있어 결정에서 빠지시겠습니까?', en: 'Take no part, because of a conflict of interest?' },
    lead: {
      ko: '이번 모집의 결정에서 바로 빠지며 되돌릴 수 없습니다. 이유는 묻지 않습니다.',
      en: 'You take no further part in this round’s decision, and it cannot be taken back. We ask for no reason.',
    },
    yes: { ko: '결정에서 빠지기', en: 'Take no part' },
  },
} as const satisfies Record<string, Record<string, Text>>;

export const returnWords = {
  title: { ko: '순위를 바꿔 되돌리기', en: 'Return the ranking with changes' },
  lead: {
    ko: '바꿀 지원서마다 새 순위와 이유를 적어 주십시오. 나머지는 순서대로 밀립니다. 새 순위표가 만들어지고 모든 위원에게 다시 승인을 요청합니다.',
    en: 'Give each application that you move its new place and your reason; the others keep their order. A new ranking is made, and every member is asked anew.',
  },
  row: { ko: '변경', en: 'Change' },
  who: { ko: '접수 번호 또는 지금 순위', en: 'Reference, or present place' },
  whoHint: { ko: '예: A-27H1-7K3Q-9MX4 또는 31', en: 'For example A-27H1-7K3Q-9MX4 or 31' },
  whoMissing: {
    ko: '접수 번호 또는 지금 순위를 입력해 주십시오.',
    en: 'Enter the reference or the present place.',
  },
  to: { ko: '새 순위', en: 'New place' },
  toMissing: { ko: '새 순위를 입력해 주십시오.', en: 'Enter the new place.' },
  toInvalid: { ko: '새 순위는 숫자로 입력해 주십시오.', en: 'The new place has to be a number.' },
  why: { ko: '이유', en: 'Reason' },
  whyHint: {
    ko: '다른 위원이 보며, 결과를 설명할 때 지원자에게 그대로 전달됩니다.',
    en: 'The other members read it, and so does the applicant with the result.',
  },
  whyMissing: { ko: '이유를 입력해 주십시오.', en: 'Enter the reason.' },
  more: { ko: '변경할 칸 더하기', en: 'Add more rows' },
  send: { ko: '이대로 바꿔 되돌리기', en: 'Return it with these changes' },
  back: { ko: '승인 화면으로', en: 'Back to the ranking' },
  unchanged: {
    ko: '지금 순위와 같습니다. 바꿀 순위를 입력해 주십시오.',
    en: 'That is the present place. Enter another.',
  },
  problems: {
    unknown: { ko: '순위표에 없는 지원서입니다.', en: 'There is no such application in the ranking.' },
    repeated: { ko: '같은 지원서를 두 번 적으셨습니다.', en: 'This application is there twice.' },
    'no-reason': { ko: '이유를 입력해 주십시오.', en: 'Enter the reason.' },
    'not-placeable': {
      ko: '심사가 없거나 기준 점수에 못 미쳐 순위를 줄 수 없는 지원서입니다.',
      en: 'It has no review or is below the minimum, and cannot be placed.',
    },
    'no-such-place': { ko: '순위표에 없는 순위입니다.', en: 'There is no such place.' },
    'place-taken': { ko: '다른 지원서에 준 순위입니다.', en: 'Another change has the same place.' },
    conflict: {
      ko: '위원님과 이해관계가 있는 지원자이므로 순위를 바꾸실 수 없습니다.',
      en: 'You have a conflict of interest with this applicant, and cannot move them.',
    },
    'conflict-behind': {
      ko: '위원님과 이해관계가 있는 지원자의 선발 여부가 달라지므로 이렇게 바꾸실 수 없습니다.',
      en: 'This would give a seat to an applicant with whom you have a conflict of interest, or take one from them.',
    },
  },
} as const;

export const caseWords = {
  title: { ko: '지원서와 심사 결과', en: 'The case' },
  reviewer: { ko: '심사위원', en: 'Reviewer' },
  reviewsTitle: { ko: '심사 결과', en: 'Reviews' },
  noReviews: { ko: '제출된 심사가 없습니다.', en: 'There is no review.' },
  score: { ko: '점수', en: 'Score' },
  comment: { ko: '심사 의견', en: 'Comment' },
  noComment: { ko: '의견 없음', en: 'None' },
  answers: { ko: '지원서', en: 'The application' },
  erased: {
    ko: '개인정보가 삭제된 지원서입니다. 답변과 심사 의견을 볼 수 없습니다.',
    en: 'The application has been erased: its answers and reviews can no longer be shown.',
  },
} as const satisfies Record<string, Text>;

/** Where a case stands in the ranking. */
export const placeText = (place: number): Text => ({ ko: `${place}위`, en: `rank ${place}` });

export const caseNavWords = {
  above: { ko: '지원서 이동', en: 'Cases' },
  below: { ko: '지원서 이동(아래)', en: 'Cases, below' },
  back: { ko: '순위로 돌아가기', en: 'Back to the ranking' },
  previous: { ko: '이전 지원서', en: 'Previous case' },
  next: { ko: '다음 지원서', en: 'Next case' },
  previousNear: { ko: '기준선 근처의 이전 지원서', en: 'Previous near the cut' },
  nextNear: { ko: '기준선 근처의 다음 지원서', en: 'Next near the cut' },
  of: { ko: '순위', en: 'Rank' },
  move: { ko: '이 지원서의 순위 조정하기', en: 'Change the rank of this case' },
} as const satisfies Record<string, Text>;

/** Of how many a case is which. */
export const placeOfText = (place: number, of: number): Text => ({
  ko: `${of}명 중 ${place}위`,
  en: `${place} of ${of}`,
});

export const closedWords = {
  APPROVE: { ko: '승인하셨습니다', en: 'You have approved the ranking' },
  RETURN: { ko: '순위를 바꿔 되돌리셨습니다', en: 'You have returned the ranking with changes' },
  CONFLICT: { ko: '이 결정에서 빠지셨습니다', en: 'You take no part in this decision' },
  DECIDED: { ko: '이미 결정되었습니다', en: 'It has been decided already' },
  REPLACED: { ko: '순위가 바뀌어 새로 요청드렸습니다', en: 'The ranking was changed and you are asked anew' },
  CANCELLED: { ko: '취소된 요청입니다', en: 'This request was cancelled' },
  waiting: {
    ko: '다른 위원의 승인을 기다리고 있습니다. 지금 하실 일은 없습니다.',
    en: 'It waits for the approval of other members. There is nothing you need to do now.',
  },
  decided: {
    ko: '위원회가 순위를 승인하여 결과를 알립니다. 하실 일은 없습니다.',
    en: 'The committee has approved the ranking, and the results go out. There is nothing you need to do.',
  },
  replaced: {
    ko: '이 순위표는 더 이상 쓰이지 않습니다. 새 순위표에 대한 결정은 가장 최근에 받은 메일의 링크로 해 주십시오.',
    en: 'This ranking is no longer in force. Decide about the new one by the link in the latest mail.',
  },
  conflict: {
    ko: '기준선 근처에 있거나 위원회가 순위를 바꾼 지원서와 이해관계가 있거나, 이해관계가 있다고 알려 주셔서 이번 결정에 참여하지 않습니다.',
    en: 'You have a conflict with a case that is near the cut or was moved by the committee, or have told us of one, and take no part in this decision.',
  },
  cancelled: {
    ko: '모집이 취소되었거나 담당자가 요청을 거두었습니다. 하실 일은 없습니다.',
    en: 'The round or the request was cancelled. There is nothing you need to do.',
  },
  round: { ko: '모집', en: 'Round' },
  at: { ko: '일시', en: 'When' },
  approvedBy: { ko: '승인한 위원', en: 'Approved by' },
  returnedBy: { ko: '되돌린 위원', en: 'Returned by' },
  notKept: {
    ko: '다른 위원이 먼저 결정하여, 입력하신 변경은 저장되지 않았습니다. 필요하면 아래 내용을 옮겨 적어 두십시오.',
    en: 'Another member decided first, so your changes were not saved. Copy them from below if you need them.',
  },
} as const satisfies Record<string, Text>;

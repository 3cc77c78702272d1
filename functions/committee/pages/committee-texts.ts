import type { Text } from '../../shared/i18n.ts';

/** What the committee reads. */
export const committeeWords = {
  move: { ko: '순위 조정', en: 'Change rank' },
  title: { ko: '선발 순위 승인', en: 'Approve the ranking' },
  lead: {
    ko: '아래 순위와 선발 결과를 그대로 승인하거나, 이유를 적어 순위를 조정해 주십시오. 이 화면을 여는 것만으로는 아무것도 바뀌지 않습니다.',
    en: 'Approve the ranking and the results as they are, or change the ranking and give your reasons. Opening this page does not change anything.',
  },
  due: { ko: '결정 기한', en: 'Decide by' },
  formerMember: { ko: '지금은 위원이 아닌 분', en: 'A former member' },
  approvals: { ko: '승인', en: 'Approvals' },
  seats: { ko: '모집 인원', en: 'Places' },
  applications: { ko: '순위를 매긴 지원서', en: 'Applications ranked' },
  model: { ko: '순위를 정한 점수', en: 'Score that decides the ranking' },
  snapshot: { ko: '순위표', en: 'Ranking' },
  madeAt: { ko: '작성 일시', en: 'Made' },
  hash: { ko: '위·변조 확인값(SHA-256)', en: 'Check value (SHA-256)' },
  rules: { ko: '모집 요강', en: 'Round rules' },
  cut: { ko: '선발 기준선', en: 'The cut' },
  toCut: { ko: '선발 기준선으로 가기', en: 'Go to the cut' },
  toDecide: { ko: '바로 결정하러 가기', en: 'Go to your decision' },
  cutLine: { ko: '선발 기준선: 일반 선발은 여기까지입니다', en: 'The cut: the last open place is above this line' },
  cutLineOfAll: { ko: '선발 기준선: 선발은 여기까지입니다', en: 'The cut: the last place is above this line' },
  unplaceable: {
    ko: '여기부터는 모집 인원이 남아도 선발하지 않습니다',
    en: 'Nobody below this line can be selected, even if there are free places',
  },
  nearCut: { ko: '기준선 근처', en: 'near the cut' },
  table: { ko: '전체 순위', en: 'The whole ranking' },
  tableHint: {
    ko: '접수 번호를 누르시면 지원서, 심사 의견, 순위가 정해진 과정을 보실 수 있습니다. 표는 옆으로 밀어서 보실 수 있습니다.',
    en: 'Select a reference number to see the answers, the reviews with their comments and how the rank was decided. The table scrolls sideways.',
  },
  place: { ko: '순위', en: 'Rank' },
  reference: { ko: '접수 번호', en: 'Reference number' },
  name: { ko: '이름', en: 'Name' },
  ranked: { ko: '순위 점수', en: 'Score' },
  raw: { ko: '평균(보정 전)', en: 'Mean (before adjusting)' },
  spread: { ko: '점수 차', en: 'Spread' },
  reviews: { ko: '심사 수', en: 'Reviews' },
  tieBreak: { ko: '동점 구분', en: 'Tie decided by' },
  quotas: { ko: '별도 선발 인원', en: 'Reserved places' },
  flags: { ko: '확인하실 점', en: 'To check' },
  outcome: { ko: '결과', en: 'Result' },
  withdrawn: { ko: '지원 취소', en: 'Withdrawn' },
  moved: { ko: '순위 조정', en: 'Rank changed' },
  changes: { ko: '앞의 순위표와 달라진 점', en: 'What has changed since the last ranking' },
  changesLead: {
    ko: '다른 위원이 이유를 들어 순위를 조정했습니다. 앞의 순위표에 대한 승인은 효력이 없으므로 다시 결정해 주십시오.',
    en: 'A member has changed the ranking and given the reasons. Approvals of the earlier ranking no longer count, so we need your decision again.',
  },
  before: { ko: '전', en: 'Before' },
  after: { ko: '후', en: 'After' },
  reason: { ko: '이유', en: 'Reason' },
  by: { ko: '조정한 위원', en: 'Changed by' },
  shifted: { ko: '그에 따라 순위나 결과가 바뀐 지원서', en: 'Ranks and results that changed with them' },
  decide: { ko: '결정', en: 'Your decision' },
  approve: { ko: '이 순위 승인하기', en: 'Approve this ranking' },
  approveHint: {
    ko: '필요한 인원의 위원이 같은 순위표를 승인하면 모든 지원자에게 결과를 알립니다.',
    en: 'Once enough members have approved the same ranking, we tell every applicant the result.',
  },
  return: { ko: '순위 조정하기', en: 'Change the ranking' },
  conflict: { ko: '이해관계가 있어 회피하기', en: 'Declare a conflict of interest' },
  conflictHint: {
    ko: '지원자 가운데 아는 사람이 있는 등 공정하게 결정하기 어려우시면 눌러 주십시오. 이번 모집의 결정에 더 참여하지 않으시며, 되돌릴 수 없습니다.',
    en: 'Use this if you know an applicant or cannot be fair for another reason. You take no further part in the decision on this round, and you cannot undo this.',
  },
} as const satisfies Record<string, Text>;

/** What is asked before an answer counts. */
export const confirmWords = {
  APPROVE: {
    title: { ko: '이 순위를 승인하시겠습니까?', en: 'Approve this ranking?' },
    lead: {
      ko: '승인은 되돌릴 수 없습니다. 필요한 인원의 위원이 승인하면 모든 지원자에게 결과를 알립니다.',
      en: 'You cannot undo this. Once enough members have approved it, we tell every applicant the result.',
    },
    yes: { ko: '승인하기', en: 'Approve the ranking' },
  },
  last: {
    title: { ko: '이 순위를 마지막으로 승인하시겠습니까?', en: 'Give the last approval?' },
    lead: {
      ko: '필요한 승인 가운데 마지막 승인입니다. 승인하시면 결과가 바로 확정되어 아래 인원에게 이메일을 보내며, 되돌릴 수 없습니다.',
      en: 'Yours is the last approval needed. The results become final straight away, and we email them to these people. You cannot undo this.',
    },
    yes: { ko: '승인하고 결과 알리기', en: 'Approve and tell everybody' },
  },
  told: {
    SEAT: { ko: '선발되었다고 알릴 인원', en: 'Will be told that they are selected' },
    WAITLIST: { ko: '대기자로 등록되었다고 알릴 인원', en: 'Will be told that they are on the waiting list' },
    NOT_SELECTED: { ko: '선발되지 않았다고 알릴 인원', en: 'Will be told that they are not selected' },
  },
  CONFLICT: {
    title: { ko: '이해관계가 있어 회피하시겠습니까?', en: 'Declare a conflict of interest?' },
    lead: {
      ko: '이번 모집의 결정에 더 참여하지 않으시며, 되돌릴 수 없습니다. 이유는 여쭙지 않습니다.',
      en: 'You take no further part in the decision on this round, and you cannot undo this. We do not ask for a reason.',
    },
    yes: { ko: '이해관계가 있어 회피하기', en: 'Declare the conflict' },
  },
} as const satisfies Record<string, Record<string, Text>>;

export const returnWords = {
  title: { ko: '순위 조정하기', en: 'Change the ranking' },
  lead: {
    ko: '조정할 지원서마다 새 순위와 이유를 적어 주십시오. 나머지 지원서는 지금 순서대로 밀리거나 당겨집니다. 새 순위표를 만들어 모든 위원에게 다시 승인을 요청합니다.',
    en: 'Enter a new rank and your reason for each application that you move. The others keep their order. We make a new ranking and ask every member again.',
  },
  row: { ko: '순위 조정', en: 'Change' },
  who: { ko: '접수 번호 또는 지금 순위', en: 'Reference number, or current rank' },
  whoHint: { ko: '예: A-27H1-7K3Q-9MX4 또는 31', en: 'For example A-27H1-7K3Q-9MX4 or 31' },
  whoMissing: {
    ko: '접수 번호 또는 지금 순위를 입력해 주십시오.',
    en: 'Enter the reference number or the current rank.',
  },
  to: { ko: '새 순위', en: 'New rank' },
  toMissing: { ko: '새 순위를 입력해 주십시오.', en: 'Enter the new rank.' },
  toInvalid: { ko: '새 순위는 숫자로 입력해 주십시오. 예: 12', en: 'Enter the new rank as a number, for example 12.' },
  why: { ko: '이유', en: 'Reason' },
  whyHint: {
    ko: '다른 위원이 보며, 결과와 함께 지원자에게 그대로 전달됩니다.',
    en: 'The other members read it. The applicant reads it with the result.',
  },
  whyMissing: { ko: '이유를 입력해 주십시오.', en: 'Enter the reason.' },
  more: { ko: '조정할 칸 추가하기', en: 'Add more rows' },
  send: { ko: '이대로 순위 조정하기', en: 'Change the ranking' },
  back: { ko: '승인 화면으로 돌아가기', en: 'Back to the ranking' },
  unchanged: {
    ko: '지금 순위와 같습니다. 새 순위를 입력해 주십시오.',
    en: 'That is the current rank. Enter another one.',
  },
  problems: {
    unknown: {
      ko: '순위표에 없는 지원서입니다. 접수 번호를 확인해 주십시오.',
      en: 'There is no such application in the ranking. Check the reference number.',
    },
    repeated: {
      ko: '같은 지원서를 두 번 적으셨습니다. 하나만 남겨 주십시오.',
      en: 'You have entered this application twice. Leave only one.',
    },
    'no-reason': { ko: '이유를 입력해 주십시오.', en: 'Enter the reason.' },
    'not-placeable': {
      ko: '심사가 없거나 최저 점수에 미치지 못하여 순위를 줄 수 없는 지원서입니다.',
      en: 'It has no review or is below the minimum score, so it cannot have a rank.',
    },
    'no-such-place': {
      ko: '순위표에 없는 순위입니다. 순위표에 있는 순위를 입력해 주십시오.',
      en: 'There is no such rank. Enter a rank that is in the ranking.',
    },
    'place-taken': {
      ko: '다른 지원서에 주신 순위입니다. 다른 순위를 입력해 주십시오.',
      en: 'You have given this rank to another application. Enter another one.',
    },
    conflict: {
      ko: '위원님과 이해관계가 있는 지원자이므로 순위를 조정하실 수 없습니다.',
      en: 'You have a conflict of interest with this applicant, so you cannot change their rank.',
    },
    'conflict-behind': {
      ko: '위원님과 이해관계가 있는 지원자의 선발 여부가 달라지므로 이렇게 조정하실 수 없습니다.',
      en: 'This would change whether somebody with whom you have a conflict of interest is selected, so you cannot make this change.',
    },
  },
} as const;

export const caseWords = {
  title: { ko: '지원서와 심사 결과', en: 'Application and reviews' },
  reviewer: { ko: '심사위원', en: 'Reviewer' },
  reviewsTitle: { ko: '심사 결과', en: 'Reviews' },
  noReviews: { ko: '제출된 심사가 없습니다.', en: 'There are no reviews.' },
  score: { ko: '점수', en: 'Score' },
  comment: { ko: '심사 의견', en: 'Comment' },
  noComment: { ko: '의견 없음', en: 'None' },
  answers: { ko: '지원서', en: 'The application' },
  erased: {
    ko: '개인정보를 파기한 지원서입니다. 지원서와 심사 의견을 보실 수 없습니다.',
    en: 'This application has been erased. Its answers and reviews can no longer be shown.',
  },
} as const satisfies Record<string, Text>;

/** Where a case stands in the ranking. */
/** How many of how many members, as it is read out. */
export const membersText = (count: number, of: number): Text => ({
  ko: `${of}명 중 ${count}명`,
  en: `${count} of ${of}`,
});
/** From where to where a rank was changed. */
export const movedText = (from: number, to: number): Text => ({
  ko: `${from}위에서 ${to}위로`,
  en: `from ${from} to ${to}`,
});
/** Which of a round's rankings. */
export const rankingText = (number: number): Text => ({ ko: `순위표 ${number}`, en: `Ranking ${number}` });
export const placeText = (place: number): Text => ({ ko: `${place}위`, en: `rank ${place}` });

export const caseNavWords = {
  above: { ko: '지원서 이동', en: 'Cases' },
  below: { ko: '지원서 이동(아래)', en: 'Cases, below' },
  back: { ko: '순위로 돌아가기', en: 'Back to the ranking' },
  previous: { ko: '이전 지원서', en: 'Previous case' },
  next: { ko: '다음 지원서', en: 'Next case' },
  previousNear: { ko: '기준선 근처의 이전 지원서', en: 'Previous case near the cut' },
  nextNear: { ko: '기준선 근처의 다음 지원서', en: 'Next case near the cut' },
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
  RETURN: { ko: '순위를 조정하셨습니다', en: 'You have changed the ranking' },
  CONFLICT: { ko: '이해관계가 있어 이 결정을 회피하셨습니다', en: 'You take no part in this decision' },
  DECIDED: { ko: '이미 결정되었습니다', en: 'This has already been decided' },
  REPLACED: { ko: '순위가 조정되어 새로 요청드렸습니다', en: 'The ranking has changed, and we have asked you again' },
  CANCELLED: { ko: '취소된 요청입니다', en: 'This request was cancelled' },
  waiting: {
    ko: '다른 위원의 승인을 기다리고 있습니다. 지금 하실 일은 없습니다.',
    en: 'We are waiting for the approval of other members. You do not need to do anything now.',
  },
  decided: {
    ko: '위원회가 순위를 승인하여 결과를 알립니다. 하실 일은 없습니다.',
    en: 'The committee has approved the ranking, and we are sending the results. You do not need to do anything.',
  },
  replaced: {
    ko: '이 순위표는 더 이상 쓰이지 않습니다. 새 순위표에 대한 결정은 업무함의 받은 요청이나 가장 최근에 받으신 이메일의 링크에서 해 주십시오.',
    en: 'This ranking is no longer valid. Decide on the new one from your requests, or with the link in the latest email.',
  },
  conflict: {
    ko: '기준선 근처에 있거나 위원회가 순위를 조정한 지원서와 이해관계가 있거나, 이해관계가 있다고 알려 주셔서 이번 결정에 참여하지 않으십니다.',
    en: 'You have a conflict of interest with an application that is near the cut or whose rank the committee changed, or you have told us about one. You take no part in this decision.',
  },
  cancelled: {
    ko: '모집이 취소되었거나 담당자가 요청을 취소했습니다. 하실 일은 없습니다.',
    en: 'The round or the request was cancelled. You do not need to do anything.',
  },
  round: { ko: '모집', en: 'Round' },
  at: { ko: '일시', en: 'When' },
  approvedBy: { ko: '승인한 위원', en: 'Approved by' },
  returnedBy: { ko: '조정한 위원', en: 'Changed by' },
  decidedBefore: { ko: '다른 위원이 먼저 결정하였습니다.', en: 'Another member decided first.' },
} as const satisfies Record<string, Text>;

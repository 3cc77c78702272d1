import type { Text } from '../../shared/i18n.ts';
import type { DecisionOutcome } from '../deciding.ts';
import type { Evidence, ItemState } from '../item.ts';

export const words = {
  of: { ko: '대상', en: 'For' },
  item: { ko: '항목', en: 'Item' },
  items: { ko: '항목', en: 'Items' },
  due: { ko: '기한', en: 'Due' },
  overdue: { ko: '기한 지남', en: 'overdue' },
  doer: { ko: '담당', en: 'Done by' },
  state: { ko: '상태', en: 'Status' },
  amount: { ko: '금액', en: 'Amount' },
  evidence: { ko: '확인 자료', en: 'What shows that it is done' },
  required: { ko: '(필수)', en: '(required)' },
  optional: { ko: '(선택)', en: '(optional)' },
  hint: { ko: '안내', en: 'What to know' },
  said: { ko: '처리 내용', en: 'What was reported' },
  why: { ko: '이유', en: 'Reason' },
  document: { ko: '서류', en: 'Document' },
  progress: { ko: '진행 상황', en: 'Progress' },
  replaces: { ko: '대체한 항목', en: 'In place of' },
  example: { ko: '예시', en: 'Example' },
  next: { ko: '다음', en: 'Continue' },
  back: { ko: '목록으로', en: 'Back to the list' },
} as const satisfies Record<string, Text>;

export const progressText = (settled: number, all: number): Text => ({
  ko: `${all}건 중 ${settled}건 완료`,
  en: `${settled} of ${all} done`,
});

/** Where an item stands, for everybody. */
export const itemStateTexts: Readonly<Record<ItemState, Text>> = {
  OPEN: { ko: '진행 중', en: 'To do' },
  DONE: { ko: '처리됨: 확인 대기', en: 'Reported as done: to be checked' },
  RETURNED: { ko: '보완 요청', en: 'Returned' },
  IMPOSSIBLE: { ko: '처리할 수 없음: 결정 대기', en: 'Cannot be done: to be decided' },
  ACCEPTED: { ko: '완료', en: 'Accepted' },
  SUBSTITUTED: { ko: '다른 항목으로 대체', en: 'Replaced by something else' },
  DROPPED: { ko: '하지 않기로 함', en: 'Not needed any more' },
};

export const unansweredText: Text = { ko: '기한까지 답변 없음', en: 'No answer in time' };

export const evidenceTexts: Readonly<Record<Evidence, Text>> = {
  remark: { ko: '없음 (남길 말은 자유)', en: 'Nothing (a remark if you like)' },
  words: { ko: '처리한 내용을 글로', en: 'What was done, in words' },
  document: { ko: '서류', en: 'A document' },
};

/** For whoever does items. */
export const workWords = {
  lead: {
    ko: '처리하신 항목은 완료를 알려 주시고, 처리하실 수 없는 항목은 이유를 알려 주십시오.',
    en: 'Tell us of each item when it is done. If one cannot be done, tell us why.',
  },
  toDo: { ko: '처리하실 항목', en: 'For you to complete' },
  reported: { ko: '알려 주신 항목', en: 'Items that you reported' },
  open: { ko: '이 항목 알리기', en: 'Report about it' },
  title: { ko: '항목 처리 결과 알리기', en: 'Report about an item' },
  outcome: { ko: '어떻게 되었습니까?', en: 'How far is it?' },
  missing: { ko: '하나를 선택해 주십시오.', en: 'Choose one.' },
  done: { ko: '완료했습니다', en: 'It is done' },
  doneHint: { ko: '담당자가 확인합니다.', en: 'Our team will check it.' },
  cannot: { ko: '처리할 수 없습니다', en: 'It cannot be done' },
  cannotHint: {
    ko: '담당자가 다른 방법이나 다른 기한을 정합니다.',
    en: 'Our team will decide on something else or another date.',
  },
  note: { ko: '처리 내용 또는 이유', en: 'What was done, or why it cannot be' },
  noteHint: {
    ko: '담당자가 그대로 읽습니다. 주민등록번호나 비밀번호는 쓰지 마십시오.',
    en: 'Our team reads it as it is. Do not write resident registration numbers or passwords.',
  },
  noteMissing: { ko: '처리한 내용을 써 주십시오.', en: 'Write what was done.' },
  reasonMissing: { ko: '처리할 수 없는 이유를 써 주십시오.', en: 'Write why it cannot be done.' },
  sureDone: { ko: '이 항목을 완료했다고 알리시겠습니까?', en: 'Report this item as done?' },
  sureCannot: { ko: '이 항목을 처리할 수 없다고 알리시겠습니까?', en: 'Report that this item cannot be done?' },
  sureLead: {
    ko: '알리신 뒤에는 담당자가 결정할 때까지 수정하실 수 없습니다.',
    en: 'You cannot change it after that, unless our team returns it.',
  },
  yesDone: { ko: '완료 알리기', en: 'Report as done' },
  yesCannot: { ko: '처리할 수 없음 알리기', en: 'Report that it cannot be done' },
  documents: { ko: '서류 보내기', en: 'Send the document' },
  documentsText: {
    ko: '먼저 서류를 보내 주십시오. 보내신 뒤에는 이 화면으로 돌아와 완료를 알려 주십시오. 이 브라우저에서 8시간 동안 보내실 수 있습니다.',
    en: 'Send the document first, then come back to this page and report that it is done. You can send it from this browser for 8 hours.',
  },
  documentHere: { ko: '서류를 받았습니다.', en: 'We have received a document.' },
  documentMissing: {
    ko: '아직 받은 서류가 없습니다. ‘서류 보내기’를 눌러 서류를 보낸 뒤 다시 알려 주십시오. 입력하신 내용은 그대로 있습니다.',
    en: 'No document has arrived yet. Use “Send the document”, then report again. What you entered is still here.',
  },
  returned: { ko: '담당자가 보완을 요청했습니다', en: 'Our team has returned this item' },
  late: {
    ko: '그사이 이 항목이 바뀌었거나 이미 처리되었습니다. 바뀐 내용은 아래에서 확인해 주십시오. 방금 보내신 내용은 저장되지 않았습니다.',
    en: 'This item was changed or reported in the meantime. See below how it is now. What you sent just now was not saved.',
  },
  finished: { ko: '모든 항목을 알려 주셨습니다', en: 'You have reported about all items' },
  finishedText: {
    ko: '담당자가 확인합니다. 보완할 것이 있으면 이메일로 알려 드립니다. 지금 하실 일은 없습니다.',
    en: 'Our team will check them. If something is returned to you, we will email you. There is nothing for you to do now.',
  },
  lapsed: { ko: '기한이 지났습니다', en: 'The time to answer has passed' },
  lapsedText: {
    ko: '담당자가 남은 항목을 어떻게 할지 정하여 알려 드립니다. 이미 처리하셨다면 담당자에게 알려 주십시오.',
    en: 'Our team will decide what to do about the remaining items and tell you. If you have completed them, tell our team.',
  },
  withdrawn: { ko: '하실 일이 없습니다', en: 'There is nothing for you to do' },
  withdrawnText: {
    ko: '요청드린 항목이 더 이상 필요하지 않습니다.',
    en: 'The items that we asked for are not needed any more.',
  },
} as const satisfies Record<string, Text>;

/** For whoever manages a list, at the desk. */
export const managerWords = {
  all: { ko: '준비 목록', en: 'Checklists' },
  allLead: {
    ko: '진행 중인 목록입니다. 기한이 가까운 목록부터 나옵니다.',
    en: 'Lists that are under way, the one that is due next first.',
  },
  none: { ko: '진행 중인 목록이 없습니다.', en: 'No list is under way.' },
  more: { ko: '목록이 많아 일부만 보입니다.', en: 'There are more lists than are shown here.' },
  nextDue: { ko: '다음 기한', en: 'Next due' },
  toDecide: { ko: '결정할 항목', en: 'To decide' },
  toDecideNone: { ko: '지금 결정하실 항목이 없습니다.', en: 'There is nothing to decide now.' },
  whole: { ko: '전체 목록', en: 'The whole list' },
  open: { ko: '열기', en: 'Open' },
  completed: { ko: '모든 항목이 끝났습니다.', en: 'Everything on this list is done.' },
  requiredDone: { ko: '필수 항목이 모두 끝났습니다.', en: 'Everything that is required is done.' },
  title: { ko: '항목 결정', en: 'Decide about an item' },
  decision: { ko: '어떻게 결정하시겠습니까?', en: 'What do you decide?' },
  decisionMissing: { ko: '결정을 하나 선택해 주십시오.', en: 'Choose one decision.' },
  words: { ko: '담당에게 알릴 이유나 안내', en: 'What to tell the person who does it' },
  wordsHint: {
    ko: '인정하실 때는 비워 두셔도 됩니다. 그 밖에는 이유를 써 주십시오. 받는 분이 그대로 읽습니다.',
    en: 'Leave it empty if you accept the item. Otherwise write the reason. It is read as it is.',
  },
  wordsMissing: { ko: '이유를 써 주십시오.', en: 'Write the reason.' },
  due: { ko: '새 기한', en: 'New due date' },
  dueHint: {
    ko: '기한 변경과 대체에는 필요합니다. 보완 요청에 비워 두시면 근무일 기준 3일을 드립니다.',
    en: 'Wanted for another due date and for something else in its place. For a return, 3 working days if you leave it empty.',
  },
  dueMissing: { ko: '새 기한을 입력해 주십시오.', en: 'Enter the new due date.' },
  label: { ko: '대신할 항목', en: 'What takes its place' },
  labelHint: { ko: '대체하실 때만 입력합니다.', en: 'Only if something else takes its place.' },
  labelMissing: { ko: '대신할 항목을 입력해 주십시오.', en: 'Enter what takes its place.' },
  newDoer: { ko: '대신할 항목의 담당', en: 'Who does it then' },
  newDoerHint: {
    ko: '선택하지 않으시면 지금 담당이 그대로 맡습니다.',
    en: 'If you choose nobody, it stays with the same one.',
  },
  sureLead: {
    ko: '인정, 취소, 대체는 되돌릴 수 없습니다. 담당에게 알립니다.',
    en: 'Accepting, dropping and replacing cannot be undone. The one who does it is told.',
  },
  late: {
    ko: '그사이 이 항목이 바뀌었거나 다른 담당자가 결정했습니다. 바뀐 내용은 아래에서 확인해 주십시오. 방금 결정하신 내용은 저장되지 않았습니다.',
    en: 'This item was changed or decided by somebody else in the meantime. See below how it is now. Your decision was not saved.',
  },
  noDocument: {
    ko: '서류가 아직 검사 중이거나, 받지 못했거나, 다른 파일이 도착했습니다. 서류를 확인한 뒤 다시 결정해 주십시오.',
    en: 'The document is still being checked, was not taken, or another file has come. Look at the document and decide again.',
  },
  seeDocument: { ko: '서류 보기', en: 'See the document' },
  noFile: { ko: '받은 서류가 없습니다.', en: 'No document has come.' },
  nothing: { ko: '지금 결정하실 것이 없는 항목입니다.', en: 'There is nothing to decide about this item now.' },
  checked: { ko: '모두 결정하셨습니다', en: 'Everything is decided' },
  checkedText: { ko: '지금 하실 일은 없습니다.', en: 'There is nothing for you to do now.' },
} as const satisfies Record<string, Text>;

export const outcomeTexts: Readonly<
  Record<DecisionOutcome, { readonly label: Text; readonly hint: Text; readonly sure: Text; readonly yes: Text }>
> = {
  ACCEPT: {
    label: { ko: '인정', en: 'Accept it' },
    hint: { ko: '이 항목은 완료됩니다.', en: 'The item is done with.' },
    sure: { ko: '이 항목을 인정하시겠습니까?', en: 'Accept this item?' },
    yes: { ko: '인정하기', en: 'Accept it' },
  },
  RETURN: {
    label: { ko: '보완 요청', en: 'Return it' },
    hint: { ko: '이 항목만 다시 처리하도록 요청합니다.', en: 'Only this item is asked for again.' },
    sure: { ko: '이 항목의 보완을 요청하시겠습니까?', en: 'Return this item?' },
    yes: { ko: '보완 요청하기', en: 'Return it' },
  },
  POSTPONE: {
    label: { ko: '기한 변경', en: 'Move it to another date' },
    hint: { ko: '새 기한까지 다시 요청합니다.', en: 'It is asked for by another date.' },
    sure: { ko: '이 항목의 기한을 바꾸시겠습니까?', en: 'Move this item to another date?' },
    yes: { ko: '기한 변경하기', en: 'Move it' },
  },
  SUBSTITUTE: {
    label: { ko: '다른 항목으로 대체', en: 'Put something else in its place' },
    hint: { ko: '이 항목은 끝나고 새 항목을 요청합니다.', en: 'This item ends, and something else is asked for.' },
    sure: { ko: '다른 항목으로 대체하시겠습니까?', en: 'Put something else in its place?' },
    yes: { ko: '대체하기', en: 'Put it in its place' },
  },
  DROP: {
    label: { ko: '하지 않음', en: 'Drop it' },
    hint: { ko: '이 항목 없이 진행합니다.', en: 'The list is filled without it.' },
    sure: { ko: '이 항목을 하지 않기로 하시겠습니까?', en: 'Drop this item?' },
    yes: { ko: '하지 않기로 하기', en: 'Drop it' },
  },
};

/** For whoever a list is for. */
export const readerWords = {
  lead: {
    ko: '준비가 어디까지 되었는지 보여 드립니다. 이 화면에서 하실 일은 없습니다.',
    en: 'This shows how far everything is. There is nothing for you to do on this page.',
  },
} as const satisfies Record<string, Text>;

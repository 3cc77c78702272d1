import type { Text } from '../../shared/i18n.ts';
import { lecturersKinds } from '../request-kinds.ts';

export const accountWords = {
  title: { ko: '강사료를 받을 계좌', en: 'The account for your fees' },
  lead: {
    ko: '강사료를 지급할 계좌를 입력해 주십시오. 재무 담당자가 확인한 뒤 하루가 지나면 그 계좌로 지급합니다.',
    en: 'Enter the account that we pay your fees to. Our finance team checks it, and we pay to it from one day later.',
  },
  due: { ko: '입력 기한', en: 'Enter it by' },
  present: { ko: '지금까지 입력하신 계좌', en: 'The account that we have' },
  refused: { ko: '입력하신 계좌를 확인하지 못했습니다', en: 'We could not confirm the account that you entered' },
  bank: { ko: '은행', en: 'Bank' },
  bankMissing: { ko: '은행을 선택해 주십시오.', en: 'Choose the bank.' },
  account: { ko: '계좌번호', en: 'Account number' },
  accountHint: {
    ko: '통장에 적힌 대로 하이픈(-)을 넣어 입력해 주십시오. 맨 앞의 0도 빠뜨리지 마십시오.',
    en: 'As it is printed in the bank book, with its hyphens and with zeros at the beginning.',
  },
  accountMissing: {
    ko: '계좌번호를 입력해 주십시오. 예: 110-123-456789',
    en: 'Enter the account number, for example 110-123-456789.',
  },
  accountWrong: {
    ko: '계좌번호는 숫자 8~20자리와 하이픈(-)으로 입력해 주십시오. 예: 110-123-456789',
    en: 'An account number has 8 to 20 digits, with hyphens between them if you like. For example 110-123-456789.',
  },
  holder: { ko: '예금주', en: 'Account holder' },
  holderHint: {
    ko: '통장에 적힌 이름 그대로 입력해 주십시오.',
    en: 'The name exactly as it is printed in the bank book.',
  },
  holderMissing: { ko: '예금주를 입력해 주십시오.', en: 'Enter the account holder.' },
  noNumber: {
    ko: '주민등록번호는 묻지 않습니다. 어느 칸에도 입력하지 마십시오.',
    en: 'We do not ask for a resident registration number. Do not enter one anywhere.',
  },
  check: { ko: '입력 내용 확인하기', en: 'Check what you entered' },
  sure: { ko: '이 계좌로 강사료를 받으시겠습니까?', en: 'Is this the account for your fees?' },
  sureLead: {
    ko: '보내시면 계좌번호는 뒤의 네 자리만 표시됩니다. 숫자를 다시 한번 확인해 주십시오.',
    en: 'Once you send it, we only show the last four digits. Check the number once more.',
  },
  holderDiffers: {
    ko: '예금주가 선생님의 성함과 다릅니다. 재무 담당자가 이유를 여쭐 수 있습니다.',
    en: 'The account holder is not your name. Our finance team may ask why.',
  },
  send: { ko: '이 계좌로 받기', en: 'Send this account' },
  done: { ko: '계좌를 받았습니다', en: 'We have your account' },
  doneText: {
    ko: '재무 담당자가 확인하면 이메일로 알려 드립니다. 하실 일은 없습니다.',
    en: 'We will email you when our finance team has checked it. You do not need to do anything.',
  },
  entered: { ko: '입력하신 계좌', en: 'The account that you entered' },
  lapsed: { ko: '입력 기한이 지났습니다', en: 'The time to enter it has passed' },
  lapsedText: {
    ko: '이 링크로는 더 이상 입력하실 수 없습니다. 이메일에 회신하시면 새 링크를 보내 드립니다.',
    en: 'You can no longer enter it with this link. Reply to the email and we will send you a new one.',
  },
} as const satisfies Record<string, Text>;

export const checkWords = {
  title: lecturersKinds['account-check'].title,
  lead: {
    ko: '강사가 입력한 계좌가 맞는지 확인해 주십시오. 확인하시면 하루 뒤부터 이 계좌로 강사료를 지급합니다.',
    en: 'Check whether the account that the lecturer entered is right. If you confirm it, fees are paid to it from one day later.',
  },
  lecturer: { ko: '강사', en: 'Lecturer' },
  institution: { ko: '소속 기관', en: 'Institution' },
  bank: { ko: '은행', en: 'Bank' },
  account: { ko: '계좌번호', en: 'Account number' },
  holder: { ko: '예금주', en: 'Account holder' },
  enteredAt: { ko: '입력한 때', en: 'Entered' },
  before: { ko: '지금까지의 계좌', en: 'The account before' },
  first: { ko: '처음 입력한 계좌입니다.', en: 'This is the lecturer’s first account.' },
  changed: {
    ko: '계좌가 바뀌었습니다. 이메일 계정을 도용당했을 수 있으니 이메일이 아닌 방법으로 본인에게 확인해 주십시오. 바뀌었다는 안내는 이전 이메일 주소로 보냈습니다.',
    en: 'The account was changed. Somebody else may be using the lecturer’s email: ask the lecturer in another way. We have told the email address of before that it was changed.',
  },
  differs: { ko: '예금주와 강사 이름이 다릅니다', en: 'The holder is not the lecturer' },
  differsText: {
    ko: '다른 사람의 계좌이거나 잘못 입력했을 수 있습니다. 이유를 확인한 뒤 결정해 주십시오.',
    en: 'It may be somebody else’s account, or a slip. Find out why before you decide.',
  },
  confirm: { ko: '맞는 계좌로 확인', en: 'Confirm the account' },
  confirmHint: { ko: '하루 뒤부터 이 계좌로 지급합니다.', en: 'It is used from one day later.' },
  refuse: { ko: '확인하지 않음', en: 'Refuse it' },
  refuseHint: { ko: '이유를 알리고 강사에게 다시 요청합니다.', en: 'The lecturer is told why and asked again.' },
  reason: { ko: '확인하지 않는 이유', en: 'Why you refuse it' },
  reasonHint: {
    ko: '확인하지 않을 때만 적어 주십시오. 강사에게 그대로 전달됩니다. 계좌번호는 적지 마십시오.',
    en: 'Only if you refuse it. The lecturer reads it as you write it. Do not write the account number.',
  },
  reasonHasNumber: {
    ko: '계좌번호로 보이는 숫자를 지워 주십시오. 이 글은 이메일로 전달됩니다.',
    en: 'Remove the number that looks like an account: this goes out by email.',
  },
  sureLead: {
    ko: '결정하시면 강사에게 알리며, 되돌릴 수 없습니다.',
    en: 'We will tell the lecturer, and you cannot undo this.',
  },
  confirmed: { ko: '결정되었습니다: 맞는 계좌로 확인', en: 'Decided: the account is confirmed' },
  refused: { ko: '결정되었습니다: 확인하지 않음', en: 'Decided: the account is refused' },
  superseded: { ko: '강사가 다른 계좌를 다시 입력했습니다', en: 'The lecturer has entered another account since' },
  usableFrom: { ko: '이 계좌로 지급', en: 'Used from' },
  told: {
    ko: '강사에게 알렸습니다. 하실 일은 없습니다.',
    en: 'We have told the lecturer. You do not need to do anything.',
  },
} as const satisfies Record<string, Text>;

/** Of stopping an account before anything is paid to it. */
export const stopWords = {
  title: { ko: '이 계좌의 사용을 중지하시겠습니까?', en: 'Do you want to stop this account?' },
  lead: {
    ko: '중지하시면 이 계좌로는 지급하지 않습니다. 강사와 재무 담당자에게 이메일로 알리며, 되돌릴 수 없습니다.',
    en: 'Nothing will be paid to it. The lecturer and our finance team are told by email, and you cannot undo this.',
  },
  hint: {
    ko: '본인이 입력하지 않았거나 잘못된 계좌라면 지급이 시작되기 전에 중지하실 수 있습니다.',
    en: 'If somebody else entered it, or it is wrong, you can stop it before we begin to pay to it.',
  },
  open: { ko: '이 계좌 중지하기', en: 'Stop this account' },
  yes: { ko: '중지하기', en: 'Stop it' },
  account: { ko: '계좌', en: 'Account' },
  stopped: {
    ko: '중지된 계좌입니다. 이 계좌로는 지급하지 않습니다.',
    en: 'This account was stopped. Nothing is paid to it.',
  },
} as const satisfies Record<string, Text>;

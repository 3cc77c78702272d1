import type { Text } from '../../shared/i18n.ts';

export const accountMailWords = {
  asked: {
    subject: (due: Text): Text => ({
      ko: `강사료를 받을 계좌를 ${due.ko}까지 알려 주십시오`,
      en: `Tell us by ${due.en} which account your fees are paid to`,
    }),
    preheader: { ko: '아래 버튼을 눌러 입력해 주십시오.', en: 'Enter it with the button in this email.' },
    text: {
      ko: '강사료를 지급하려면 선생님의 계좌가 필요합니다. 아래 버튼을 눌러 은행, 계좌번호, 예금주를 입력해 주십시오. 재무 담당자가 확인한 뒤 하루가 지나면 그 계좌로 지급합니다.',
      en: 'We need an account to pay your fees to. Use the button to enter the bank, the account number and the account holder. Our finance team checks it, and we pay to it from one day later.',
    },
    refused: {
      ko: '입력하신 계좌를 확인하지 못했습니다. 이유는 다음과 같습니다.',
      en: 'We could not confirm the account that you entered. This is the reason:',
    },
  },
  reminder: {
    subject: (due: Text): Text => ({
      ko: `다시 알려 드립니다: 강사료를 받을 계좌를 ${due.ko}까지 입력해 주십시오`,
      en: `Reminder: enter the account for your fees by ${due.en}`,
    }),
  },
  changed: {
    subject: { ko: '강사료를 받을 계좌가 바뀌었습니다', en: 'The account for your fees was changed' },
    preheader: {
      ko: '직접 바꾸지 않으셨다면 바로 알려 주십시오.',
      en: 'If you did not change it, tell us straight away.',
    },
    text: {
      ko: '강사료를 받을 계좌로 새 계좌가 입력되었습니다. 재무 담당자가 확인한 뒤 하루가 지나면 새 계좌로 지급합니다.',
      en: 'A new account was entered for your fees. Our finance team checks it, and we pay to it from one day later.',
    },
    notYou: {
      ko: '직접 바꾸지 않으셨다면 이 이메일에 회신하여 바로 알려 주십시오.',
      en: 'If you did not do this, reply to this email straight away.',
    },
    stop: {
      ko: '아래 버튼으로도 이 계좌로 지급되지 않게 하실 수 있습니다. 지급이 시작되기 전까지 쓸 수 있습니다.',
      en: 'You can also stop this account yourself with the button, until we begin to pay to it.',
    },
    button: { ko: '이 계좌 확인하고 중지하기', en: 'See this account and stop it' },
  },
  stopped: {
    subject: { ko: '강사료를 받을 계좌가 중지되었습니다', en: 'The account for fees was stopped' },
    preheader: { ko: '이 계좌로는 지급하지 않습니다.', en: 'Nothing will be paid to it.' },
    text: {
      ko: '아래 계좌의 사용이 중지되었습니다. 이 계좌로는 지급하지 않으며, 그전에 확인된 계좌가 있으면 그 계좌로 지급합니다.',
      en: 'This account was stopped. Nothing will be paid to it. If an earlier account was confirmed, we pay to that one.',
    },
    next: {
      ko: '새 계좌를 입력하시려면, 또는 직접 중지하지 않으셨다면 이 이메일에 회신해 주십시오.',
      en: 'If you want to enter another account, or did not stop this one, reply to this email.',
    },
    officer: {
      ko: '이메일이 아닌 방법으로 강사에게 확인한 뒤, 필요하면 운영자에게 계좌를 다시 요청하도록 알려 주십시오.',
      en: 'Contact the lecturer in another way than by email, and tell an operator if they should be asked for an account again.',
    },
  },
  confirmed: {
    subject: { ko: '강사료를 받을 계좌를 확인했습니다', en: 'We have confirmed the account for your fees' },
    preheader: { ko: '하실 일은 없습니다.', en: 'You do not need to do anything.' },
    text: {
      ko: '입력하신 계좌를 재무 담당자가 확인했습니다. 하실 일은 없습니다.',
      en: 'Our finance team has confirmed the account that you entered. You do not need to do anything.',
    },
  },
  due: { ko: '입력 기한', en: 'Enter it by' },
  account: { ko: '계좌', en: 'Account' },
  enteredAt: { ko: '입력한 때', en: 'Entered' },
  stoppedAt: { ko: '중지한 때', en: 'Stopped' },
  lecturer: { ko: '강사', en: 'Lecturer' },
  usableFrom: { ko: '이 계좌로 지급', en: 'We pay to it from' },
  open: { ko: '계좌 입력하기', en: 'Enter your account' },
  private: {
    ko: '이 링크는 받는 분만 쓸 수 있습니다. 다른 사람에게 전달하지 마십시오.',
    en: 'This link is for you alone. Do not pass it on.',
  },
} as const;

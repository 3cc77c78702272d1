import type { Text } from '../../shared/i18n.ts';
import type { Called } from '../called.ts';

/** The words of mails about an agreement, by what it is called. */
export const agreementMailWords = (called: Called) => ({
  asked: {
    subject: (due: Text): Text => ({
      ko: `${called}서에 ${due.ko}까지 서명해 주십시오`,
      en: `Read and sign your agreement by ${due.en}`,
    }),
    preheader: { ko: '아래 버튼을 눌러 읽고 서명해 주십시오.', en: 'Read and sign it with the button in this email.' },
    text: {
      ko: `서명하실 ${called}서가 준비되었습니다. 아래 버튼을 눌러 ${called}서를 끝까지 읽은 뒤 서명하시거나, 서명하지 않으시려면 이유를 적어 주십시오. 서명하실 때 이 주소로 인증 번호를 보내 드립니다.`,
      en: 'Your agreement is ready. Use the button to read all of it. Then sign it, or say why you do not. When you sign, we send a code to this address.',
    },
    why: { ko: '서명을 요청드리는 이유', en: 'Why we ask you to sign' },
  },
  reminder: {
    subject: (due: Text): Text => ({
      ko: `다시 알려 드립니다: ${called}서에 ${due.ko}까지 서명해 주십시오`,
      en: `Reminder: sign your agreement by ${due.en}`,
    }),
  },
  code: {
    subject: (code: string, by: string): Text => ({
      ko: `${called}서 서명 인증 번호 ${code}: ${by}까지`,
      en: `Your code ${code} to sign the agreement: enter it by ${by}`,
    }),
    text: {
      ko: `${called}서에 서명하는 화면에 아래 여섯 자리 인증 번호를 입력하시면 서명됩니다.`,
      en: 'Enter this six-digit code on the page of the agreement. That signs it.',
    },
    code: { ko: '인증 번호', en: 'Code' },
    until: { ko: '입력 기한', en: 'Enter it by' },
    private: {
      ko: `이 번호로 ${called}서에 서명하게 됩니다. 다른 사람에게 알려 주거나 이 이메일을 전달하지 마십시오. 직접 요청하지 않으셨다면 무시하셔도 됩니다. 이 이메일만으로는 아무것도 서명되지 않습니다.`,
      en: 'The code signs an agreement in your name. Do not give it to anybody, and do not forward this email. If you did not ask for it, ignore it: this email alone signs nothing.',
    },
  },
  signed: {
    subject: {
      ko: `${called}이 성립했습니다: 서명된 ${called}서를 받으십시오`,
      en: 'Your agreement is in force: download your copy',
    },
    preheader: { ko: '모두 서명했습니다.', en: 'Everybody has signed.' },
    text: {
      ko: `모두 서명하여 ${called}이 성립했습니다. 아래 버튼을 눌러 서명된 ${called}서를 내려받아 보관해 주십시오.`,
      en: 'Everybody has signed, so the agreement is in force. Use the button to download the signed copy, and keep it.',
    },
    replaces: (number: number): Text => ({
      ko: `${number}판은 이 판으로 바뀌어 더 이상 효력이 없습니다.`,
      en: `Version ${number} was replaced by this one and is no longer in force.`,
    }),
    verify: {
      ko: '사본이 진본인지는 아래 주소에서 누구나 확인할 수 있습니다.',
      en: 'Anybody can check a copy at this address:',
    },
    button: { ko: `서명된 ${called}서 받기`, en: 'Get the signed agreement' },
  },
  refused: {
    subject: { ko: `${called}서에 서명하지 않기로 했습니다`, en: 'Your agreement was refused' },
    preheader: { ko: '이유를 아래에 적었습니다.', en: 'The reason is in this email.' },
    text: {
      ko: '한쪽이 서명하지 않기로 하여 이 판의 서명 절차가 끝났습니다. 이유는 다음과 같습니다.',
      en: 'One side has refused to sign, so this version can no longer be signed. This is the reason:',
    },
    next: {
      ko: `${called}을 계속하시려면 이 이메일에 회신해 주십시오.`,
      en: 'If you still want the agreement, reply to this email.',
    },
    by: { ko: '서명하지 않은 사람', en: 'Who refused' },
  },
  lapsed: {
    subject: { ko: `${called}서 서명 기한이 지났습니다`, en: 'Your agreement was not signed in time' },
    preheader: { ko: '이 판에는 더 서명할 수 없습니다.', en: 'This version can no longer be signed.' },
    text: {
      ko: `기한까지 모두 서명하지 않아 이 판에는 더 서명할 수 없습니다. ${called}을 계속하시려면 이 이메일에 회신해 주십시오.`,
      en: 'Not everybody signed in time, so this version can no longer be signed. If you still want the agreement, reply to this email.',
    },
  },
  replaced: {
    subject: { ko: `${called}서가 새 판으로 바뀌었습니다`, en: 'There is a new version of your agreement' },
    preheader: { ko: '앞 판의 서명은 효력이 없습니다.', en: 'Signatures on the version before do not count.' },
    text: {
      ko: `${called}서가 새 판으로 바뀌어 처음부터 다시 서명합니다. 앞 판의 서명은 효력이 없습니다. 서명하실 차례가 되면 이메일로 알려 드립니다.`,
      en: 'There is a new version of the agreement, which is signed from the start again. Signatures on the version before do not count. We will email you when it is your turn to sign.',
    },
    why: { ko: '바뀐 이유', en: 'Why it has changed' },
    inForce: { ko: '지금 효력이 있는 판', en: 'Version in force now' },
    none: { ko: '없음', en: 'none' },
    newVersion: { ko: '새 판', en: 'New version' },
  },
  withdrawn: {
    subject: { ko: `${called}서에 서명하지 않으셔도 됩니다`, en: 'You no longer need to sign the agreement' },
    preheader: { ko: '하실 일은 없습니다.', en: 'You do not need to do anything.' },
    text: {
      ko: '서명 요청이 취소되어 더 서명하실 필요가 없습니다. 궁금하신 점이 있으면 이 이메일에 회신해 주십시오.',
      en: 'We have taken the request back, so there is nothing left to sign. If you have questions, reply to this email.',
    },
  },
  meeting: {
    called: (when: Text): Text => ({ ko: `일정 안내: ${when.ko}`, en: `Invitation: ${when.en}` }),
    moved: (when: Text): Text => ({ ko: `일정이 바뀌었습니다: ${when.ko}`, en: `New time or place: ${when.en}` }),
    cancelled: (when: Text): Text => ({ ko: `일정이 취소되었습니다: ${when.ko}`, en: `Cancelled: ${when.en}` }),
    text: {
      ko: '첨부한 일정 파일을 열면 쓰시는 일정 프로그램에 들어갑니다.',
      en: 'Open the attached file to add it to your calendar.',
    },
    cancelledText: {
      ko: '아래 일정이 취소되었습니다. 첨부한 일정 파일을 열면 쓰시는 일정 프로그램에서도 취소됩니다.',
      en: 'This will not take place. Open the attached file to remove it from your calendar.',
    },
    what: { ko: '내용', en: 'What' },
    from: { ko: '시작', en: 'From' },
    to: { ko: '끝', en: 'To' },
    place: { ko: '장소', en: 'Place' },
  },
  agreement: { ko: `${called}`, en: 'Agreement' },
  number: { ko: `${called} 번호`, en: 'Agreement number' },
  version: { ko: '판', en: 'Version' },
  due: { ko: '서명 기한', en: 'Sign by' },
  open: { ko: `${called}서 읽고 서명하기`, en: 'Read and sign the agreement' },
  see: { ko: `${called} 보기`, en: 'See the agreement' },
  private: {
    ko: '이 링크는 받는 분만 쓸 수 있습니다. 다른 사람에게 전달하지 마십시오.',
    en: 'This link is for you alone. Do not pass it on.',
  },
});

import type { Text } from '../../shared/i18n.ts';

/** The words of the pages on which an agreement is read, signed and refused, as far as they do not name it. */
export const words = {
  version: { ko: '판', en: 'Version' },
  due: { ko: '서명 기한', en: 'Sign by' },
  signers: { ko: '서명하는 사람(순서대로)', en: 'Who signs, in this order' },
  ended: { ko: '일시', en: 'When' },
  translation: {
    ko: '한국어 본문입니다. PDF 파일에는 영어 번역도 함께 있습니다.',
    en: 'This is the English translation. If it differs from the Korean text, the Korean text applies. The PDF has both.',
  },
  why: { ko: '새로 서명해 주셔야 하는 이유', en: 'Why we ask you to sign' },
  sign: { ko: '서명', en: 'Your signature' },
  name: { ko: '이름', en: 'Your name' },
  method: {
    ko: '이름을 입력하고 이메일로 받은 인증 번호로 확인하는 방법으로 서명하는 데 동의합니다',
    en: 'I agree to sign in this way: by typing my name and entering a code sent to me by email',
  },
  methodMissing: {
    ko: '이 방법으로 서명하시려면 동의해 주십시오. 동의하지 않으시면 다른 방법으로 서명한 사본을 보내실 수 있습니다.',
    en: 'To sign in this way, tick that you agree. If you do not, you can send a copy signed in another way.',
  },
  getCode: { ko: '인증 번호 받기', en: 'Email me a code' },
  enter: { ko: '인증 번호를 입력하시면 서명됩니다', en: 'Enter the code to sign' },
  code: { ko: '인증 번호 여섯 자리', en: 'Six-digit code' },
  codeMissing: {
    ko: '이메일로 받으신 여섯 자리 인증 번호를 입력해 주십시오. 예: 482913',
    en: 'Enter the six digits from the email, for example 482913.',
  },
  signNow: { ko: '서명하기', en: 'Sign' },
  again: { ko: '인증 번호 다시 받기', en: 'Send the code again' },
  noMail: { ko: '이메일이 오지 않으면', en: 'If no email arrives' },
  noMailText: {
    ko: '보통 1분 안에 도착합니다. 스팸 메일함을 확인해 주십시오. 10분이 지나도 오지 않으면 인증 번호를 다시 받거나 문의해 주십시오.',
    en: 'It usually takes less than a minute. Check your spam folder. If nothing has come after ten minutes, ask for the code again or contact us.',
  },
  notMailed: {
    ko: '짧은 시간에 여러 번 요청하셔서 새 이메일을 보내지 않았습니다. 앞서 보내 드린 이메일의 인증 번호를 그대로 쓰실 수 있습니다.',
    en: 'You have asked for several codes in a short time, so we did not send another. You can still use the code in our last email.',
  },
  bounced: {
    ko: '이 주소로 보내 드린 이메일이 반송되어 인증 번호를 보낼 수 없습니다. 문의해 주십시오.',
    en: 'Our email to this address was returned, so we cannot send you a code. Please contact us.',
  },
  over: {
    ko: '이 인증 번호는 더 사용하실 수 없습니다. 시간이 지났거나, 이미 사용했거나, 여러 번 잘못 입력되었습니다. 아래에서 인증 번호를 다시 받아 주십시오.',
    en: 'You can no longer use this code: it has expired, it was used, or it was entered wrongly too often. Ask for another one below.',
  },
  tooOften: {
    ko: '지금 계신 곳의 네트워크에서 인증 번호를 너무 여러 번 요청하여 더 보내지 않았습니다. 1시간 뒤에 다시 요청해 주십시오.',
    en: 'Too many codes have been requested from your network, so we did not send another. Try again in an hour.',
  },
  change: { ko: '돌아가서 수정하기', en: 'Go back and change it' },
  notSign: { ko: '서명하지 않으시려면', en: 'If you do not want to sign' },
  toRefuse: { ko: '이유를 적고 서명하지 않기', en: 'Say why, and refuse to sign' },
  toElsewhere: { ko: '다른 방법으로 서명한 사본 보내기', en: 'Send a copy signed in another way' },
  handOver: { ko: '다른 담당자에게 넘기기', en: 'Hand it over to a colleague' },
  refuse: { ko: '서명하지 않기', en: 'Refuse to sign' },
  refuseLead: {
    ko: '이유를 적어 주시면 상대방에게 그대로 전합니다. 이 판의 서명 절차는 그대로 끝나며, 되돌릴 수 없습니다.',
    en: 'We will tell the other side the reason in your words. This version cannot be signed after that, and you cannot undo it.',
  },
  reason: { ko: '서명하지 않는 이유', en: 'Why you do not sign' },
  reasonMissing: { ko: '이유를 입력해 주십시오.', en: 'Enter the reason.' },
  check: { ko: '내용 확인하기', en: 'Check what you wrote' },
  sureRefuse: { ko: '서명하지 않으시겠습니까?', en: 'Do you refuse to sign?' },
  refuseNow: { ko: '서명하지 않기', en: 'Refuse to sign' },
  elsewhere: { ko: '다른 방법으로 서명한 사본', en: 'A copy signed in another way' },
  elsewhereSteps: {
    ko: '먼저 파일을 보내고, 이 화면으로 돌아와 확인을 요청해 주십시오. 파일을 보내는 화면은 두 시간 동안 열려 있습니다.',
    en: 'First send the file. Then come back to this page and ask us to check it. The page for the file stays open for two hours.',
  },
  openDocuments: { ko: '파일 보내기', en: 'Send the file' },
  askCheck: { ko: '보낸 파일의 확인 요청하기', en: 'Ask us to check the file' },
  noCopy: {
    ko: '확인할 수 있는 파일이 아직 없습니다. 파일을 먼저 보내 주십시오. 방금 보내셨으면 파일 검사가 끝날 때까지 1분쯤 기다린 뒤 다시 눌러 주십시오.',
    en: 'There is no file that we can check yet. Send it first. If you have just sent it, wait a minute until it has been scanned, and try again.',
  },
  seeCopy: { ko: '서명한 사본 보기', en: 'See the signed copy' },
  notYourTurn: { ko: '아직 서명하실 차례가 아닙니다', en: 'It is not your turn to sign yet' },
  late: { ko: '서명 기한이 지났습니다', en: 'The time to sign is over' },
  gone: { ko: '이 문서는 더 보실 수 없습니다', en: 'You can no longer see this agreement' },
  goneText: {
    ko: '보유 기간이 끝나 개인정보와 내용을 파기했습니다.',
    en: 'The time for which it was kept is over, and its content has been erased.',
  },
} as const satisfies Record<string, Text>;

export const codeSent = (email: string): Text => ({
  ko: `${email} 주소로 인증 번호를 보내 드렸습니다. 15분 안에 입력해 주십시오.`,
  en: `We have sent a code to ${email}. Enter it within 15 minutes.`,
});

export const wrongCode = (left: number): Text => ({
  ko: `인증 번호가 맞지 않습니다. ${left}번 더 입력하실 수 있습니다.`,
  en: `The code is not right. You can try ${left === 1 ? 'once' : `${left} times`} more.`,
});

/** Which version holds while another is being signed. */
export const stillInForce = (number: number): Text => ({
  ko: `모두 서명할 때까지는 ${number}판이 효력이 있습니다.`,
  en: `Version ${number} is in force until everybody has signed this one.`,
});

import type { Text } from '../../shared/i18n.ts';
import { formatInstant, type Instant } from '../../shared/time.ts';

/** The words of the pages on which an address is proved. */
export const codeWords = {
  email: { ko: '이메일', en: 'Email' },
  send: { ko: '인증 번호 받기', en: 'Email me a code' },
  meant: { ko: '이메일 주소를 확인해 주십시오', en: 'Please check your email address' },
  asTyped: { ko: '입력한 주소가 맞습니다', en: 'The address is right as I typed it' },
  enter: { ko: '인증 번호 입력', en: 'Enter the code' },
  code: { ko: '인증 번호 여섯 자리', en: 'Six-digit code' },
  codeMissing: {
    ko: '이메일로 받으신 여섯 자리 인증 번호를 입력해 주십시오. 예: 482913',
    en: 'Enter the six digits from the email, for example 482913.',
  },
  confirm: { ko: '인증하기', en: 'Continue' },
  noMail: { ko: '이메일이 오지 않으면', en: 'If no email arrives' },
  again: { ko: '인증 번호 다시 받기', en: 'Send the code again' },
  other: { ko: '다른 주소 입력하기', en: 'Use another address' },
  bounced: {
    ko: '이 주소로 보내 드린 이메일이 반송되었습니다. 주소가 맞는지 확인하거나 다른 주소를 입력해 주십시오.',
    en: 'Our email to this address was returned. Check that the address is right, or use another one.',
  },
} as const satisfies Record<string, Text>;

const at = (instant: Instant): Text => ({ ko: formatInstant(instant, 'ko'), en: formatInstant(instant, 'en') });

/** What is said of the mail, which depends on who asked for a code and on what the mail has. */
export interface MailWords {
  readonly mailed: (email: string, when: Instant) => Text;
  /** No further mail goes there for now: what went there before is good. */
  readonly stillGood: (email: string, last: Instant, next: Instant) => Text;
  readonly noMail: Text;
  readonly over: Text;
  readonly tooOften: Text;
}

export const mailWords: MailWords = {
  tooOften: {
    ko: '지금 계신 곳의 네트워크에서 인증 번호를 너무 여러 번 요청하여 더 보내지 않았습니다. 1시간 뒤에 다시 요청하시거나, 이미 받으신 이메일의 링크로 여십시오. 급하시면 아래 문의처로 알려 주십시오.',
    en: 'Too many codes have been requested from your network, so we did not send another. Try again in an hour, or use the link in an email that you already have. If it is urgent, contact us.',
  },
  over: {
    ko: '이 인증 번호는 더 사용하실 수 없습니다. 시간이 지났거나, 이미 사용했거나, 여러 번 잘못 입력되었습니다. 아래에서 인증 번호를 다시 받거나 이메일의 링크로 여십시오.',
    en: 'You can no longer use this code: it has expired, it was used, or it was entered wrongly too often. Ask for another one below, or open the link in the email.',
  },
  noMail: {
    ko: '보통 1분 안에 도착합니다. 스팸 메일함과 위의 주소를 확인해 주십시오. 10분이 지나도 오지 않으면 인증 번호를 다시 받거나 아래 문의처로 알려 주십시오. 이메일이 늦어져 기한 안에 지원하지 못하시는 일이 없도록 도와 드립니다.',
    en: 'It usually takes less than a minute. Check your spam folder and the address above. If nothing has come after ten minutes, ask for the code again or contact us. Nobody misses the closing date because our email was late.',
  },
  mailed: (email, when) => ({
    ko: `${email} 주소로 인증 번호를 보내 드렸습니다(${at(when).ko}). 이메일에 있는 여섯 자리 숫자를 입력해 주십시오.`,
    en: `We have sent a code to ${email} (${at(when).en}). Enter the six digits from the email.`,
  }),
  stillGood: (email, last, next) => ({
    ko: `${email} 주소로는 짧은 시간에 여러 번 요청되어 새 이메일을 보내지 않았습니다. ${at(last).ko}에 보내 드린 이메일의 인증 번호와 링크를 그대로 사용하실 수 있습니다. 새 이메일은 ${at(next).ko}부터 보내 드릴 수 있습니다.`,
    en: `Several codes were requested for ${email} in a short time, so we did not send another email. You can still use the code and the link in the email that we sent on ${at(last).en}. You can ask for another one from ${at(next).en}.`,
  }),
};

export const wrongWords = (left: number): Text => ({
  ko: `인증 번호가 맞지 않습니다. 이메일에 있는 여섯 자리 숫자를 확인해 주십시오. ${left}번 더 입력하실 수 있습니다.`,
  en: `The code is not right. Check the six digits in the email. You can try ${left === 1 ? 'once' : `${left} times`} more.`,
});

export const meantWords = (typed: string, meant: string): Text => ({
  ko: `${typed} 주소가 맞습니까? ${meant} 주소를 입력하려고 하셨습니까?`,
  en: `You typed ${typed}. Did you mean ${meant}?`,
});
export const useMeant = (meant: string): Text => ({ ko: `${meant} 주소로 받기`, en: `Use ${meant}` });

export const noEnding = (ending: string, meant: string | undefined): Text => ({
  ko: `이메일 주소의 끝부분(.${ending})이 올바르지 않습니다. ${meant ? `${meant} 주소를 입력하려고 하셨습니까?` : '다시 확인해 주십시오. 예: haneul@gmail.com'}`,
  en: `No email address ends in .${ending}. ${meant ? `Did you mean ${meant}?` : 'Check it, for example haneul@gmail.com.'}`,
});

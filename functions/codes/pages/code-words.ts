import type { Text } from '../../shared/i18n.ts';
import { formatInstant, type Instant } from '../../shared/time.ts';

/** The words of the pages on which an address is proved. */
export const codeWords = {
  email: { ko: '이메일', en: 'Email' },
  send: { ko: '인증 번호 받기', en: 'Email me a code' },
  meant: { ko: '이메일 주소를 확인해 주십시오', en: 'Please check your email address' },
  asTyped: { ko: '입력한 주소가 맞습니다', en: 'The address is right as I typed it' },
  tooOften: {
    ko: '지금 계신 곳에서 인증 번호를 너무 여러 번 요청하여 더 보내지 않았습니다. 한 시간 뒤에 다시 하시거나, 이미 받은 메일의 링크로 여십시오. 급하면 아래 문의처로 알려 주십시오.',
    en: 'Too many codes have been asked for from where you are, so we did not send another. Try again in an hour, or use the link in a mail that you already have. If it is urgent, contact us.',
  },
  enter: { ko: '인증 번호 입력', en: 'Enter the code' },
  code: { ko: '인증 번호 여섯 자리', en: 'Six-digit code' },
  codeMissing: {
    ko: '메일로 받은 여섯 자리 인증 번호를 입력해 주십시오. 예: 482913',
    en: 'Enter the six digits from the mail, for example 482913.',
  },
  over: {
    ko: '이 인증 번호는 더 쓸 수 없습니다. 시간이 지났거나, 이미 썼거나, 여러 번 틀렸습니다. 아래에서 인증 번호를 다시 받거나 메일의 링크로 여십시오.',
    en: 'This code cannot be used any more: its time has passed, it was used, or it was wrong too often. Ask for another below, or open the link in the mail.',
  },
  confirm: { ko: '확인', en: 'Continue' },
  noMail: { ko: '메일이 오지 않으면', en: 'If no mail arrives' },
  noMailText: {
    ko: '보통 1분 안에 도착합니다. 스팸함과 위의 주소를 확인해 주십시오. 10분이 지나도 없으면 인증 번호를 다시 받거나 아래 문의처로 알려 주십시오. 메일이 늦어져 기한 안에 지원하지 못하시는 일이 없도록 도와 드립니다.',
    en: 'It usually takes less than a minute. Check your spam folder and the address above. If nothing has come after ten minutes, ask for the code again or contact us: nobody misses the closing because our mail was late.',
  },
  again: { ko: '인증 번호 다시 받기', en: 'Send the code again' },
  other: { ko: '다른 주소 쓰기', en: 'Use another address' },
  bounced: {
    ko: '이 주소로 보낸 메일이 되돌아왔습니다. 주소가 맞는지 확인하거나 다른 주소를 써 주십시오.',
    en: 'Mail to this address has come back. Check that it is right, or use another address.',
  },
} as const satisfies Record<string, Text>;

const at = (instant: Instant): Text => ({ ko: formatInstant(instant, 'ko'), en: formatInstant(instant, 'en') });

export const mailedWords = (email: string, when: Instant): Text => ({
  ko: `${email} 주소로 인증 번호를 보냈습니다(${at(when).ko}). 메일의 여섯 자리 숫자를 입력해 주십시오.`,
  en: `We have sent a code to ${email} (${at(when).en}). Enter the six digits from the mail.`,
});

/** No further mail goes there for now: what went there before is good. */
export const stillGoodWords = (email: string, last: Instant, next: Instant): Text => ({
  ko: `${email} 주소로는 짧은 시간에 여러 번 요청되어 새 메일을 보내지 않았습니다. ${at(last).ko}에 보낸 메일의 인증 번호와 링크를 그대로 쓸 수 있습니다. 새 메일은 ${at(next).ko}부터 보낼 수 있습니다.`,
  en: `Several mails were asked for ${email} in a short time, so we did not send another. The code and the link of the mail that we sent on ${at(last).en} are still good. Another mail can be sent from ${at(next).en}.`,
});

export const wrongWords = (left: number): Text => ({
  ko: `인증 번호가 맞지 않습니다. 메일의 여섯 자리 숫자를 확인해 주십시오. ${left}번 더 입력할 수 있습니다.`,
  en: `The code is not right. Check the six digits in the mail. You can try ${left === 1 ? 'once' : `${left} times`} more.`,
});

export const meantWords = (typed: string, meant: string): Text => ({
  ko: `${typed} 대신 ${meant} 주소를 쓰려고 하셨습니까?`,
  en: `You typed ${typed}. Did you mean ${meant}?`,
});
export const useMeant = (meant: string): Text => ({ ko: `${meant} 쓰기`, en: `Use ${meant}` });

export const noEnding = (ending: string, meant: string | undefined): Text => ({
  ko: `.${ending}(으)로 끝나는 이메일 주소는 없습니다. ${meant ? `${meant} 주소를 쓰려고 하셨습니까?` : '다시 확인해 주십시오. 예: haneul@gmail.com'}`,
  en: `No email address ends in .${ending}. ${meant ? `Did you mean ${meant}?` : 'Check it, for example haneul@gmail.com.'}`,
});

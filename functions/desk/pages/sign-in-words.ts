import type { MailWords } from '../../codes/pages/code-words.ts';
import type { Text } from '../../shared/i18n.ts';
import { formatInstant } from '../../shared/time.ts';

export const signInWords = {
  title: { ko: '업무함 열기', en: 'Open your desk' },
  lead: {
    ko: '업무 요청을 받으시는 이메일 주소를 입력해 주십시오. 담당자로 등록된 주소이면 여섯 자리 인증 번호를 보내 드립니다.',
    en: 'Enter the email address at which you get our requests. If it is on our staff list, we send a six-digit code there.',
  },
  nobody: { ko: '업무함이 없는 주소입니다', en: 'There is no desk for this address' },
  nobodyText: {
    ko: '담당자 명단에 이 주소가 없습니다. 주소가 바뀌었거나 명단에 있어야 한다면 서울 핀테크 아카데미에 알려 주십시오.',
    en: 'This address is not on our staff list. If it has changed, or should be there, tell Seoul Fintech Academy.',
  },
  out: { ko: '업무함에서 나왔습니다', en: 'You have signed out' },
  outText: {
    ko: '이 브라우저에서는 더 이상 업무함이 열리지 않습니다.',
    en: 'Your desk is no longer open in this browser.',
  },
  again: { ko: '업무함 다시 열기', en: 'Open your desk again' },
} as const satisfies Record<string, Text>;

/** Nothing tells whether an address is on the list: the page says the same of every one. */
export const deskMailWords: MailWords = {
  mailed: (email, when) => ({
    ko: `담당자로 등록된 주소이면 ${email} 주소로 인증 번호를 보냈습니다(${formatInstant(when, 'ko')}). 이메일에 있는 여섯 자리 숫자를 입력해 주십시오.`,
    en: `If the address is on our staff list, we have sent a code to ${email} (${formatInstant(when, 'en')}). Enter the six digits from the email.`,
  }),
  stillGood: (email, last, next) => ({
    ko: `${email} 주소로는 짧은 시간에 여러 번 요청되어 새 이메일을 보내지 않았습니다. ${formatInstant(last, 'ko')}에 보내 드린 이메일의 인증 번호를 그대로 사용하실 수 있습니다. 새 이메일은 ${formatInstant(next, 'ko')}부터 보내 드릴 수 있습니다.`,
    en: `Several codes were requested for ${email} in a short time, so we did not send another email. You can still use the code in the email that we sent on ${formatInstant(last, 'en')}. You can ask for another one from ${formatInstant(next, 'en')}.`,
  }),
  noMail: {
    ko: '보통 1분 안에 도착합니다. 스팸 메일함을 확인하고, 요청을 받으시는 이메일 주소가 맞는지 확인해 주십시오. 받으신 요청은 요청 이메일의 링크로도 바로 여실 수 있습니다.',
    en: 'It usually takes less than a minute. Check your spam folder, and that this is the address at which you receive our requests. You can also open a request with the link in its email.',
  },
  over: {
    ko: '이 인증 번호는 더 쓸 수 없습니다. 시간이 지났거나, 이미 썼거나, 여러 번 틀렸습니다. 아래에서 인증 번호를 다시 받으십시오.',
    en: 'This code cannot be used any more: its time has passed, it was used, or it was wrong too often. Ask for another below.',
  },
  tooOften: {
    ko: '지금 계신 곳의 네트워크에서 인증 번호를 너무 여러 번 요청하여 더 보내지 않았습니다. 1시간 뒤에 다시 요청하시거나, 요청 이메일의 링크로 여십시오.',
    en: 'Too many codes have been requested from your network, so we did not send another. Try again in an hour, or open a request with the link in its email.',
  },
};

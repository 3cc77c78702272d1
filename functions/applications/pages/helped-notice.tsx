import type { Lang, Text } from '../../shared/i18n.ts';
import { Notice } from '../../shared/pages/components.tsx';
import type { Application } from '../application.ts';
import { mailsGoToOffice } from '../identity.ts';

const words = {
  title: { ko: '담당자의 도움으로 작성하는 지원서입니다', en: 'An officer helps with this application' },
  mails: {
    ko: '이 지원서의 이메일은 지원자가 아니라 담당자에게 갑니다. 담당자가 아래 연락처로 지원자에게 전해 드립니다.',
    en: 'We receive the emails about this application in place of the applicant, and pass them on using the contact below.',
  },
  to: { ko: '이메일을 받는 주소:', en: 'Emails go to' },
  reach: { ko: '지원자 연락처:', en: 'How we reach the applicant:' },
  asSaid: {
    ko: '답변과 동의는 지원자에게 읽어 드리고, 지원자가 말한 그대로 적고 표시해 주십시오.',
    en: 'Read questions and consents to the applicant, and enter the answers as they are given.',
  },
  own: {
    ko: '이메일 칸에는 담당자의 주소를 그대로 두십시오. 지원자가 쓰는 이메일 주소가 생기면 그 칸에서 수정하십시오. 그 주소로 보낸 인증 번호를 입력하면 이메일이 지원자에게 바로 가고, 그 뒤로는 지원자만 지원서를 열 수 있습니다.',
    en: 'Leave our address in the email field. If the applicant has an address of their own, enter it there. Once they enter the code that we send there, emails go to the applicant, and nobody else can open the application.',
  },
} as const satisfies Record<string, Text>;

interface Helped {
  readonly application: Application;
  /** Whether it is open at the desk of the officer who helps. */
  readonly atDesk: boolean;
  /** Whether the page asks for the address. */
  readonly asksEmail?: boolean;
  readonly lang: Lang;
}

/** Where mails of an application go whose applicant cannot use mail; nothing with any other. */
export function HelpedNotice({ application, atDesk, asksEmail = false, lang }: Helped) {
  if (!mailsGoToOffice(application)) return null;
  const { email, help } = application;
  return (
    <Notice title={words.title[lang]}>
      <p>{words.mails[lang]}</p>
      <p>
        {words.to[lang]} <strong class="typed notranslate">{email}</strong>
        <br />
        {words.reach[lang]} <span class="typed notranslate">{help?.reach}</span>
      </p>
      {atDesk && <p>{words.asSaid[lang]}</p>}
      {atDesk && asksEmail && <p>{words.own[lang]}</p>}
    </Notice>
  );
}

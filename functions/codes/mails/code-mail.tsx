import type { VNode } from 'preact';
import { hoursText, type Text } from '../../shared/i18n.ts';
import { Paragraph, Reference } from '../../shared/mail/components.tsx';
import { framedMail } from '../../shared/mail/framed-mail.tsx';
import type { RenderedMail } from '../../shared/mail/render.tsx';
import { formatInstant } from '../../shared/time.ts';
import { linkMinutes } from '../code.ts';
import type { MailedCode } from '../mailed-code.ts';

const linkGood = hoursText(linkMinutes);

const words = {
  code: { ko: '인증 번호', en: 'Code' },
  text: {
    ko: '지원 화면에 아래 여섯 자리 인증 번호를 입력해 주십시오.',
    en: 'Enter this six-digit code on the page where you asked for it.',
  },
  until: { ko: '입력 기한:', en: 'Enter it by' },
  other: {
    ko: `다른 기기에서 이어서 하시려면 이메일을 받으신 뒤 ${linkGood.ko} 안에 아래 버튼을 누르십시오. 한 번만 사용하실 수 있습니다.`,
    en: `To continue on another device, use the button below within ${linkGood.en}. It works once.`,
  },
  button: { ko: '이 기기에서 계속하기', en: 'Continue on this device' },
  private: {
    ko: '인증 번호와 링크를 다른 사람에게 알려 주지 마십시오. 직접 요청하지 않으셨다면 이 이메일을 무시하셔도 됩니다. 이 이메일만으로는 아무것도 접수되거나 변경되지 않습니다.',
    en: 'Do not share the code or the link. If you did not ask for it, ignore this email. Nothing is sent or changed by it.',
  },
} as const satisfies Record<string, Text>;

const subjectText = (code: string, by: string): Text => ({
  ko: `인증 번호 ${code}: ${by}까지 입력해 주십시오`,
  en: `Your code ${code}: enter it by ${by}`,
});

/** The code with which somebody shows that they read the mails of an address. */
export function codeMail(
  { challenge, code, until, path }: MailedCode,
  given: {
    /** Where the pages are. */
    readonly baseUrl: string;
    /** Whether the mail has a link, too, which proves in whatever browser opens it. */
    readonly hasLink: boolean;
    /** Whom to ask. */
    readonly footer: VNode;
  },
): RenderedMail {
  const { lang } = challenge;
  const { baseUrl, hasLink, footer } = given;
  const by = formatInstant(until, lang);
  return framedMail(
    {
      lang,
      subject: subjectText(code, by)[lang],
      preheader: words.text[lang],
      ...(hasLink && { button: { href: `${baseUrl}${path}?lang=${lang}`, label: words.button[lang] } }),
      small: words.private[lang],
      footer,
    },
    <>
      <Paragraph>{words.text[lang]}</Paragraph>
      <Reference label={words.code[lang]} value={code} />
      <Paragraph>
        {words.until[lang]} {by}
      </Paragraph>
      {hasLink && <Paragraph>{words.other[lang]}</Paragraph>}
    </>,
  );
}

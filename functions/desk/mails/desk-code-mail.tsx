import type { MailedCode } from '../../codes/mailed-code.ts';
import type { Text } from '../../shared/i18n.ts';
import { Paragraph, Reference } from '../../shared/mail/components.tsx';
import { ContactFooter } from '../../shared/mail/contact-footer.tsx';
import { framedMail } from '../../shared/mail/framed-mail.tsx';
import type { RenderedMail } from '../../shared/mail/render.tsx';
import { formatInstant } from '../../shared/time.ts';

const words = {
  code: { ko: '인증 번호', en: 'Code' },
  text: {
    ko: '업무함을 여는 화면에 아래 여섯 자리 인증 번호를 입력해 주십시오.',
    en: 'Enter this six-digit code on the page where you open your desk.',
  },
  until: { ko: '입력 기한:', en: 'Enter it by' },
  private: {
    ko: '이 번호로 업무함의 모든 요청이 열립니다. 다른 사람에게 알려 주거나 이 이메일을 전달하지 마십시오. 직접 요청하지 않으셨다면 무시하셔도 됩니다. 이 이메일만으로는 아무것도 열리지 않습니다.',
    en: 'The code opens everything on your desk. Do not give it to anybody, and do not forward this email. If you did not ask for it, ignore it: this email alone opens nothing.',
  },
} as const satisfies Record<string, Text>;

const subjectText = (code: string, by: string): Text => ({
  ko: `업무함 인증 번호 ${code}: ${by}까지`,
  en: `Your desk code ${code}: enter it by ${by}`,
});

/** The code with which somebody of the staff opens their desk. No link: a mail can be forwarded, a desk must not be. */
export function deskCodeMail({
  challenge,
  code,
  until,
}: Pick<MailedCode, 'challenge' | 'code' | 'until'>): RenderedMail {
  const { lang } = challenge;
  const by = formatInstant(until, lang);
  return framedMail(
    {
      lang,
      subject: subjectText(code, by)[lang],
      preheader: words.text[lang],
      small: words.private[lang],
      footer: <ContactFooter of={undefined} lang={lang} />,
    },
    <>
      <Paragraph>{words.text[lang]}</Paragraph>
      <Reference label={words.code[lang]} value={code} />
      <Paragraph>
        {words.until[lang]} {by}
      </Paragraph>
    </>,
  );
}

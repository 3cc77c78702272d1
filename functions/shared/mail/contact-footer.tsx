import type { Lang, Text } from '../i18n.ts';
import type { Contact } from '../pages/layout.tsx';
import { Small } from './components.tsx';

const words = {
  phone: { ko: '문의 전화', en: 'Telephone' },
  /** The reply goes to the stage's `replyTo`. */
  reply: {
    ko: '문의: 이 메일에 회신하시면 담당자가 받습니다.',
    en: 'Questions? Reply to this mail: our team reads the answers.',
  },
} as const satisfies Record<string, Text>;

/** Whom to ask about a round; of what belongs to none, whoever reads the replies. */
export const ContactFooter = ({
  lang,
  of,
}: {
  readonly lang: Lang;
  readonly of: { readonly title: Text; readonly contact: Contact } | undefined;
}) =>
  of ? (
    <Small>
      {of.title[lang]}
      <br />
      {words.phone[lang]} {of.contact.phone} · {of.contact.hours[lang]}
      <br />
      {of.contact.email}
    </Small>
  ) : (
    <Small>{words.reply[lang]}</Small>
  );

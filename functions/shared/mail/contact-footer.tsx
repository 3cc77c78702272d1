import type { Lang, Text } from '../i18n.ts';
import type { Contact } from '../pages/layout.tsx';
import { Link, Small } from './components.tsx';

const words = {
  phone: { ko: '문의 전화', en: 'Telephone' },
  privacy: { ko: '개인정보 처리방침', en: 'Privacy policy' },
  /** The reply goes to the stage's `replyTo`. */
  reply: {
    ko: '문의: 이 이메일에 회신해 주시면 담당자가 답변해 드립니다.',
    en: 'Questions? Reply to this email and our team will answer.',
  },
} as const satisfies Record<string, Text>;

/** Whom to ask about a round; of what belongs to none, whoever reads the replies. */
export const ContactFooter = ({
  lang,
  of,
  privacy,
}: {
  readonly lang: Lang;
  /** The address of the policy, in mails to those whose data it is. */
  readonly privacy?: string;
  readonly of: { readonly title: Text; readonly contact: Contact } | undefined;
}) =>
  of ? (
    <Small>
      {of.title[lang]}
      <br />
      {words.phone[lang]} {of.contact.phone} · {of.contact.hours[lang]}
      <br />
      {of.contact.email}
      {privacy && (
        <>
          <br />
          <Link href={privacy}>{words.privacy[lang]}</Link>
        </>
      )}
    </Small>
  ) : (
    <Small>{words.reply[lang]}</Small>
  );

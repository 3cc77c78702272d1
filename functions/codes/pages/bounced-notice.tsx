import type { Lang, Text } from '../../shared/i18n.ts';
import { Notice } from '../../shared/pages/components.tsx';
import { type Contact, Layout } from '../../shared/pages/layout.tsx';

const words = {
  title: { ko: '보내 드린 이메일이 반송되었습니다', en: 'Our email to you was returned' },
  text: {
    ko: '아래 주소로는 더 보내 드릴 수 없습니다. 결과와 안내는 지원 현황 화면에서 확인하실 수 있습니다.',
    en: 'We cannot send anything more to the address below. Results and news are on the page of your application.',
  },
  saved: { ko: '지금까지 입력한 내용은 저장되어 있습니다.', en: 'What you have typed so far is saved.' },
  goOn: { ko: '계속 작성하기', en: 'Continue your application' },
  change: { ko: '이메일 주소 수정하기', en: 'Change your email address' },
  tell: {
    ko: '받으실 수 있는 주소를 아래 문의처로 알려 주십시오.',
    en: 'Please tell us, at the contact below, an address that reaches you.',
  },
} as const satisfies Record<string, Text>;

/** Said once on a page, in place of an announced mail: mail to the address comes back. Nothing without an address. */
export const BouncedNotice = (props: {
  readonly email: string | undefined;
  /** Whether another address can still be proved. */
  readonly canChange: boolean;
  /** Whether the page itself is titled so. */
  readonly titled?: boolean;
  readonly lang: Lang;
}) => {
  const { email, canChange, titled, lang } = props;
  if (email === undefined) return null;
  return (
    <Notice kind="warning" title={titled ? undefined : words.title[lang]}>
      <p>
        {words.text[lang]} <strong class="notranslate">{email}</strong>
      </p>
      <p>{canChange ? <a href="/apply/address">{words.change[lang]}</a> : words.tell[lang]}</p>
    </Notice>
  );
};

/** In place of the page on which a mail with a link could be asked for. */
export const BouncedPage = (props: {
  readonly title: Text;
  readonly contact: Contact;
  readonly email: string;
  readonly lang: Lang;
}) => (
  <Layout lang={props.lang} title={words.title[props.lang]} eyebrow={props.title[props.lang]} contact={props.contact}>
    <p class="lead">{words.saved[props.lang]}</p>
    <BouncedNotice email={props.email} canChange titled lang={props.lang} />
    <p class="later">
      <a href="/apply">{words.goOn[props.lang]}</a>
    </p>
  </Layout>
);

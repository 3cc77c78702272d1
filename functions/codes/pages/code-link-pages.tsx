import { hoursText, type Lang, type Text } from '../../shared/i18n.ts';
import { Actions, Button, Notice, PageForm } from '../../shared/pages/components.tsx';
import { type Contact, Layout } from '../../shared/pages/layout.tsx';
import { ProblemPage } from '../../shared/pages/problem.tsx';
import { formNamed } from '../../shared/pages/shown.ts';
import { linkMinutes } from '../code.ts';

const linkGood = hoursText(linkMinutes);

const words = {
  link: { ko: '이 기기에서 계속하기', en: 'Continue on this device' },
  linkLead: {
    ko: '아래 버튼을 누르시면 이 주소가 확인되고 이 브라우저에서 이어서 하실 수 있습니다.',
    en: 'The button confirms this address and continues in this browser.',
  },
  linkOver: { ko: '이 링크는 더 사용하실 수 없습니다', en: 'This link has been used or is too old' },
  linkOverText: {
    ko: `링크는 보내 드린 뒤 ${linkGood.ko} 안에 한 번만 사용하실 수 있습니다. 이메일 주소를 입력하시면 새 이메일을 보내 드립니다.`,
    en: `It works once, within ${linkGood.en}. Enter your email address and we will send you a new email.`,
  },
  toAddress: { ko: '이메일 주소 입력하기', en: 'Enter your email address' },
} as const satisfies Record<string, Text>;

/** The page of a mailed link: looking at it changes nothing, for scanners open it, too. */
export const ContinuePage = (props: {
  readonly eyebrow: Text;
  readonly contact: Contact;
  readonly lang: Lang;
  readonly path: string;
  readonly email: string;
  /** By what its form is known, if it comes twice. */
  readonly form: string;
  /** What is to be known before, if anything is. */
  readonly warning?: { readonly title: Text; readonly text: Text };
}) => {
  const { eyebrow, contact, lang, path, email, form, warning } = props;
  return (
    <Layout lang={lang} title={words.link[lang]} eyebrow={eyebrow[lang]} lead={email} contact={contact}>
      {warning && (
        <Notice kind="warning" title={warning.title[lang]}>
          <p>{warning.text[lang]}</p>
        </Notice>
      )}
      <p>{words.linkLead[lang]}</p>
      <PageForm id="continue" action={path} hidden={formNamed(form)}>
        <Actions>
          <Button>{words.link[lang]}</Button>
        </Actions>
      </PageForm>
    </Layout>
  );
};

/** A link that was used, or is too old, with where another is asked for. */
export const UsedLinkPage = (props: { readonly contact: Contact; readonly lang: Lang; readonly ask: string }) => (
  <ProblemPage lang={props.lang} title={words.linkOver[props.lang]} contact={props.contact}>
    <p>{words.linkOverText[props.lang]}</p>
    <p>
      <a href={props.ask}>{words.toAddress[props.lang]}</a>
    </p>
  </ProblemPage>
);

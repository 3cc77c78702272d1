import type { Round } from '../../rounds/round.ts';
import type { Lang, Text } from '../../shared/i18n.ts';
import { emailAddress } from '../../shared/normalise.ts';
import { Actions, Button, ButtonLink, PageForm, Panel } from '../../shared/pages/components.tsx';
import { Fields } from '../../shared/pages/fields.tsx';
import { type FieldError, formPage, type Typed } from '../../shared/pages/form.ts';
import { Layout } from '../../shared/pages/layout.tsx';
import { shownOf } from '../../shared/pages/shown.ts';
import { until } from './start.tsx';

const words = {
  later: { ko: '임시 저장하고 나중에 계속하기', en: 'Save and come back later' },
  laterLead: {
    ko: '지금까지 입력한 내용을 저장했습니다. 이어 쓸 수 있는 링크를 메일로 보내 드립니다. 다른 기기에서도 열 수 있습니다.',
    en: 'What you have typed so far is saved. We mail you a link to go on with it, on this or another device.',
  },
  again: { ko: '링크 다시 받기', en: 'Send me my link again' },
  againLead: {
    ko: '지원서에 적은 이메일 주소를 입력해 주십시오. 그 주소로 작성 중이거나 제출된 지원서가 있으면 링크를 보내 드립니다.',
    en: 'Give the e-mail address of your application. If there is one under it, begun or sent, we mail its link there.',
  },
  send: { ko: '링크 보내기', en: 'Mail me the link' },
  goOn: { ko: '계속 작성하기', en: 'Go on writing' },
  check: { ko: '메일함을 확인해 주십시오', en: 'Look into your mailbox' },
  checkLater: {
    ko: '링크를 보냈습니다. 1분 안에 도착하지 않으면 스팸함을 확인해 주십시오.',
    en: 'We have mailed the link. If it does not arrive within a minute, look into your spam folder.',
  },
  checkAgain: {
    ko: '입력하신 주소로 된 지원서가 있으면 링크를 보내 드립니다. 1분 안에 도착하지 않으면 스팸함을 살펴보고, 다른 주소로 지원하셨는지 확인해 주십시오. 5분 안에 여러 번 요청하셔도 메일은 한 번만 보냅니다.',
    en: 'If there is an application under that address, its link is on the way. If nothing arrives within a minute, look into your spam folder; you may also have used another address. However often you ask within five minutes, we mail it once.',
  },
  sendBy: { ko: '제출 기한:', en: 'You can send your application' },
  taken: {
    ko: '이 이메일로 제출된 지원서가 이미 있습니다',
    en: 'An application with this e-mail has already been sent',
  },
  takenText: {
    ko: '한 모집에는 한 번만 지원할 수 있어 새로 접수하지 않았습니다. 먼저 제출된 지원서의 링크를 그 주소로 보냈습니다. 지금 작성하신 내용은 저장되어 있습니다.',
    en: 'One person can apply once in a round, so this one was not sent. We have mailed the link of the first application to that address. What you typed here is saved.',
  },
  otherMail: { ko: '이메일 주소 고치기', en: 'Correct the e-mail address' },
} as const satisfies Record<string, Text>;

/** The one field of the pages that mail a link. */
export const emailPage = formPage({
  id: 'link',
  title: words.again,
  fields: {
    email: {
      widget: 'email',
      label: { ko: '이메일', en: 'E-mail' },
      schema: emailAddress,
      autocomplete: 'email',
      inputMode: 'email',
    },
  },
});

export function EmailForm(props: {
  readonly round: Round;
  readonly kind: 'later' | 'again';
  /** Of the draft to which somebody comes back. */
  readonly reference?: string;
  readonly typed: Typed;
  readonly errors: readonly FieldError[];
  readonly lang: Lang;
}) {
  const { round, kind, reference, typed, errors, lang } = props;
  return (
    <Layout
      lang={lang}
      title={words[kind][lang]}
      eyebrow={round.title[lang]}
      lead={words[`${kind}Lead`][lang]}
      errors={errors}
      formId="form"
      contact={round.contact}
    >
      <PageForm
        id="form"
        action={kind === 'later' ? '/apply/later' : `/rounds/${round.id}/link`}
        hidden={reference ? shownOf(reference) : {}}
      >
        <Fields page={emailPage} typed={typed} errors={errors} lang={lang} />
        <Actions>
          <Button>{words.send[lang]}</Button>
        </Actions>
      </PageForm>
      {kind === 'later' && (
        <p class="later">
          <a href="/apply">{words.goOn[lang]}</a>
        </p>
      )}
    </Layout>
  );
}

export const LinkSentPage = ({ round, kind, lang }: { round: Round; kind: 'later' | 'again'; lang: Lang }) => (
  <Layout lang={lang} title={words[kind][lang]} eyebrow={round.title[lang]} contact={round.contact}>
    <Panel title={words.check[lang]}>
      <p>{words[kind === 'later' ? 'checkLater' : 'checkAgain'][lang]}</p>
      {kind === 'later' && (
        <p>
          {words.sendBy[lang]} {until(round.closesAt, lang)}
        </p>
      )}
    </Panel>
    {kind === 'later' && (
      <p class="later">
        <a href="/apply">{words.goOn[lang]}</a>
      </p>
    )}
  </Layout>
);

export const EmailTakenPage = ({ round, lang }: { round: Round; lang: Lang }) => (
  <Layout lang={lang} title={words.taken[lang]} eyebrow={round.title[lang]} contact={round.contact}>
    <p class="lead">{words.takenText[lang]}</p>
    <Actions>
      <ButtonLink kind="tertiary" href="/apply/about-you?return=check#email">
        {words.otherMail[lang]}
      </ButtonLink>
    </Actions>
  </Layout>
);

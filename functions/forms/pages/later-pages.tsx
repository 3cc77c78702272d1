import { LeaveForm } from '../../forms/pages/leave-form.tsx';
import { until } from '../../rounds/pages/start.tsx';
import type { Round } from '../../rounds/round.ts';
import type { Lang, Text } from '../../shared/i18n.ts';
import { Actions, Button, ButtonLink, Notice, PageForm, Panel } from '../../shared/pages/components.tsx';
import { Layout } from '../../shared/pages/layout.tsx';
import { shownOf } from '../../shared/pages/shown.ts';

const words = {
  later: { ko: '저장하고 나중에 계속하기', en: 'Save and come back later' },
  laterLead: {
    ko: '지금까지 입력하신 내용을 저장했습니다. 이어서 작성하실 수 있는 링크를 아래 주소로 보내 드립니다. 다른 기기에서도 여실 수 있습니다.',
    en: 'What you have entered so far is saved. We will email you a link to continue on this or another device.',
  },
  to: { ko: '받으실 주소:', en: 'We will send it to' },
  send: { ko: '링크 받기', en: 'Email me the link' },
  goOn: { ko: '계속 작성하기', en: 'Continue your application' },
  check: { ko: '이메일을 확인해 주십시오', en: 'Check your email' },
  checkLater: {
    ko: '링크를 보내 드렸습니다. 10분이 지나도 오지 않으면 스팸 메일함을 확인해 주십시오.',
    en: 'We have sent the link. If nothing has come after ten minutes, check your spam folder.',
  },
  notMailed: { ko: '지금은 이메일을 더 보내 드릴 수 없습니다', en: 'We cannot send another email at the moment' },
  notMailedText: {
    ko: '짧은 시간에 이 주소로 이메일을 여러 번 보내 드렸습니다. 입력하신 내용은 저장되어 있습니다. 앞서 받으신 링크로 열거나, 모집 안내 화면에서 같은 주소를 입력해 이어서 작성하실 수 있습니다.',
    en: 'We sent several emails to this address in a short time. What you entered is saved. Use the link that you already have, or enter the same address on the page of the round.',
  },
  sendBy: { ko: '제출 기한:', en: 'You can send your application' },
  taken: {
    ko: '이 이메일로 제출된 지원서가 이미 있습니다',
    en: 'An application with this email address has already been sent',
  },
  takenText: {
    ko: '한 모집에는 한 번만 지원하실 수 있어 새로 접수하지 않았습니다. 먼저 제출하신 지원서를 열어 수정하실 수 있습니다. 지금 작성하신 내용은 저장되어 있으며 계속 보실 수 있습니다.',
    en: 'You can apply once in a round, so this application was not sent. You can open the one that you sent first and change it there. What you entered here is saved, and you can still read it.',
  },
  openSent: { ko: '제출한 지원서 열기', en: 'Open the application that was sent' },
  read: { ko: '지금 작성한 내용 보기', en: 'Read what you typed here' },
  another: { ko: '이 브라우저에 다른 지원서가 열려 있습니다', en: 'Another application is open in this browser' },
  anotherText: {
    ko: '계속하시면 지금 열려 있는 지원서는 이 브라우저에서 닫힙니다. 저장하신 내용은 없어지지 않습니다.',
    en: 'If you continue, it is closed in this browser. Nothing that was saved is lost.',
  },
  openThis: { ko: '링크의 지원서 열기', en: 'Open the application of the link' },
  stay: { ko: '지금 지원서로 돌아가기', en: 'Go back to the one that is open' },
} as const satisfies Record<string, Text>;

const GoOn = ({ lang }: { lang: Lang }) => (
  <p class="later">
    <a href="/apply">{words.goOn[lang]}</a>
  </p>
);

/** Before the link of a draft is mailed to its address, or after it could not be. */
export const LaterPage = (props: {
  readonly round: Round;
  readonly reference: string;
  readonly lang: Lang;
  readonly email: string;
  readonly notMailed?: boolean;
}) => {
  const { round, reference, lang, email, notMailed = false } = props;
  return (
    <Layout
      lang={lang}
      title={words.later[lang]}
      eyebrow={round.title[lang]}
      lead={words.laterLead[lang]}
      contact={round.contact}
      path="/apply/later"
    >
      {notMailed && (
        <Notice kind="warning" title={words.notMailed[lang]}>
          <p>{words.notMailedText[lang]}</p>
        </Notice>
      )}
      <p>
        {words.to[lang]} <strong class="notranslate">{email}</strong>
      </p>
      {!notMailed && (
        <PageForm id="later" action="/apply/later" hidden={shownOf(reference)}>
          <Actions>
            <Button>{words.send[lang]}</Button>
          </Actions>
        </PageForm>
      )}
      <GoOn lang={lang} />
      <LeaveForm lang={lang} />
    </Layout>
  );
};

export const LinkSentPage = ({ round, lang }: { round: Round; lang: Lang }) => (
  <Layout lang={lang} title={words.later[lang]} eyebrow={round.title[lang]} contact={round.contact}>
    <Panel title={words.check[lang]}>
      <p>{words.checkLater[lang]}</p>
      <p>
        {words.sendBy[lang]} {until(round.closesAt, lang)}
      </p>
    </Panel>
    <GoOn lang={lang} />
    <LeaveForm lang={lang} />
  </Layout>
);

/** A draft of whoever has sent another application with the same address, which they have proved. */
export const EmailTakenPage = ({ round, reference, lang }: { round: Round; reference: string; lang: Lang }) => (
  <Layout lang={lang} title={words.taken[lang]} eyebrow={round.title[lang]} contact={round.contact}>
    <p class="lead">{words.takenText[lang]}</p>
    <PageForm id="open-sent" action="/apply/open-sent" hidden={shownOf(reference)}>
      <Actions>
        <ButtonLink kind="tertiary" href="/application/answers">
          {words.read[lang]}
        </ButtonLink>
        <Button>{words.openSent[lang]}</Button>
      </Actions>
    </PageForm>
  </Layout>
);

/** What is said before another application is opened in a browser. */
export const otherIsOpen = { title: words.another, text: words.anotherText };

/** A link of an application, where the browser has another one open. */
export const SwitchPage = ({ round, lang, path }: { round: Round; lang: Lang; path: string }) => (
  <Layout lang={lang} title={words.another[lang]} eyebrow={round.title[lang]} contact={round.contact}>
    <p class="lead">{words.anotherText[lang]}</p>
    <PageForm id="switch" action={path}>
      <Actions>
        <ButtonLink kind="tertiary" href="/application">
          {words.stay[lang]}
        </ButtonLink>
        <Button>{words.openThis[lang]}</Button>
      </Actions>
    </PageForm>
  </Layout>
);

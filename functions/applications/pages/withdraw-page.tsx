import type { Round } from '../../rounds/round.ts';
import type { Lang, Text } from '../../shared/i18n.ts';
import { Actions, Button, ButtonLink, PageForm } from '../../shared/pages/components.tsx';
import { Layout } from '../../shared/pages/layout.tsx';
import { shownOf } from '../../shared/pages/shown.ts';
import type { Application } from '../application.ts';

const words = {
  title: { ko: '지원을 취소하시겠습니까?', en: 'Withdraw your application?' },
  text: {
    ko: '취소하시면 이 지원서는 더 심사하지 않으며 되돌릴 수 없습니다. 접수 기간 안에는 지원서를 새로 작성하실 수 있습니다.',
    en: 'We will not consider it any further, and you cannot undo this. While applications are open you can start a new one.',
  },
  giveUpTitle: { ko: '참여를 취소하시겠습니까?', en: 'Give up your place?' },
  giveUpYes: { ko: '참여를 취소합니다', en: 'Yes, give up my place' },
  yes: { ko: '지원을 취소합니다', en: 'Yes, withdraw it' },
  no: { ko: '취소하지 않고 돌아가기', en: 'No, go back' },
} as const satisfies Record<string, Text>;

/** Asks once more before an application is withdrawn, or an accepted place given up with it. */
export const WithdrawPage = (props: {
  readonly application: Application;
  readonly round: Round;
  /** What follows, if a place is given up by it. */
  readonly follows?: Text;
  readonly lang: Lang;
}) => {
  const { application, round, follows, lang } = props;
  return (
    <Layout
      lang={lang}
      title={words[follows ? 'giveUpTitle' : 'title'][lang]}
      eyebrow={application.reference}
      contact={round.contact}
    >
      <p class="lead">{(follows ?? words.text)[lang]}</p>
      <PageForm id="withdraw" action="/application/withdraw" hidden={shownOf(application.reference)}>
        <Actions>
          <ButtonLink kind="tertiary" href="/application">
            {words.no[lang]}
          </ButtonLink>
          <Button kind="danger">{words[follows ? 'giveUpYes' : 'yes'][lang]}</Button>
        </Actions>
      </PageForm>
    </Layout>
  );
};

import type { Lang, Text } from '../../shared/i18n.ts';
import { Actions, Button, Notice, PageForm } from '../../shared/pages/components.tsx';
import { serviceName } from '../../shared/pages/layout.tsx';
import { algorithms, type RelyingParty } from '../verify-passkey.ts';

const words = {
  without: {
    ko: '이 브라우저에서는 패스키를 사용하실 수 없습니다. 자바스크립트가 꺼져 있거나 브라우저가 오래되었을 수 있습니다.',
    en: 'You cannot use a passkey in this browser. JavaScript may be turned off, or the browser may be too old.',
  },
  failed: {
    ko: '패스키를 사용하지 못했습니다. 취소하셨거나, 이 기기에 등록된 패스키가 없거나, 화면 잠금(지문·얼굴·PIN)으로 확인되지 않았습니다. 다시 시도하시거나 다른 방법을 이용해 주십시오.',
    en: 'Your passkey was not used. You cancelled, this device has no passkey for us, or you were not recognised by fingerprint, face or PIN. Try again, or use another way.',
  },
} as const satisfies Record<string, Text>;

/** What the page's script asks the browser for. */
export interface PasskeyAsked {
  readonly challenge: string;
  readonly relyingParty: RelyingParty;
  /** The ids of the person's passkeys: one of these signs, and none of these is made once more. */
  readonly known: readonly string[];
  /** For whom one is made; nobody, if one is to sign. */
  readonly made?: { readonly handle: string; readonly name: string };
}

/**
 * The one form that needs a script: it asks the browser for a passkey and posts the form with what comes back. Until it
 * has looked whether the browser can do that, and wherever there is none, the page says that it cannot.
 */
export const PasskeyForm = (props: {
  readonly asked: PasskeyAsked;
  readonly action: string;
  readonly hidden: Readonly<Record<string, string>>;
  readonly lang: Lang;
  readonly button: Text;
}) => {
  const { asked, action, hidden, lang, button } = props;
  const { challenge, relyingParty, known, made } = asked;
  return (
    <>
      <div
        hidden
        data-passkey={made ? 'make' : 'sign'}
        data-challenge={challenge}
        data-host={relyingParty.id}
        data-service={serviceName[lang]}
        data-known={known.join(' ')}
        data-algorithms={algorithms.join(' ')}
        data-handle={made?.handle}
        data-name={made?.name}
      >
        <PageForm id="by-passkey" action={action} hidden={{ ...hidden, credential: '' }}>
          <Actions>
            <Button>{button[lang]}</Button>
          </Actions>
        </PageForm>
        <div role="alert" id="passkey-failed" hidden>
          <Notice kind="warning">
            <p>{words.failed[lang]}</p>
          </Notice>
        </div>
      </div>
      <div id="no-passkey">
        <Notice kind="warning">
          <p>{words.without[lang]}</p>
        </Notice>
      </div>
    </>
  );
};

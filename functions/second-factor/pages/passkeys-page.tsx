import { passkeyScriptPath } from '../../assets/addresses.ts';
import type { Desk } from '../../desk/desk.ts';
import { deskPage } from '../../desk/pages/desk-page.tsx';
import { deskPaths } from '../../desk/pages/desk-paths.ts';
import type { Lang, Text } from '../../shared/i18n.ts';
import { Notice } from '../../shared/pages/components.tsx';
import type { FieldError, Typed } from '../../shared/pages/form.ts';
import type { PageResponse } from '../../shared/pages/request.ts';
import { formatInstant, type Instant } from '../../shared/time.ts';
import { type Passkey, shortId } from '../passkey.ts';
import { GivenCodeForm } from './code-form.tsx';
import { type PasskeyAsked, PasskeyForm } from './passkey-form.tsx';
import { secondFactorPaths } from './second-factor-paths.ts';

const words = {
  title: { ko: '패스키', en: 'Passkeys' },
  lead: {
    ko: '돈에 관한 결정을 하실 때 본인인지 확인하는 데 사용합니다. 기기의 화면 잠금(지문·얼굴·PIN)으로 확인하며, 지문이나 얼굴 정보는 기기 밖으로 나가지 않습니다.',
    en: 'You use a passkey to confirm that it is you who makes a decision about money. Your device recognises you by fingerprint, face or PIN, which never leave it.',
  },
  listed: { ko: '등록된 패스키', en: 'Your passkeys' },
  none: { ko: '등록된 패스키가 없습니다.', en: 'You have no passkey yet.' },
  added: { ko: '등록한 때:', en: 'Added' },
  used: { ko: '마지막으로 사용한 때:', en: 'Last used' },
  unused: { ko: '아직 사용하지 않음', en: 'not used yet' },
  synced: { ko: '여러 기기에서 사용', en: 'kept in your account, for several devices' },
  lost: {
    ko: '기기를 잃어버리셨거나 바꾸셨으면 운영자에게 바로 알려 주십시오. 운영자가 그 패스키를 등록에서 뺍니다.',
    en: 'If you have lost or changed a device, tell an operator straight away. They will remove its passkey.',
  },
  add: { ko: '패스키 등록하기', en: 'Add a passkey' },
  addText: {
    ko: '운영자에게 전화하거나 직접 찾아가 확인 번호를 받으십시오. 이메일로는 보내 드리지 않습니다. 번호는 24시간 동안 한 번만 사용하실 수 있습니다.',
    en: 'Ask an operator for a code, by telephone or in person. We never email it. It can be used once, within 24 hours.',
  },
  enter: { ko: '번호 확인하기', en: 'Continue' },
  make: { ko: '이 기기에 패스키 만들기', en: 'Create a passkey on this device' },
  back: { ko: '받은 요청으로 돌아가기', en: 'Back to your requests' },
  refused: { ko: '패스키를 등록하지 않았습니다', en: 'Your passkey was not added' },
  refusedText: {
    ko: '기기가 보낸 내용을 확인할 수 없었습니다. 바뀐 내용은 없습니다. 다시 시도해 주시고, 계속되면 운영자에게 알려 주십시오.',
    en: 'We could not check what your device sent. Nothing has changed. Try again, and if it happens again, tell an operator.',
  },
  tooMany: {
    ko: '패스키는 10개까지 등록하실 수 있습니다. 쓰지 않는 패스키를 빼도록 운영자에게 요청해 주십시오.',
    en: 'You can have ten passkeys at most. Ask an operator to remove one that you no longer use.',
  },
} as const satisfies Record<string, Text>;

const openText = (until: Instant): Text => ({
  ko: `확인 번호가 맞습니다. ${formatInstant(until, 'ko')}까지 이 브라우저에서 패스키를 하나 등록하실 수 있습니다.`,
  en: `Your code is right. You can add one passkey in this browser until ${formatInstant(until, 'en')}.`,
});

interface PasskeysShown {
  readonly desk: Desk;
  readonly lang: Lang;
  readonly passkeys: readonly Passkey[];
  /** What the browser is asked for, once the code was typed. */
  readonly adding?: { readonly until: Instant; readonly asked: PasskeyAsked };
  readonly typed?: Typed;
  readonly errors?: readonly FieldError[];
  readonly problem?: 'refused' | 'too-many';
}

/** Somebody's passkeys, and how they add another. */
export const passkeysPage = (shown: PasskeysShown): PageResponse => {
  const { desk, lang, passkeys, adding, typed = {}, errors = [], problem } = shown;
  return deskPage(
    {
      desk,
      lang,
      errors,
      title: words.title[lang],
      lead: words.lead[lang],
      script: adding && passkeyScriptPath,
      children: (
        <>
          {problem && (
            <Notice kind="warning" title={words.refused[lang]}>
              <p>{words[problem === 'refused' ? 'refusedText' : 'tooMany'][lang]}</p>
            </Notice>
          )}
          <Listed passkeys={passkeys} lang={lang} />
          <section class="answers" aria-labelledby="add">
            <h2 id="add">{words.add[lang]}</h2>
            {adding ? (
              <>
                <p>{openText(adding.until)[lang]}</p>
                <PasskeyForm
                  asked={adding.asked}
                  action={secondFactorPaths.newPasskey}
                  hidden={{}}
                  lang={lang}
                  button={words.make}
                />
              </>
            ) : (
              <>
                <p>{words.addText[lang]}</p>
                <GivenCodeForm
                  action={secondFactorPaths.passkeys}
                  typed={typed}
                  errors={errors}
                  lang={lang}
                  button={words.enter}
                />
              </>
            )}
          </section>
          <p class="later">
            <a href={deskPaths.list}>{words.back[lang]}</a>
          </p>
        </>
      ),
    },
    { status: errors.length > 0 || problem ? 422 : 200 },
  );
};

const Listed = ({ passkeys, lang }: Pick<PasskeysShown, 'passkeys' | 'lang'>) => (
  <section class="answers" aria-labelledby="listed">
    <h2 id="listed">{words.listed[lang]}</h2>
    {passkeys.length === 0 ? (
      <p>{words.none[lang]}</p>
    ) : (
      <>
        <ul class="desk-list">
          {passkeys.map((passkey) => (
            <li key={passkey.id}>
              <p>
                <strong class="notranslate">{shortId(passkey)}</strong>
                {passkey.synced && ` · ${words.synced[lang]}`}
              </p>
              <p>
                {words.added[lang]} {formatInstant(passkey.addedAt, lang)}
              </p>
              <p>
                {passkey.usedAt ? `${words.used[lang]} ${formatInstant(passkey.usedAt, lang)}` : words.unused[lang]}
              </p>
            </li>
          ))}
        </ul>
        <p>{words.lost[lang]}</p>
      </>
    )}
  </section>
);

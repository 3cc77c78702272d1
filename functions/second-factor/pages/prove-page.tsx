import { passkeyScriptPath } from '../../assets/addresses.ts';
import type { Desk } from '../../desk/desk.ts';
import { deskPage } from '../../desk/pages/desk-page.tsx';
import type { Lang, Text } from '../../shared/i18n.ts';
import { Notice, SummaryList } from '../../shared/pages/components.tsx';
import type { FieldError, Typed } from '../../shared/pages/form.ts';
import type { PageResponse } from '../../shared/pages/request.ts';
import { formatWon } from '../../shared/text/won.ts';
import type { Decision } from '../decision.ts';
import { GivenCodeForm } from './code-form.tsx';
import { type PasskeyAsked, PasskeyForm } from './passkey-form.tsx';
import { secondFactorPaths } from './second-factor-paths.ts';

const words = {
  title: { ko: '본인 확인', en: 'Confirm that it is you' },
  lead: {
    ko: '아래 결정에만 쓰이는 확인입니다. 내용이 다르면 확인하지 마십시오. 확인하신 뒤 5분 안에 결정을 마쳐 주십시오.',
    en: 'This is for the decision below and for no other. If anything in it is wrong, do not confirm. Once you have confirmed, finish the decision within five minutes.',
  },
  subject: { ko: '대상', en: 'What' },
  outcome: { ko: '결정', en: 'Decision' },
  amount: { ko: '금액', en: 'Amount' },
  sign: { ko: '패스키로 확인하기', en: 'Confirm with your passkey' },
  byPasskey: { ko: '패스키', en: 'Passkey' },
  none: { ko: '등록된 패스키가 없습니다.', en: 'You have no passkey yet.' },
  addOne: { ko: '패스키 등록하기 (새 창)', en: 'Add a passkey (new window)' },
  thenReload: {
    ko: '등록하신 뒤 이 화면을 다시 열어 주십시오.',
    en: 'Then reload this page.',
  },
  byCode: { ko: '패스키를 사용할 수 없을 때', en: 'If you cannot use a passkey' },
  byCodeText: {
    ko: '운영자에게 전화하거나 직접 찾아가 이 결정에 쓸 확인 번호를 받으십시오. 이메일로는 보내 드리지 않습니다. 운영자에게 아래 두 가지를 알려 주십시오.',
    en: 'Ask an operator for a code for this decision, by telephone or in person. We never email it. Tell them these two:',
  },
  you: { ko: '담당자 아이디', en: 'Your staff id' },
  request: { ko: '요청 번호', en: 'Request' },
  enter: { ko: '확인 번호로 확인하기', en: 'Confirm with the code' },
  back: { ko: '확인하지 않고 돌아가기', en: 'Go back without confirming' },
  refused: { ko: '확인되지 않았습니다', en: 'We could not confirm that it is you' },
  refusedText: {
    ko: '패스키가 보낸 내용이 이 결정과 맞지 않습니다. 결정된 것은 없으며, 시도한 사실을 기록했습니다. 이 화면에서 다시 확인해 주시고, 계속되면 운영자에게 알려 주십시오.',
    en: 'What your passkey sent does not fit this decision. Nothing was decided, and the attempt is recorded. Confirm again on this page, and if it happens again, tell an operator.',
  },
  late: {
    ko: '화면을 연 지 15분이 지났습니다. 결정된 것은 없습니다. 내용을 다시 읽고 이 화면에서 확인해 주십시오.',
    en: 'The page was open for more than 15 minutes. Nothing was decided. Read it again and confirm on this page.',
  },
} as const satisfies Record<string, Text>;

/** Confirms one decision, which the page says in words: by a passkey, or by a code of an operator. */
export const provePage = (shown: {
  readonly desk: Desk;
  readonly lang: Lang;
  readonly decision: Decision;
  readonly back: string;
  /** Where it is posted. */
  readonly action: string;
  /** What the browser is asked for; nothing for who has no passkey. */
  readonly asked: PasskeyAsked | undefined;
  /** What comes back with what the browser gives. */
  readonly hidden: Readonly<Record<string, string>>;
  readonly typed?: Typed;
  readonly errors?: readonly FieldError[];
  readonly problem?: 'refused' | 'late';
}): PageResponse => {
  const { desk, lang, decision, back, action, asked, hidden, typed = {}, errors = [], problem } = shown;
  const { subject, outcome } = decision.words;
  return deskPage(
    {
      desk,
      lang,
      errors,
      title: words.title[lang],
      lead: words.lead[lang],
      script: asked && passkeyScriptPath,
      children: (
        <>
          {problem && (
            <Notice kind="warning" title={words.refused[lang]}>
              <p>{words[problem === 'refused' ? 'refusedText' : 'late'][lang]}</p>
            </Notice>
          )}
          <SummaryList
            rows={[
              { term: words.subject[lang], value: subject[lang] },
              { term: words.outcome[lang], value: outcome[lang] },
              ...(decision.amount === 0 ? [] : [{ term: words.amount[lang], value: formatWon(decision.amount)[lang] }]),
            ]}
          />
          <section class="answers" aria-labelledby="passkey">
            <h2 id="passkey">{words.byPasskey[lang]}</h2>
            {asked ? (
              <PasskeyForm asked={asked} action={action} hidden={hidden} lang={lang} button={words.sign} />
            ) : (
              <p>
                {words.none[lang]}{' '}
                <a href={secondFactorPaths.passkeys} target="_blank" rel="noopener">
                  {words.addOne[lang]}
                </a>{' '}
                {words.thenReload[lang]}
              </p>
            )}
          </section>
          <section class="answers" aria-labelledby="code-instead">
            <h2 id="code-instead">{words.byCode[lang]}</h2>
            <p>{words.byCodeText[lang]}</p>
            <SummaryList
              rows={[
                { term: words.you[lang], value: <span class="notranslate">{decision.person}</span> },
                { term: words.request[lang], value: <span class="notranslate">{decision.subject}</span> },
              ]}
            />
            <GivenCodeForm action={action} typed={typed} errors={errors} lang={lang} button={words.enter} />
          </section>
          <p class="later">
            <a href={back}>{words.back[lang]}</a>
          </p>
        </>
      ),
    },
    { status: errors.length > 0 ? 422 : problem ? 403 : 200 },
  );
};

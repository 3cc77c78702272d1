import type { Lang } from '../../shared/i18n.ts';
import { Actions, Button, Notice, PageForm, SummaryList } from '../../shared/pages/components.tsx';
import { Fields } from '../../shared/pages/fields.tsx';
import type { FieldError, Typed } from '../../shared/pages/form.ts';
import { html, type PageResponse } from '../../shared/pages/request.ts';
import { formatInstant } from '../../shared/time.ts';
import type { Agreement, Version } from '../agreement.ts';
import type { FrozenText } from '../agreements-table.ts';
import { AgreementPage, aboutRows, type Shown } from './agreement-parts.tsx';
import { codeSent, stillInForce, words } from './agreement-words.ts';
import { namedWords } from './named-words.ts';
import { signCodeForm, signForm } from './sign-form.ts';

/** Of what is posted: which of the two steps, and the text that was shown. */
export const stage = 'stage';
/** That whoever has typed wants to go back to it. */
export const change = 'change';
export const shownText = 'text';

const InForce = ({ agreement, version, lang }: Pick<Shown, 'agreement' | 'version' | 'lang'>) => (
  <Notice>
    <p>{holds(agreement, version)[lang]}</p>
  </Notice>
);

const holds = ({ inForce }: Agreement, { number, title }: Version) =>
  inForce === undefined || inForce === number ? namedWords(title).nothingInForce : stillInForce(inForce);

const AgreementText = ({ text, lang }: { readonly text: FrozenText; readonly lang: Lang }) => (
  <>
    {text.parts.map(({ heading, paragraphs }, index) => (
      <section key={String(index)} class="text">
        <h3>{heading[lang]}</h3>
        {paragraphs.map((paragraph, place) => (
          <p key={String(place)}>{paragraph[lang]}</p>
        ))}
      </section>
    ))}
  </>
);

/** The agreement to be read, and below it the signature. */
export function signPage(
  props: Shown & {
    readonly path: string;
    readonly text: FrozenText;
    readonly isStaff: boolean;
    readonly mayElsewhere: boolean;
    readonly typed: Typed;
    readonly errors: readonly FieldError[];
    /** That what was read is not what is to be signed now. */
    readonly isOtherText?: boolean;
  },
): PageResponse {
  const { path, text, isStaff, mayElsewhere, typed, errors, isOtherText, ...shown } = props;
  const { version, lang } = shown;
  const status = isOtherText ? 409 : errors.length > 0 ? 422 : 200;
  return html(
    <AgreementPage {...shown} title={version.title[lang]} errors={errors} formId="form">
      {isOtherText && (
        <Notice kind="warning">
          <p>{namedWords(version.title).otherText[lang]}</p>
        </Notice>
      )}
      {version.why && (
        <Notice kind="warning" title={words.why[lang]}>
          <p class="typed">{version.why}</p>
        </Notice>
      )}
      <SummaryList rows={[{ term: words.due[lang], value: formatInstant(version.dueAt, lang) }, ...aboutRows(shown)]} />
      <InForce {...shown} />
      <h2>{namedWords(version.title).read[lang]}</h2>
      <p>{words.translation[lang]}</p>
      <p>
        <a href={`${path}/text`}>{namedWords(version.title).pdf[lang]}</a>
      </p>
      <AgreementText text={text} lang={lang} />
      <h2>{words.sign[lang]}</h2>
      <PageForm id="form" action={path} hidden={{ [shownText]: version.sha256 }}>
        <Fields page={signForm(version.title)} typed={typed} errors={errors} lang={lang} />
        <Actions>
          <Button>{words.getCode[lang]}</Button>
        </Actions>
      </PageForm>
      <h2>{words.notSign[lang]}</h2>
      <p>
        <a href={`${path}/refuse`}>{words.toRefuse[lang]}</a>
      </p>
      {mayElsewhere && (
        <p>
          <a href={`${path}/elsewhere`}>{words.toElsewhere[lang]}</a>
        </p>
      )}
      {isStaff && (
        <p>
          <a href={`${path}/hand-over`}>{words.handOver[lang]}</a>
        </p>
      )}
    </AgreementPage>,
    { status },
  );
}

/** The second step: the code that was mailed. What was typed before is carried along. */
export function signCodePage(
  props: Shown & {
    readonly path: string;
    readonly email: string;
    /** Whether a mail left for this step, or why not. */
    readonly mail: 'sent' | 'not-sent' | 'bounced';
    readonly typed: Typed;
    readonly errors: readonly FieldError[];
    readonly status?: number;
    readonly cookies?: readonly string[];
  },
): PageResponse {
  const { path, email, mail, typed, errors, status, cookies, ...shown } = props;
  const { version, lang } = shown;
  const hidden = { ...typed, [shownText]: version.sha256 };
  return html(
    <AgreementPage
      {...shown}
      title={words.enter[lang]}
      lead={mail === 'sent' ? codeSent(email)[lang] : email}
      errors={errors}
      formId="form"
    >
      {mail !== 'sent' && (
        <Notice kind="warning">
          <p>{words[mail === 'bounced' ? 'bounced' : 'notMailed'][lang]}</p>
        </Notice>
      )}
      <PageForm id="form" action={path} hidden={{ ...hidden, [stage]: 'code' }}>
        <Fields page={signCodeForm} typed={{}} errors={errors} lang={lang} />
        <Actions>
          <Button kind="tertiary" name={change} value="yes">
            {words.change[lang]}
          </Button>
          <Button>{words.signNow[lang]}</Button>
        </Actions>
      </PageForm>
      <Notice title={words.noMail[lang]}>
        <p>{words.noMailText[lang]}</p>
        <PageForm id="again" action={path} hidden={{ ...hidden, [stage]: 'again' }}>
          <Button kind="tertiary">{words.again[lang]}</Button>
        </PageForm>
      </Notice>
    </AgreementPage>,
    { status: status ?? (errors.length > 0 ? 422 : 200), cookies },
  );
}

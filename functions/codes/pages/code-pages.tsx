import type { Lang, Text } from '../../shared/i18n.ts';
import type { TemplateWith } from '../../shared/names.ts';
import { Actions, Button, Notice, PageForm } from '../../shared/pages/components.tsx';
import { Fields } from '../../shared/pages/fields.tsx';
import { type FieldError, formPage, type Typed } from '../../shared/pages/form.ts';
import { type Contact, Layout } from '../../shared/pages/layout.tsx';
import { emailAddress } from '../../shared/text/normalise.ts';
import type { Instant } from '../../shared/time.ts';
import type { Challenge } from '../code.ts';
import { codeField } from './code-field.ts';
import { type MailWords, mailWords, meantWords, useMeant, codeWords as words } from './code-words.ts';

export const addressPage = formPage({
  id: 'address',
  title: words.email,
  fields: {
    email: {
      widget: 'email',
      label: words.email,
      schema: emailAddress,
      autocomplete: 'email',
      inputMode: 'email',
    },
  },
});

export const codePage = formPage({
  id: 'code',
  title: words.enter,
  fields: {
    code: codeField({ label: words.code, missing: words.codeMissing, autocomplete: 'one-time-code' }),
  },
});

/** Where a proof is made, as whoever asks for it says it. */
export interface ProofPlace {
  readonly title: Text;
  readonly lead: Text;
  /** What stands above the title. */
  readonly eyebrow: Text;
  /** None where there is no round to ask about. */
  readonly contact: Contact | undefined;
  readonly lang: Lang;
  /** The path under which `address` and `code` are. */
  readonly base: string;
  /** What its forms carry: whose they are. */
  readonly hidden: Readonly<Record<string, string>>;
  /** Whether addresses may end as none on the internet does: an office may have a network of its own. */
  readonly anyEnding?: boolean;
  /** Whoever has codes of their own: whose they are, the mail that has them, and what the pages say of it. */
  readonly own?: {
    readonly scope: string;
    readonly template: TemplateWith<Record<string, never>>;
    readonly words: MailWords;
  };
  /** The way back, if there is one. */
  readonly back?: { readonly href: string; readonly label: Text };
}

/** The address; with what was probably meant, if it looks like a slip. */
export function AddressForm(
  props: ProofPlace & {
    readonly typed: Typed;
    readonly errors: readonly FieldError[];
    readonly meant?: { readonly typed: string; readonly meant: string; readonly mayStay: boolean };
  },
) {
  const { title, lead, eyebrow, contact, lang, base, hidden, back, typed, errors, meant } = props;
  const action = `${base}/address`;
  return (
    <Layout
      lang={lang}
      title={title[lang]}
      eyebrow={eyebrow[lang]}
      lead={lead[lang]}
      errors={errors}
      formId="form"
      contact={contact}
    >
      {meant && (
        <Notice kind="warning" title={words.meant[lang]}>
          <p>{meantWords(meant.typed, meant.meant)[lang]}</p>
          <PageForm id="meant" action={action} hidden={{ ...hidden, email: meant.meant, sure: 'yes' }}>
            <Button>{useMeant(meant.meant)[lang]}</Button>
          </PageForm>
          {meant.mayStay && (
            <PageForm id="as-typed" action={action} hidden={{ ...hidden, email: meant.typed, sure: 'yes' }}>
              <Button kind="tertiary">{words.asTyped[lang]}</Button>
            </PageForm>
          )}
        </Notice>
      )}
      <PageForm id="form" action={action} hidden={hidden}>
        <Fields page={addressPage} typed={typed} errors={errors} lang={lang} />
        <Actions>
          <Button kind={meant ? 'tertiary' : 'primary'}>{words.send[lang]}</Button>
        </Actions>
      </PageForm>
      {back && (
        <p class="later">
          <a href={back.href}>{back.label[lang]}</a>
        </p>
      )}
    </Layout>
  );
}

/** What the page says of the mail with the code. */
export interface MailState {
  /** When the last mail went to the address. */
  readonly last: Instant | undefined;
  /** From when on another may. */
  readonly next: Instant;
  readonly bounced: boolean;
}

/** The code, with the address to which it went and what can be done if it does not come. */
export function CodePage(
  props: ProofPlace & {
    readonly challenge: Challenge;
    readonly mail: MailState;
    readonly typed: Typed;
    readonly errors: readonly FieldError[];
  },
) {
  const { eyebrow, contact, lang, base, hidden, own, challenge, mail, typed, errors } = props;
  const { email, mailed } = challenge;
  const said = own?.words ?? mailWords;
  const lead = mailed
    ? said.mailed(email, mailed.at)
    : mail.last && !mail.bounced
      ? said.stillGood(email, mail.last, mail.next)
      : undefined;
  return (
    <Layout
      lang={lang}
      title={words.enter[lang]}
      eyebrow={eyebrow[lang]}
      lead={lead?.[lang] ?? email}
      errors={errors}
      formId="form"
      contact={contact}
    >
      {mail.bounced && (
        <Notice kind="warning">
          <p>{words.bounced[lang]}</p>
        </Notice>
      )}
      <PageForm id="form" action={`${base}/code`} hidden={hidden}>
        <Fields page={codePage} typed={typed} errors={errors} lang={lang} />
        <Actions>
          <Button>{words.confirm[lang]}</Button>
        </Actions>
      </PageForm>
      <Notice title={words.noMail[lang]}>
        <p>{said.noMail[lang]}</p>
        <PageForm id="again" action={`${base}/address`} hidden={{ ...hidden, email, sure: 'yes' }}>
          <Button kind="tertiary">{words.again[lang]}</Button>
        </PageForm>
      </Notice>
      <p class="later">
        <a href={`${base}/address`}>{words.other[lang]}</a>
      </p>
    </Layout>
  );
}

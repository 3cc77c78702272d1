import * as z from 'zod';
import type { Challenge } from '../../codes/code.ts';
import type { Round } from '../../rounds/round.ts';
import type { Lang } from '../../shared/i18n.ts';
import { emailAddress } from '../../shared/normalise.ts';
import { Actions, Button, ButtonLink, Notice, PageForm } from '../../shared/pages/components.tsx';
import { Fields } from '../../shared/pages/fields.tsx';
import { type FieldError, formPage, type Typed } from '../../shared/pages/form.ts';
import { Layout } from '../../shared/pages/layout.tsx';
import { ProblemPage } from '../../shared/pages/problem.tsx';
import { normaliseLine } from '../../shared/text.ts';
import type { Instant } from '../../shared/time.ts';
import { mailedWords, meantWords, stillGoodWords, useMeant, codeWords as words } from './code-words.ts';

export const addressPage = formPage({
  id: 'address',
  title: words.begin,
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
    code: {
      widget: 'text',
      label: words.code,
      schema: z
        .string()
        .transform((typed) => normaliseLine(typed).replace(/[\s.-]/gu, ''))
        .pipe(z.string().regex(/^\d{6}$/)),
      missing: words.codeMissing,
      invalid: words.codeMissing,
      autocomplete: 'one-time-code',
      inputMode: 'numeric',
      maxLength: 20,
    },
  },
});

/** Where a proof is made: before there is an application, or within one for another address. */
export interface ProofPlace {
  readonly kind: 'begin' | 'change';
  readonly round: Round;
  readonly lang: Lang;
  /** The path under which `address` and `code` are. */
  readonly base: string;
  /** What its forms carry: whose they are. */
  readonly hidden: Readonly<Record<string, string>>;
}

/** The address; with what was probably meant, if it looks like a slip. */
export function AddressForm(
  props: ProofPlace & {
    readonly typed: Typed;
    readonly errors: readonly FieldError[];
    readonly meant?: { readonly typed: string; readonly meant: string; readonly mayStay: boolean };
  },
) {
  const { kind, round, lang, base, hidden, typed, errors, meant } = props;
  const action = `${base}/address`;
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
      {kind === 'change' && (
        <p class="later">
          <a href="/apply">{words.back[lang]}</a>
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
  const { round, lang, base, hidden, challenge, mail, typed, errors } = props;
  const { email, mailed } = challenge;
  const lead = mailed
    ? mailedWords(email, mailed.at)
    : mail.last && !mail.bounced
      ? stillGoodWords(email, mail.last, mail.next)
      : undefined;
  return (
    <Layout
      lang={lang}
      title={words.enter[lang]}
      eyebrow={round.title[lang]}
      lead={lead?.[lang] ?? email}
      errors={errors}
      formId="form"
      contact={round.contact}
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
        <p>{words.noMailText[lang]}</p>
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

/** The page of a mailed link: looking at it changes nothing, for scanners open it, too. */
export const ContinuePage = (props: {
  readonly round: Round;
  readonly lang: Lang;
  readonly path: string;
  readonly email: string;
  /** Whether another application is open in this browser. */
  readonly other: boolean;
}) => {
  const { round, lang, path, email, other } = props;
  return (
    <Layout lang={lang} title={words.link[lang]} eyebrow={round.title[lang]} lead={email} contact={round.contact}>
      {other && (
        <Notice kind="warning" title={words.another[lang]}>
          <p>{words.anotherText[lang]}</p>
        </Notice>
      )}
      <p>{words.linkLead[lang]}</p>
      <PageForm id="continue" action={path}>
        <Actions>
          <Button>{words.link[lang]}</Button>
        </Actions>
      </PageForm>
    </Layout>
  );
};

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

export const UsedLinkPage = ({ round, lang }: { round: Round; lang: Lang }) => (
  <ProblemPage lang={lang} title={words.linkOver[lang]} contact={round.contact}>
    <p>{words.linkOverText[lang]}</p>
    <p>
      <a href={`/rounds/${round.id}/address`}>{words.toAddress[lang]}</a>
    </p>
  </ProblemPage>
);

/** After the proof, where there is nothing under the address and nothing can be begun. */
export const NothingPage = ({ round, lang }: { round: Round; lang: Lang }) => (
  <ProblemPage lang={lang} title={words.none[lang]} contact={round.contact}>
    <p>{words.noneText[lang]}</p>
    <p>
      <a href={`/rounds/${round.id}/address`}>{words.other[lang]}</a>
    </p>
  </ProblemPage>
);

import type { ComponentChildren } from 'preact';
import { Fault } from '../errors.ts';
import type { Lang, Text } from '../i18n.ts';
import { answersOf } from '../pages/answers.ts';
import type { FormPage, Typed } from '../pages/form.ts';
import { look } from './look.ts';

/* What mails are made of; text.ts makes the text part of the same elements. */

interface WithChildren {
  readonly children?: ComponentChildren;
}

export const Heading = ({ level = 2, children }: WithChildren & { readonly level?: 1 | 2 }) =>
  level === 1 ? (
    <h1 class="strong" style={look.h1}>
      {children}
    </h1>
  ) : (
    <h2 class="strong" style={look.h2}>
      {children}
    </h2>
  );

export const Paragraph = ({ children }: WithChildren) => <p style={look.paragraph}>{children}</p>;

export const Small = ({ children }: WithChildren) => (
  <p class="quiet" style={look.small}>
    {children}
  </p>
);

/** A mail's addresses are ours (absolute http or https) or an office's `mailto:` and `tel:`. */
function safeHref(href: string): string {
  if (!URL.canParse(href) || !/^(?:https?|mailto|tel):$/.test(new URL(href).protocol)) {
    throw new Fault('LinkUnsafe');
  }
  return href;
}

/** A link within a sentence. */
export const Link = ({ href, children }: WithChildren & { readonly href: string }) => (
  <a class="accent" href={safeHref(href)} style={look.link}>
    {children}
  </a>
);

const copyAddress: Text = {
  ko: '버튼이 열리지 않으면 아래 주소를 복사하여 브라우저에 붙여 넣어 주십시오.',
  en: 'If the button does not work, copy this address into your browser.',
};

/** The one thing to do, with its address for those whose client shows no button. */
export const Button = ({ href, lang, children }: WithChildren & { readonly href: string; readonly lang: Lang }) => (
  <>
    <p style={look.buttonRow}>
      <a href={safeHref(href)} data-button style={look.button}>
        {children}
      </a>
    </p>
    <p class="quiet" data-html-only style={look.small}>
      {copyAddress[lang]}
      <br />
      <a class="accent" href={href} style={look.address}>
        {href}
      </a>
    </p>
  </>
);

/** What a person wrote; its line breaks are kept. */
export const Quote = ({ children }: WithChildren) => (
  <blockquote class="tint" style={look.quote}>
    {children}
  </blockquote>
);

/** A reference in large type, to be read out. */
export const Reference = ({ label, value }: { readonly label: string; readonly value: string }) => (
  <p class="tint" style={look.reference}>
    {label}
    <br />
    <strong class="accent" style={look.referenceNumber}>
      {value}
    </strong>
  </p>
);

export const List = ({ items }: { readonly items: readonly ComponentChildren[] }) => (
  <ul style={look.list}>
    {items.map((item, index) => (
      <li key={index} style={look.item}>
        {item}
      </li>
    ))}
  </ul>
);

export interface Fact {
  readonly term: string;
  /** Line breaks are kept. */
  readonly value: string;
}

/** Terms and their values in a table. */
export const Facts = ({ facts }: { readonly facts: readonly Fact[] }) => (
  <table class="row" style={look.facts}>
    <tbody>
      {facts.map((fact) => (
        <tr key={fact.term}>
          <th scope="row" class="row" style={look.term}>
            {fact.term}
          </th>
          <td class="row" style={look.value}>
            {fact.value}
          </td>
        </tr>
      ))}
    </tbody>
  </table>
);

/** A copy of all answers, page by page. */
export const AnswersTable = (props: {
  readonly pages: readonly FormPage[];
  readonly typed: Typed;
  readonly lang: Lang;
}) => (
  <>
    {answersOf(props.pages, props.typed, props.lang).map(({ page, rows }) => (
      <div key={page.id}>
        <Heading>{page.title[props.lang]}</Heading>
        <Facts facts={rows.map((row) => ({ term: row.label, value: row.value }))} />
      </div>
    ))}
  </>
);

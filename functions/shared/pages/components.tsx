import type { ComponentChildren } from 'preact';
import type { Lang, Text } from '../i18n.ts';
import { controlId, type FieldError } from './form.ts';

const words = {
  check: { ko: '입력하신 내용을 확인해 주십시오', en: 'There is a problem' },
  done: { ko: '완료', en: 'done' },
  now: { ko: '지금', en: 'now' },
} as const satisfies Record<string, Text>;

const toCorrectText = (count: number): Text => ({
  ko: `수정하실 항목이 ${count}개 있습니다.`,
  en: `${count} ${count === 1 ? 'answer needs' : 'answers need'} your attention.`,
});

export const ErrorIcon = () => (
  <svg class="icon" viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">
    <circle cx="12" cy="12" r="9.25" fill="none" stroke="currentColor" stroke-width="1.75" />
    <path d="M12 7v6.250" stroke="currentColor" stroke-width="2" stroke-linecap="round" />
    <circle cx="12" cy="16.500" r="1.200" fill="currentColor" />
  </svg>
);

/** What has to be put right, each with a link to its field; takes the focus when the page opens, without a script. */
export function ErrorSummary({ lang, errors }: { lang: Lang; errors: readonly FieldError[] }) {
  if (errors.length === 0) return null;
  return (
    <div class="summary" role="alert" aria-labelledby="error-summary" tabIndex={-1} autofocus>
      <h2 id="error-summary">
        <ErrorIcon />
        {words.check[lang]}
      </h2>
      <p>{toCorrectText(errors.length)[lang]}</p>
      <ul>
        {errors.map((error) => (
          <li key={error.field}>
            <a href={`#${error.control ?? controlId(error.field)}`}>{error.message}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** As what the copy of what is typed is known in the browser, which others may use: ids only, nothing that opens a page. */
interface Copied {
  /** The application, or what somebody is asked for. */
  readonly of: string;
  readonly page: string;
  /** Whether the form is stored whatever it is sent with, right or wrong. */
  readonly saves?: boolean;
}

/** A posting form. `action` is the page's path without a query, so that an old `?lang=` does not come along. */
export function PageForm(props: {
  readonly id: string;
  readonly action: string;
  readonly hidden?: Readonly<Record<string, string | readonly string[]>>;
  /** Of what is typed here and not sent the browser keeps a copy, if it runs scripts. */
  readonly copied?: Copied;
  /** It has a field for a file: the page that it is sent to reads it by `readUpload`. */
  readonly withFile?: boolean;
  /** Whoever sends it leaves this browser: its copies go. */
  readonly forgets?: boolean;
  /** None for a form that another button sends. */
  readonly children?: ComponentChildren;
}) {
  return (
    <form
      id={props.id}
      method="post"
      action={props.action}
      enctype={props.withFile ? 'multipart/form-data' : undefined}
      noValidate
      data-copy={props.copied && `${props.copied.of}/${props.copied.page}`}
      data-saves={props.copied?.saves}
      data-forget={props.forgets}
    >
      {Object.entries(props.hidden ?? {}).flatMap(([name, values]) =>
        [values].flat().map((value) => <input key={`${name}=${value}`} type="hidden" name={name} value={value} />),
      )}
      {props.children}
    </form>
  );
}

type ButtonKind = 'primary' | 'tertiary' | 'danger' | 'link';

/** Sends its form. The main button has no `name`, since Enter in a text field sends the form without one. */
export const Button = (props: {
  readonly kind?: ButtonKind;
  readonly name?: string;
  readonly value?: string;
  readonly form?: string;
  readonly children: ComponentChildren;
}) => (
  <button
    type="submit"
    class={props.kind === 'link' ? 'link' : `btn ${props.kind ?? 'primary'}`}
    name={props.name}
    value={props.value}
    form={props.form}
  >
    {props.children}
  </button>
);

/** A link that looks like a button: for going on, never for changing something. `href` is a path of ours. */
export const ButtonLink = (props: {
  readonly kind?: ButtonKind;
  readonly href: string;
  /** Gives up what was typed: its copy in the browser goes. */
  readonly drops?: boolean;
  readonly children: ComponentChildren;
}) => (
  <a
    class={props.kind === 'link' ? 'link' : `btn ${props.kind ?? 'primary'}`}
    href={props.href}
    data-drop={props.drops}
  >
    {props.children}
  </a>
);

export const Actions = ({ children }: { children: ComponentChildren }) => <div class="actions">{children}</div>;

/** What a page has to say above all, with the reference in large type if there is one; green is for good news. */
export const Panel = (props: {
  readonly kind?: 'good' | 'plain';
  readonly title: string;
  readonly referenceLabel?: string;
  readonly reference?: string;
  readonly children?: ComponentChildren;
}) => (
  <div class={`panel ${props.kind ?? 'good'}`}>
    <p class="panel-title">{props.title}</p>
    {props.reference && (
      <p class="panel-reference">
        {props.referenceLabel && <span>{props.referenceLabel}</span>}
        <strong class="notranslate">{props.reference}</strong>
      </p>
    )}
    {props.children}
  </div>
);

export const Notice = (props: {
  readonly kind?: 'info' | 'warning';
  readonly title?: string;
  readonly children: ComponentChildren;
}) => (
  <div class={`notice ${props.kind ?? 'info'}`}>
    {props.title && <h2>{props.title}</h2>}
    {props.children}
  </div>
);

/** Above the heading of pages about one application; the reference stays on one line. */
export const RoundAndReference = ({ title, reference }: { title: string; reference: string }) => (
  <>
    {title} · <span class="nowrap notranslate">{reference}</span>
  </>
);

export interface SummaryRow {
  readonly term: string;
  /** Line breaks are kept. */
  readonly value: ComponentChildren;
  readonly change?: { readonly href: string; readonly label: string };
}

export const SummaryList = ({ rows }: { rows: readonly SummaryRow[] }) => (
  <dl class="list">
    {rows.map((row) => (
      <div key={row.term}>
        <dt>{row.term}</dt>
        <dd class="value">{row.value}</dd>
        {row.change && (
          <dd class="change">
            <a href={row.change.href}>
              {row.change.label}
              <span class="sr">: {row.term}</span>
            </a>
          </dd>
        )}
      </div>
    ))}
  </dl>
);

export interface TimelineEntry {
  readonly title: string;
  readonly text?: ComponentChildren;
  /** A date or a time limit in words. */
  readonly when?: string;
  readonly state?: 'done' | 'now';
}

/** What happened, what happens now and what comes next. */
export const Timeline = ({ lang, entries }: { lang: Lang; entries: readonly TimelineEntry[] }) => (
  <ol class="timeline">
    {entries.map((entry) => (
      <li key={entry.title} class={entry.state} aria-current={entry.state === 'now' ? 'step' : undefined}>
        <p class="timeline-title">
          {entry.state === 'now' && (
            <>
              <span class="timeline-now">{words.now[lang]}</span>{' '}
            </>
          )}
          {entry.title}
          {entry.state === 'done' && <span class="sr"> ({words.done[lang]})</span>}
        </p>
        {entry.when && <p class="timeline-when">{entry.when}</p>}
        {entry.text && <p>{entry.text}</p>}
      </li>
    ))}
  </ol>
);

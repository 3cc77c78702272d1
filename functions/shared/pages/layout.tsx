import type { ComponentChildren } from 'preact';
import { iconPath, scriptPath, stylesheetPath } from '../../assets/addresses.ts';
import type { Contact } from '../contact.ts';
import { type Lang, langs, type Text } from '../i18n.ts';
import { serviceName } from '../service-name.ts';
import { ErrorSummary } from './components.tsx';
import type { FieldError } from './form.ts';
import { going } from './shown.ts';
import { Steps, type StepsProps } from './steps.tsx';

export type { Contact } from '../contact.ts';
export { serviceName } from '../service-name.ts';

export interface LayoutProps {
  readonly lang: Lang;
  /** The heading, and the beginning of the browser's title. */
  readonly title: string;
  readonly eyebrow?: ComponentChildren;
  readonly lead?: string;
  readonly errors?: readonly FieldError[];
  readonly steps?: StepsProps;
  /**
   * The id of the page's form. The language switch then posts it with `switch=en`, so that what was typed is kept;
   * without a form it is a link to the same address.
   */
  readonly formId?: string;
  /** The page's own address for the language links; the current one if it is not given. */
  readonly path?: string;
  readonly contact?: Contact;
  /** Where the name in the header leads; `go` names a page to which it leads once the form is saved. */
  readonly home?: string | { readonly go: string };
  /** Below the header: where else whoever has signed in can go. */
  readonly nav?: ComponentChildren;
  /** The path of a script of its own, beside the one of all pages. */
  readonly script?: string;
  readonly children: ComponentChildren;
}

const words = {
  skip: { ko: '본문으로 건너뛰기', en: 'Skip to the main content' },
  error: { ko: '오류: ', en: 'Error: ' },
  phone: { ko: '문의 전화', en: 'Telephone' },
  email: { ko: '이메일', en: 'Email' },
  privacy: { ko: '개인정보 처리방침', en: 'Privacy policy' },
  accessibility: { ko: '접근성 안내', en: 'Accessibility' },
  beside: { ko: ' (새 창)', en: ' (new window)' },
  languages: { ko: '언어 선택', en: 'Language' },
} as const satisfies Record<string, Text>;
const languageNames: Text = { ko: '한국어', en: 'English' };

/** The frame of every page: nothing inline, and nothing that needs the script. */
export function Layout(props: LayoutProps) {
  const { lang, title, eyebrow, lead, errors = [], steps, formId, path, contact, home, nav, script, children } = props;
  return (
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <meta name="format-detection" content="telephone=no" />
        <meta name="robots" content="noindex" />
        <title>{`${errors.length > 0 ? words.error[lang] : ''}${title} · ${serviceName[lang]}`}</title>
        <link rel="stylesheet" href={stylesheetPath} />
        <script defer src={scriptPath} />
        {script && <script defer src={script} />}
        <link rel="icon" type="image/svg+xml" href={iconPath} />
      </head>
      <body>
        <a class="skip" href="#main">
          {words.skip[lang]}
        </a>
        <header class="top">
          <div class="inner">
            {formId && <EnterButton formId={formId} />}
            {formId && typeof home === 'object' ? (
              <button type="submit" class="brand" form={formId} formNoValidate {...going(home.go)}>
                <Mark />
                {serviceName[lang]}
              </button>
            ) : (
              <a class="brand" href={typeof home === 'string' ? home : '/'}>
                <Mark />
                {serviceName[lang]}
              </a>
            )}
            {formId ? <PostingSwitch lang={lang} formId={formId} /> : <LinkingSwitch lang={lang} path={path} />}
          </div>
        </header>
        {nav}
        <main id="main" class="inner narrow" tabIndex={-1}>
          {steps && <Steps {...steps} lang={lang} formId={formId} />}
          <ErrorSummary lang={lang} errors={errors} />
          <h1>
            {eyebrow && <span class="eyebrow">{eyebrow}</span>}
            {title}
          </h1>
          {lead && <p class="lead">{lead}</p>}
          {children}
        </main>
        <footer class="foot">
          <div class="inner">
            <p class="org">{serviceName[lang]}</p>
            {contact && <ContactLine lang={lang} contact={contact} />}
            <Policies lang={lang} beside={formId !== undefined} />
          </div>
        </footer>
      </body>
    </html>
  );
}

const Mark = () => (
  <span class="mark" aria-hidden="true">
    <i />
    <i />
    <i />
  </span>
);

function ContactLine({ lang, contact }: { lang: Lang; contact: Contact }) {
  return (
    <>
      <p>
        {words.phone[lang]} <a href={`tel:${contact.phone.replace(/[^+\d]/g, '')}`}>{contact.phone}</a>
        {' · '}
        {contact.hours[lang]}
      </p>
      <p>
        {words.email[lang]} <a href={`mailto:${contact.email}`}>{contact.email}</a>
      </p>
    </>
  );
}

/** A form keeps what was typed: from its page the policies open beside it. */
const Policies = ({ lang, beside }: { readonly lang: Lang; readonly beside: boolean }) => (
  <p class="policies">
    {(['privacy', 'accessibility'] as const).map((policy) => (
      <a key={policy} href={`/${policy}`} target={beside ? '_blank' : undefined} rel={beside ? 'noopener' : undefined}>
        {words[policy][lang]}
        {beside && words.beside[lang]}
      </a>
    ))}
  </p>
);

function LinkingSwitch({ lang, path = '' }: { lang: Lang; path?: string }) {
  return (
    <nav class="lang" aria-label={words.languages[lang]}>
      {langs.map((other) => (
        <a
          key={other}
          href={`${path}?lang=${other}`}
          lang={other}
          hreflang={other}
          aria-current={other === lang ? 'true' : undefined}
        >
          {languageNames[other]}
        </a>
      ))}
    </nav>
  );
}

/** The first submit button of a form is what Enter in a text field presses: none of those that lead away may be it. */
const EnterButton = ({ formId }: { formId: string }) => (
  <button type="submit" form={formId} class="sr" aria-hidden="true" tabIndex={-1} />
);

function PostingSwitch({ lang, formId }: { lang: Lang; formId: string }) {
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset belongs to a form, this stands in the header */}
      <div class="lang" role="group" aria-label={words.languages[lang]}>
        {langs.map((other) => (
          <button
            key={other}
            type="submit"
            form={formId}
            name="switch"
            value={other}
            formNoValidate
            lang={other}
            aria-current={other === lang ? 'true' : undefined}
          >
            {languageNames[other]}
          </button>
        ))}
      </div>
    </>
  );
}

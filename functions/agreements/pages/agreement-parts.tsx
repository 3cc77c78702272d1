import type { ComponentChildren } from 'preact';
import type { Lang, Text } from '../../shared/i18n.ts';
import { SummaryList, type SummaryRow } from '../../shared/pages/components.tsx';
import type { FieldError } from '../../shared/pages/form.ts';
import { type Contact, Layout } from '../../shared/pages/layout.tsx';
import { ProblemPage } from '../../shared/pages/problem.tsx';
import { html, type PageResponse } from '../../shared/pages/request.ts';
import { formatInstant } from '../../shared/time.ts';
import type { Agreement, Signer, Version } from '../agreement.ts';
import { nextSigner } from '../signing.ts';
import { words } from './agreement-words.ts';
import { namedWords } from './named-words.ts';

/** A case as a page shows it, with whom to ask. */
export interface Shown {
  readonly agreement: Agreement;
  readonly version: Version;
  readonly contact: Contact | undefined;
  readonly lang: Lang;
}

const stands = {
  signed: { ko: '서명함', en: 'signed' },
  now: { ko: '서명할 차례', en: 'has to sign now' },
  later: { ko: '그다음에 서명', en: 'signs after that' },
  elsewhere: { ko: '다른 방법으로 서명', en: 'signed in another way' },
  not: { ko: '서명하지 않음', en: 'has not signed' },
} as const satisfies Record<string, Text>;

function standOf(version: Version, signer: Signer, lang: Lang): string {
  const signature = version.signatures.find((one) => one.signer === signer.id);
  if (signature) return `${stands.signed[lang]}, ${formatInstant(signature.at, lang)}`;
  if (version.state === 'SIGNED' && version.copy) return stands.elsewhere[lang];
  if (version.state !== 'OPEN') return stands.not[lang];
  return stands[nextSigner(version)?.id === signer.id ? 'now' : 'later'][lang];
}

/** Number, version and who signs, each with where it stands. */
export const aboutRows = ({ agreement, version, lang }: Omit<Shown, 'contact'>): SummaryRow[] => [
  { term: namedWords(version.title).number[lang], value: <span class="notranslate">{agreement.id}</span> },
  { term: words.version[lang], value: String(version.number) },
  {
    term: words.signers[lang],
    value: version.signers
      .map((signer) => `${signer.title[lang]}: ${signer.party} · ${signer.name} (${standOf(version, signer, lang)})`)
      .join('\n'),
  },
];

/** What is agreed with whom: who is of no staff is named, since the others sign with many. */
const eyebrowOf = ({ id }: Agreement, { title, signers }: Version, lang: Lang): string =>
  [title[lang], ...signers.filter(({ person }) => person === undefined).map(({ party }) => party), id].join(' · ');

/** The frame of a page about one version. */
export const AgreementPage = (
  props: Shown & {
    readonly title: string;
    readonly lead?: string;
    readonly errors?: readonly FieldError[];
    readonly formId?: string;
    readonly children: ComponentChildren;
  },
) => {
  const { agreement, version, contact, lang, children, ...frame } = props;
  return (
    <Layout {...frame} lang={lang} eyebrow={eyebrowOf(agreement, version, lang)} contact={contact}>
      {children}
    </Layout>
  );
};

/** A page that says why nothing can be signed now, with what it is about. */
export const agreementProblem = (
  shown: Shown,
  given: { readonly title: Text; readonly text: Text; readonly status: number; readonly more?: ComponentChildren },
): PageResponse =>
  html(
    <ProblemPage lang={shown.lang} title={given.title[shown.lang]} contact={shown.contact}>
      <p>{given.text[shown.lang]}</p>
      <SummaryList rows={aboutRows(shown)} />
      {given.more}
    </ProblemPage>,
    { status: given.status },
  );

export const gonePage = (lang: Lang): PageResponse =>
  html(
    <ProblemPage lang={lang} title={words.gone[lang]}>
      <p>{words.goneText[lang]}</p>
    </ProblemPage>,
    { status: 410 },
  );

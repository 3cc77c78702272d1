import type { MailedCode } from '../../codes/mailed-code.ts';
import type { Lang, Text } from '../../shared/i18n.ts';
import { Facts, Link, Paragraph, Quote, Reference } from '../../shared/mail/components.tsx';
import { ContactFooter } from '../../shared/mail/contact-footer.tsx';
import { framedMail } from '../../shared/mail/framed-mail.tsx';
import type { RenderedMail } from '../../shared/mail/render.tsx';
import type { Contact } from '../../shared/pages/layout.tsx';
import { dueInSubject, formatInstant } from '../../shared/time.ts';
import { type Agreement, type Meeting, type Version, versionIn } from '../agreement.ts';
import { calledIn } from '../called.ts';
import { agreementMailWords } from './texts.ts';

const wordsOf = ({ version }: Pick<Told, 'version'>) => agreementMailWords(calledIn(version.title));

/** A version as a mail tells of it, to one of its signers. */
export interface Told {
  readonly agreement: Agreement;
  readonly version: Version;
  readonly lang: Lang;
  readonly contact: Contact | undefined;
  /** The link of the signer's own request, if they have had one. */
  readonly link: string | undefined;
}

const footerOf = ({ version, contact, lang }: Pick<Told, 'version' | 'contact' | 'lang'>) => (
  <ContactFooter of={contact && { title: version.title, contact }} lang={lang} />
);

const aboutFacts = ({ agreement, version, lang }: Pick<Told, 'agreement' | 'version' | 'lang'>) => {
  const words = wordsOf({ version });
  return [
    { term: words.agreement[lang], value: version.title[lang] },
    { term: words.number[lang], value: agreement.id },
    { term: words.version[lang], value: String(version.number) },
  ];
};

/** With the link behind which the agreement is read and signed. */
export function askedMail(told: Told, why: 'asked' | 'reminder', question: string | undefined): RenderedMail {
  const words = wordsOf(told);
  const { version, lang, link = '' } = told;
  const { asked } = words;
  return framedMail(
    {
      lang,
      subject: words[why].subject(dueInSubject(version.dueAt))[lang],
      preheader: asked.preheader[lang],
      button: { href: link, label: words.open[lang] },
      small: words.private[lang],
      footer: footerOf(told),
    },
    <>
      <Paragraph>{asked.text[lang]}</Paragraph>
      {question && (
        <>
          <Paragraph>{asked.why[lang]}</Paragraph>
          <Quote>{question}</Quote>
        </>
      )}
      <Facts facts={[...aboutFacts(told), { term: words.due[lang], value: formatInstant(version.dueAt, lang) }]} />
    </>,
  );
}

/** The code that signs. No link: a mail can be forwarded. */
export function signCodeMail(
  told: Omit<Told, 'link'>,
  { code, until }: Pick<MailedCode, 'code' | 'until'>,
): RenderedMail {
  const words = wordsOf(told);
  const { lang } = told;
  const by = formatInstant(until, lang);
  return framedMail(
    {
      lang,
      subject: words.code.subject(code, by)[lang],
      preheader: words.code.text[lang],
      small: words.code.private[lang],
      footer: footerOf(told),
    },
    <>
      <Paragraph>{words.code.text[lang]}</Paragraph>
      <Reference label={words.code.code[lang]} value={code} />
      <Facts facts={[...aboutFacts(told), { term: words.code.until[lang], value: by }]} />
    </>,
  );
}

/** With the link to the signed copy. */
export function signedMail(told: Told, verifyAt: string): RenderedMail {
  const words = wordsOf(told);
  const { agreement, version, lang, link } = told;
  const { signed } = words;
  const before = agreement.versions.find(
    ({ replacedBy, signedSha256 }) => signedSha256 && replacedBy === version.number,
  );
  return framedMail(
    {
      lang,
      subject: signed.subject[lang],
      preheader: signed.preheader[lang],
      ...(link && { button: { href: link, label: signed.button[lang] }, small: words.private[lang] }),
      footer: footerOf(told),
    },
    <>
      <Paragraph>{signed.text[lang]}</Paragraph>
      <Facts facts={aboutFacts(told)} />
      {before && <Paragraph>{signed.replaces(before.number)[lang]}</Paragraph>}
      <Paragraph>
        {signed.verify[lang]} <Link href={verifyAt}>{verifyAt}</Link>
      </Paragraph>
    </>,
  );
}

/** To both sides, with the reason in the words of who has refused. */
export function refusedMail(told: Told): RenderedMail {
  const words = wordsOf(told);
  const { version, lang, link } = told;
  const { refused } = words;
  const by = version.signers.find(({ id }) => id === version.refusal?.signer);
  return framedMail(
    {
      lang,
      subject: refused.subject[lang],
      preheader: refused.preheader[lang],
      ...(link && { button: { href: link, label: words.see[lang] }, small: words.private[lang] }),
      footer: footerOf(told),
    },
    <>
      <Paragraph>{refused.text[lang]}</Paragraph>
      <Quote>{version.refusal?.reason ?? ''}</Quote>
      <Facts
        facts={[
          ...aboutFacts(told),
          ...(by ? [{ term: refused.by[lang], value: `${by.title[lang]}: ${by.name}` }] : []),
        ]}
      />
      <Paragraph>{refused.next[lang]}</Paragraph>
    </>,
  );
}

/** That a version ended unsigned, by the clock or because the case has ended. */
export function endedMail(told: Told, how: 'lapsed' | 'withdrawn'): RenderedMail {
  const words = wordsOf(told);
  const { lang } = told;
  const said = words[how];
  return framedMail(
    { lang, subject: said.subject[lang], preheader: said.preheader[lang], footer: footerOf(told) },
    <>
      <Paragraph>{said.text[lang]}</Paragraph>
      <Facts facts={aboutFacts(told)} />
    </>,
  );
}

/** That a version which was still being signed is replaced, and which one holds now. */
export function replacedMail(told: Told): RenderedMail {
  const words = wordsOf(told);
  const { agreement, version, lang } = told;
  const { replaced } = words;
  const next = version.replacedBy === undefined ? undefined : versionIn(agreement, version.replacedBy);
  return framedMail(
    { lang, subject: replaced.subject[lang], preheader: replaced.preheader[lang], footer: footerOf(told) },
    <>
      <Paragraph>{replaced.text[lang]}</Paragraph>
      {next?.why && (
        <>
          <Paragraph>{replaced.why[lang]}</Paragraph>
          <Quote>{next.why}</Quote>
        </>
      )}
      <Facts
        facts={[
          ...aboutFacts(told),
          { term: replaced.newVersion[lang], value: String(version.replacedBy ?? '') },
          { term: replaced.inForce[lang], value: agreement.inForce ? String(agreement.inForce) : replaced.none[lang] },
        ]}
      />
    </>,
  );
}

/** With a calendar file: invites, moves or cancels the same event in the calendar of who gets it. */
export function meetingMail(told: Omit<Told, 'link'>, meeting: Meeting): RenderedMail {
  const words = wordsOf(told);
  const { lang } = told;
  const said = words.meeting;
  const isCancelled = meeting.cancelledAt !== undefined;
  const how = isCancelled ? 'cancelled' : meeting.sequence > 0 ? 'moved' : 'called';
  const when: Text = dueInSubject(meeting.startsAt);
  return framedMail(
    {
      lang,
      subject: said[how](when)[lang],
      preheader: meeting.title[lang],
      footer: footerOf(told),
    },
    <>
      <Paragraph>{said[isCancelled ? 'cancelledText' : 'text'][lang]}</Paragraph>
      <Facts
        facts={[
          { term: said.what[lang], value: meeting.title[lang] },
          { term: said.from[lang], value: formatInstant(meeting.startsAt, lang) },
          { term: said.to[lang], value: formatInstant(meeting.endsAt, lang) },
          { term: said.place[lang], value: meeting.place[lang] },
          { term: words.number[lang], value: told.agreement.id },
        ]}
      />
    </>,
  );
}

import type { Person } from '../../people/person.ts';
import type { Lang, Text } from '../../shared/i18n.ts';
import { Button, Facts, Heading, Paragraph } from '../../shared/mail/components.tsx';
import { ContactFooter } from '../../shared/mail/contact-footer.tsx';
import { framedMail } from '../../shared/mail/framed-mail.tsx';
import type { RenderedMail } from '../../shared/mail/render.tsx';
import { opsCommand } from '../../shared/ops-command.ts';
import type { Contact } from '../../shared/pages/layout.tsx';
import { dueInSubject, formatInstant, type Instant } from '../../shared/time.ts';
import { aboutIn, type Kind } from '../kind.ts';
import type { Notice } from '../notice.ts';
import type { HeldReason, PersonRequest } from '../request.ts';
import { requestMailWords } from './texts.ts';

/** What a request belongs to, in words, and whom to ask about it. */
export interface RequestContext {
  readonly title: Text;
  readonly contact: Contact;
}

/** A request as a mail shows it: no more than is right in a mail. */
export interface Shown {
  readonly request: PersonRequest;
  readonly kind: Kind | undefined;
  readonly context: RequestContext | undefined;
  /** What it is about is called, beside its reference. */
  readonly name: string | undefined;
  readonly link: string;
}

/** Requests about a whole round have its subject of the audit, which tells nobody anything. */
const isAboutRound = ({ request }: Shown): boolean => request.subject === `round#${request.context}`;

const aboutOf = (shown: Shown, lang: Lang): string =>
  isAboutRound(shown)
    ? (shown.context?.title[lang] ?? shown.request.context)
    : [shown.name, aboutIn(shown.kind, shown.request).name[lang]].filter(Boolean).join(' ');

const RequestBlock = ({ shown, person, now }: { shown: Shown; person: Person; now: Instant }) => {
  const { request, kind, context, name, link } = shown;
  const { lang } = person;
  const about = aboutIn(kind, request);
  return (
    <>
      <Facts
        facts={[
          { term: requestMailWords.kind[lang], value: kind?.title[lang] ?? request.kind },
          ...(name === undefined ? [] : [{ term: requestMailWords.name[lang], value: name }]),
          ...(isAboutRound(shown) ? [] : [{ term: about.term[lang], value: about.name[lang] }]),
          ...(context ? [{ term: requestMailWords.round[lang], value: context.title[lang] }] : []),
          { term: requestMailWords.due[lang], value: dueText(request, lang, now) },
        ]}
      />
      <Button href={link} lang={lang}>
        {requestMailWords.open[lang]}
      </Button>
    </>
  );
};

/** What is due on a date keeps it once it has passed, and the mail says so. */
const dueText = ({ dueAt }: PersonRequest, lang: Lang, now: Instant): string =>
  dueAt > now ? formatInstant(dueAt, lang) : `${formatInstant(dueAt, lang)} (${requestMailWords.overdue[lang]})`;

/** What may be done with the links. */
const linkText = (shown: readonly Shown[]) =>
  shown.some(({ kind }) => kind?.heldBy !== undefined) ? requestMailWords.handOver : requestMailWords.private;

const subjectOf = (shown: Shown, why: HeldReason): Text => {
  const { kind, request } = shown;
  const opened = requestMailWords.opened[why](kind?.title ?? { ko: request.kind, en: request.kind });
  const about = { ko: aboutOf(shown, 'ko'), en: aboutOf(shown, 'en') };
  return requestMailWords.subject(opened, about, dueInSubject(request.dueAt));
};

/** @param desk where all that waits for them is found, besides */
export function requestMail(person: Person, shown: Shown, desk: string, now: Instant): RenderedMail {
  const { lang } = person;
  const why = shown.request.held.at(-1)?.why ?? 'asked';
  return framedMail(
    {
      lang,
      subject: subjectOf(shown, why)[lang],
      preheader: requestMailWords.preheader[lang],
      footer: <ContactFooter of={shown.context} lang={lang} />,
      small: linkText([shown])[lang],
    },
    <>
      <Paragraph>{requestMailWords.lead[lang]}</Paragraph>
      <RequestBlock shown={shown} person={person} now={now} />
      <Paragraph>{requestMailWords.desk(desk)[lang]}</Paragraph>
    </>,
  );
}

/**
 * All that still waits for one person, in one mail.
 * @param desk where all of it is found, besides
 */
export function reminderMail(person: Person, waiting: readonly Shown[], desk: string, now: Instant): RenderedMail {
  const { lang } = person;
  const [first = now] = waiting.map(({ request }) => request.dueAt).sort();
  const text = requestMailWords[first > now ? 'reminder' : 'overdueReminder'];
  return framedMail(
    {
      lang,
      subject: text(waiting.length, dueInSubject(first))[lang],
      preheader: requestMailWords.preheader[lang],
      footer: <ContactFooter of={waiting[0]?.context} lang={lang} />,
      small: linkText(waiting)[lang],
    },
    <>
      <Paragraph>{requestMailWords.reminderLead[lang]}</Paragraph>
      {waiting.map((shown) => (
        <>
          <Heading>{aboutOf(shown, lang)}</Heading>
          <RequestBlock shown={shown} person={person} now={now} />
        </>
      ))}
      <Paragraph>{requestMailWords.desk(desk)[lang]}</Paragraph>
    </>,
  );
}

interface Told {
  /** Whose commands are told. */
  readonly stage: string;
  readonly about: string;
  readonly notice: Notice | undefined;
  readonly subject: string;
  readonly detail: string;
  /** Of a run: the state that failed, and how often it was tried. */
  readonly state?: string;
  readonly tries?: string;
}

/** Something that does not mend itself; ids only, and where the runbook says what to do. */
export function operatorMail(person: Person, told: Told): RenderedMail {
  const { lang } = person;
  const { stage, about, notice, subject, detail, state, tries } = told;
  const title = notice?.subject[lang] ?? about;
  return framedMail(
    {
      lang,
      subject: notice?.nameless ? title : `${title}: ${subject}`,
      preheader: subject,
      footer: <ContactFooter of={undefined} lang={lang} />,
    },
    <>
      <Paragraph>{notice?.text[lang]}</Paragraph>
      <Facts
        facts={[
          { term: 'ID', value: subject },
          { term: requestMailWords.cause[lang], value: detail },
          ...(state ? [{ term: requestMailWords.failedState[lang], value: state }] : []),
          ...(tries ? [{ term: requestMailWords.tries[lang], value: tries }] : []),
          ...(notice?.commands ?? []).map((command) => ({
            term: requestMailWords.command[lang],
            value: opsCommand(`${command} ${subject.replace(/^round#/u, '')}`, stage),
          })),
          { term: requestMailWords.runbook[lang], value: `docs/runbook.md#${notice?.runbook ?? ''}` },
        ]}
      />
    </>,
  );
}

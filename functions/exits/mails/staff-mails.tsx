import type { Person } from '../../people/person.ts';
import type { Measure } from '../../residencies/measure.ts';
import { lastOf, type Residency } from '../../residencies/residency.ts';
import type { Round } from '../../rounds/round.ts';
import { lengthText } from '../../shared/i18n.ts';
import { Facts, Heading, Paragraph, Quote } from '../../shared/mail/components.tsx';
import { ContactFooter } from '../../shared/mail/contact-footer.tsx';
import { framedMail } from '../../shared/mail/framed-mail.tsx';
import type { RenderedMail } from '../../shared/mail/render.tsx';
import { formatDate } from '../../shared/time.ts';
import { type Holding, type Space, spaceText } from '../../spaces/space.ts';
import { exitMailWords as words } from './texts.ts';

/** Whom a mail to the staff is to, and about which startup. */
interface About {
  readonly person: Person;
  readonly residency: Residency;
  readonly round: Round;
}

const startupFacts = ({ person: { lang }, residency }: About) => [
  { term: words.startup[lang], value: residency.startup.name },
  { term: words.reference[lang], value: residency.id },
];

/** To the manager: a startup ends its contract early. */
export function noticeReceivedMail(about: About): RenderedMail {
  const { person, residency, round } = about;
  const { lang } = person;
  const { subject, preheader, text } = words.noticeReceived;
  const { to, endedEarly } = lastOf(residency);
  return framedMail(
    {
      lang,
      subject: subject(residency.startup.name)[lang],
      preheader: preheader[lang],
      footer: <ContactFooter of={round} lang={lang} />,
    },
    <>
      <Paragraph>{text[lang]}</Paragraph>
      <Facts facts={[...startupFacts(about), { term: words.lastDay[lang], value: formatDate(to, lang) }]} />
      {endedEarly?.reason && (
        <>
          <Heading>{words.reason[lang]}</Heading>
          <Quote>{endedEarly.reason}</Quote>
        </>
      )}
    </>,
  );
}

/** To whoever has asked for the end of a contract: what the director has decided. */
export function endAnsweredMail(about: About, { confirmed, refused }: Measure): RenderedMail {
  const { person, residency, round } = about;
  const { lang } = person;
  const outcome = confirmed ? 'CONFIRMED' : 'REFUSED';
  const { subject, preheader, text } = words.answered;
  return framedMail(
    {
      lang,
      subject: subject[outcome](residency.startup.name)[lang],
      preheader: preheader[lang],
      footer: <ContactFooter of={round} lang={lang} />,
    },
    <>
      <Paragraph>{text[outcome][lang]}</Paragraph>
      <Facts facts={startupFacts(about)} />
      {refused?.reason && (
        <>
          <Heading>{words.reason[lang]}</Heading>
          <Quote>{refused.reason}</Quote>
        </>
      )}
    </>,
  );
}

/** To manager and director: who stays, in which space, for how many days, and what to do. @param link to the space */
export function overstayToldMail(
  about: About,
  {
    space,
    holding,
    days,
    link,
  }: { readonly space: Space; readonly holding: Holding; readonly days: number; readonly link: string },
): RenderedMail {
  const { person, residency, round } = about;
  const { lang } = person;
  const { subject, preheader, text, doTitle, doText, open } = words.told;
  const past = lengthText(days, 'days');
  return framedMail(
    {
      lang,
      subject: subject(residency.startup.name, { ko: past.ko, en: String(days) })[lang],
      preheader: preheader[lang],
      button: { href: link, label: open[lang] },
      footer: <ContactFooter of={round} lang={lang} />,
    },
    <>
      <Paragraph>{text[lang]}</Paragraph>
      <Facts
        facts={[
          ...startupFacts(about),
          { term: words.space[lang], value: spaceText(space) },
          { term: words.until[lang], value: formatDate(holding.to, lang) },
          { term: words.days[lang], value: past[lang] },
        ]}
      />
      <Heading>{doTitle[lang]}</Heading>
      <Paragraph>{doText[lang]}</Paragraph>
    </>,
  );
}

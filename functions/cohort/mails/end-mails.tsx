import { type ApplicantMail, applicantMail, Ref } from '../../applications/mails/applicant-frame.tsx';
import type { Person } from '../../people/person.ts';
import { Appeal } from '../../rounds/mails/appeal.tsx';
import type { Round } from '../../rounds/round.ts';
import { numberText, peopleText } from '../../shared/i18n.ts';
import { Facts, Heading, Paragraph, Quote } from '../../shared/mail/components.tsx';
import { ContactFooter } from '../../shared/mail/contact-footer.tsx';
import { framedMail } from '../../shared/mail/framed-mail.tsx';
import type { RenderedMail } from '../../shared/mail/render.tsx';
import { formatInstant } from '../../shared/time.ts';
import type { Statistics } from '../statistics.ts';
import { endMailWords, revisionText } from './texts.ts';

/** To who still waited when the waitlist ended; `number` is where they stood then. */
export function waitlistEndedMail(given: ApplicantMail, number: string | undefined): RenderedMail {
  const { application } = given;
  const { lang } = application;
  const text = endMailWords.waitlistEnded;
  return applicantMail(
    given,
    text,
    endMailWords.toStatus,
    <>
      <Paragraph>{text.text[lang]}</Paragraph>
      <Ref application={application} />
      {number && <Facts facts={[{ term: text.number[lang], value: numberText(Number(number))[lang] }]} />}
      <Heading>{text.next[lang]}</Heading>
      <Paragraph>{text.nextText[lang]}</Paragraph>
      <Appeal of={given.round} lang={lang} />
    </>,
  );
}

/** To everybody who applied and had no final answer yet. */
export function roundCancelledMail(given: ApplicantMail, reason: string): RenderedMail {
  const { application } = given;
  const { lang } = application;
  const text = endMailWords.cancelled;
  return applicantMail(
    given,
    text,
    endMailWords.toStatus,
    <>
      <Paragraph>{text.text[lang]}</Paragraph>
      <Ref application={application} />
      <Heading>{text.reason[lang]}</Heading>
      <Quote>{reason}</Quote>
      <Paragraph>{text.data[lang]}</Paragraph>
    </>,
  );
}

/** To reviewers and members of the committee. */
export function staffCancelledMail({ lang }: Person, round: Round, reason: string): RenderedMail {
  const text = endMailWords.staffCancelled;
  return framedMail(
    {
      lang,
      subject: `${text.subject[lang]}: ${round.title[lang]}`,
      preheader: text.preheader[lang],
      footer: <ContactFooter of={round} lang={lang} />,
    },
    <>
      <Paragraph>{text.text[lang]}</Paragraph>
      <Facts facts={[{ term: text.round[lang], value: round.title[lang] }]} />
      <Heading>{text.reason[lang]}</Heading>
      <Quote>{reason}</Quote>
    </>,
  );
}

/** To the managers of the programme and to the institutions, each with a link of their own. */
export function cohortConfirmedMail(
  { lang }: Person,
  round: Round,
  given: { readonly seats: number; readonly taken: number; readonly link: string },
): RenderedMail {
  const text = endMailWords.confirmed;
  return framedMail(
    {
      lang,
      subject: `${(round.programme === 'lab' ? endMailWords.confirmedInLab : text).subject[lang]}: ${round.title[lang]}`,
      preheader: text.preheader[lang],
      footer: <ContactFooter of={round} lang={lang} />,
      button: { href: given.link, label: text.open[lang] },
      small: text.private[lang],
    },
    <>
      <Paragraph>{text.text[lang]}</Paragraph>
      <Facts
        facts={[
          { term: text.round[lang], value: round.title[lang] },
          { term: text.seats[lang], value: peopleText(given.seats)[lang] },
          { term: text.taken[lang], value: peopleText(given.taken)[lang] },
        ]}
      />
      {given.taken < given.seats && <Paragraph>{text.few[lang]}</Paragraph>}
    </>,
  );
}

/** To the same people when somebody of the cohort has given up their place. */
export function cohortChangedMail(
  { lang }: Person,
  round: Round,
  given: {
    readonly revised: NonNullable<Statistics['revised']>;
    readonly seats: number;
    readonly taken: number;
    readonly link: string;
  },
): RenderedMail {
  const text = endMailWords.changed;
  const revision = revisionText(given.revised.number)[lang];
  return framedMail(
    {
      lang,
      subject: `${(round.programme === 'lab' ? endMailWords.changedInLab : text).subject[lang]}: ${round.title[lang]}, ${revision}`,
      preheader: text.preheader[lang],
      button: { href: given.link, label: endMailWords.confirmed.open[lang] },
      small: endMailWords.confirmed.private[lang],
      footer: <ContactFooter of={round} lang={lang} />,
    },
    <>
      <Paragraph>{text.text[lang]}</Paragraph>
      <Facts
        facts={[
          { term: endMailWords.confirmed.round[lang], value: round.title[lang] },
          { term: text.revision[lang], value: `${revision} (${formatInstant(given.revised.at, lang)})` },
          { term: endMailWords.confirmed.seats[lang], value: peopleText(given.seats)[lang] },
          { term: endMailWords.confirmed.taken[lang], value: peopleText(given.taken)[lang] },
          { term: text.givenUp[lang], value: peopleText(given.revised.givenUp)[lang] },
        ]}
      />
      <Paragraph>{text.older[lang]}</Paragraph>
    </>,
  );
}

export function roundEmptyMail({ lang }: Person, round: Round): RenderedMail {
  const text = endMailWords.empty;
  return framedMail(
    {
      lang,
      subject: `${text.subject[lang]}: ${round.title[lang]}`,
      preheader: text.preheader[lang],
      footer: <ContactFooter of={round} lang={lang} />,
    },
    <>
      <Paragraph>{text.text[lang]}</Paragraph>
      <Facts facts={[{ term: text.round[lang], value: round.title[lang] }]} />
    </>,
  );
}

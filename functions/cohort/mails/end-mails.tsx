import { type ApplicantMail, applicantMail, Ref } from '../../applications/mails/applicant-frame.tsx';
import type { Person } from '../../people/person.ts';
import { Appeal } from '../../rounds/mails/appeal.tsx';
import type { Round } from '../../rounds/round.ts';
import { numberText } from '../../shared/i18n.ts';
import { Facts, Heading, Paragraph, Quote } from '../../shared/mail/components.tsx';
import { ContactFooter } from '../../shared/mail/contact-footer.tsx';
import { framedMail } from '../../shared/mail/framed-mail.tsx';
import type { RenderedMail } from '../../shared/mail/render.tsx';
import { formatInstant } from '../../shared/time.ts';
import { howCounted } from '../how-counted.ts';
import type { Statistics } from '../statistics.ts';
import { endMailWords, revisionText } from './texts.ts';
import { cohortMailWordsOf } from './texts-by-round.ts';

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
  const words = cohortMailWordsOf(round);
  const { count, hasPlaces } = howCounted(round);
  const text = words.confirmed;
  const { round: roundTerm, seats, open, private: isPrivate } = endMailWords.confirmed;
  return framedMail(
    {
      lang,
      subject: `${text.subject[lang]}: ${round.title[lang]}`,
      preheader: text.preheader[lang],
      footer: <ContactFooter of={round} lang={lang} />,
      button: { href: given.link, label: open[lang] },
      small: isPrivate[lang],
    },
    <>
      <Paragraph>{text.text[lang]}</Paragraph>
      <Facts
        facts={[
          { term: roundTerm[lang], value: round.title[lang] },
          ...(hasPlaces ? [{ term: seats[lang], value: count(given.seats)[lang] }] : []),
          { term: text.taken[lang], value: count(given.taken)[lang] },
        ]}
      />
      {hasPlaces && given.taken < given.seats && <Paragraph>{text.few[lang]}</Paragraph>}
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
  const words = cohortMailWordsOf(round);
  const { count, hasPlaces } = howCounted(round);
  const text = words.changed;
  const { round: roundTerm, seats, open, private: isPrivate } = endMailWords.confirmed;
  const revision = revisionText(given.revised.number)[lang];
  return framedMail(
    {
      lang,
      subject: `${text.subject[lang]}: ${round.title[lang]}, ${revision}`,
      preheader: text.preheader[lang],
      button: { href: given.link, label: open[lang] },
      small: isPrivate[lang],
      footer: <ContactFooter of={round} lang={lang} />,
    },
    <>
      <Paragraph>{text.text[lang]}</Paragraph>
      <Facts
        facts={[
          { term: roundTerm[lang], value: round.title[lang] },
          {
            term: endMailWords.changed.revision[lang],
            value: `${revision} (${formatInstant(given.revised.at, lang)})`,
          },
          ...(hasPlaces ? [{ term: seats[lang], value: count(given.seats)[lang] }] : []),
          { term: words.confirmed.taken[lang], value: count(given.taken)[lang] },
          { term: text.givenUp[lang], value: count(given.revised.givenUp)[lang] },
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

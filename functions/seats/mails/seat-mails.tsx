import { type ApplicantMail, applicantMail, Ref } from '../../applications/mails/applicant-frame.tsx';
import type { PersonRequest } from '../../requests/request.ts';
import { Appeal } from '../../rounds/mails/appeal.tsx';
import type { Round } from '../../rounds/round.ts';
import { WhyMail } from '../../selection/mails/why.tsx';
import type { Why } from '../../selection/why.ts';
import { type Lang, numberText } from '../../shared/i18n.ts';
import { type Fact, Facts, Heading, Paragraph, Quote } from '../../shared/mail/components.tsx';
import type { RenderedMail } from '../../shared/mail/render.tsx';
import { dueInSubject, formatDate, formatInstant, type Instant } from '../../shared/time.ts';
import { daysLeft } from '../offer-deadline.ts';
import { daysLeftText, seatMailWords } from './texts.ts';

/** What a seat is: the same facts in every mail about it. */
const factsOf = (round: Round, lang: Lang): Fact[] => [
  { term: seatMailWords.round[lang], value: round.title[lang] },
  { term: seatMailWords.firstDay[lang], value: formatDate(round.firstDay, lang) },
  { term: seatMailWords.days[lang], value: round.schedule.days[lang] },
  { term: seatMailWords.sites[lang], value: round.sites[lang] },
];

/** The offer, first or again; `next` if it comes from the waitlist. */
export function offerMail(
  given: ApplicantMail,
  request: PersonRequest,
  why: 'offered' | 'offeredNext' | 'reminder',
): RenderedMail {
  const { application, round, now } = given;
  const { lang } = application;
  const text = seatMailWords[why];
  return applicantMail(
    given,
    { ...text, subject: text.subject(dueInSubject(request.dueAt)), private: seatMailWords.offerLink },
    seatMailWords.toAnswer,
    <>
      <Paragraph>{text.text[lang]}</Paragraph>
      <Ref application={application} />
      <Facts
        facts={[
          { term: seatMailWords.answerBy[lang], value: formatInstant(request.dueAt, lang) },
          ...(why === 'reminder'
            ? [{ term: seatMailWords.left[lang], value: daysLeftText(daysLeft(request.dueAt, now))[lang] }]
            : []),
          ...factsOf(round, lang),
        ]}
      />
      <Paragraph>{seatMailWords.withoutAnswer[lang]}</Paragraph>
    </>,
  );
}

/** What has ended an offer, in a sentence or two. */
export function endedOfferMail(given: ApplicantMail, how: 'lapsed' | 'declined'): RenderedMail {
  const { application } = given;
  const text = seatMailWords[how];
  return applicantMail(
    given,
    text,
    seatMailWords.toStatus,
    <>
      <Paragraph>{text.text[application.lang]}</Paragraph>
      <Ref application={application} />
    </>,
  );
}

export function acceptedSeatMail(given: ApplicantMail): RenderedMail {
  const { application, round } = given;
  const { lang } = application;
  return applicantMail(
    given,
    seatMailWords.accepted,
    seatMailWords.toStatus,
    <>
      <Paragraph>{seatMailWords.accepted.text[lang]}</Paragraph>
      <Ref application={application} />
      <Facts facts={factsOf(round, lang)} />
      <Paragraph>{seatMailWords.letter[lang]}</Paragraph>
      <Paragraph>{seatMailWords.giveBack[lang]}</Paragraph>
    </>,
  );
}

export function givenBackMail(given: ApplicantMail): RenderedMail {
  const { application } = given;
  const { lang, withdrawal } = application;
  return applicantMail(
    given,
    seatMailWords.givenBack,
    seatMailWords.toStatus,
    <>
      <Paragraph>{(withdrawal?.reason ? seatMailWords.operator : seatMailWords.givenBack.text)[lang]}</Paragraph>
      {withdrawal?.reason && <Quote>{withdrawal.reason}</Quote>}
      <Ref application={application} />
    </>,
  );
}

/** The result of who has no seat, with the reasons for it. */
export function waitlistedMail(
  given: ApplicantMail,
  { number, until, why }: { readonly number: number; readonly until: Instant; readonly why: Why | undefined },
): RenderedMail {
  const { application } = given;
  const { lang } = application;
  return applicantMail(
    given,
    seatMailWords.waitlisted,
    seatMailWords.toStatus,
    <>
      <Paragraph>{seatMailWords.waitlisted.text[lang]}</Paragraph>
      <Ref application={application} />
      <Facts
        facts={[
          { term: seatMailWords.number[lang], value: numberText(number)[lang] },
          { term: seatMailWords.lastDay[lang], value: formatInstant(until, lang) },
        ]}
      />
      {why && <WhyMail why={why} lang={lang} />}
    </>,
  );
}

export function notSelectedMail(
  given: ApplicantMail,
  { until, why }: { readonly until: Instant; readonly why: Why | undefined },
): RenderedMail {
  const { application } = given;
  const { lang } = application;
  return applicantMail(
    given,
    seatMailWords.notSelected,
    seatMailWords.toStatus,
    <>
      <Paragraph>{seatMailWords.notSelected.text[lang]}</Paragraph>
      <Ref application={application} />
      {why && <WhyMail why={why} lang={lang} />}
      <Heading>{seatMailWords.again[lang]}</Heading>
      <Paragraph>{seatMailWords.againText[lang]}</Paragraph>
      <Facts facts={[{ term: seatMailWords.againUntil[lang], value: formatInstant(until, lang) }]} />
      <Appeal of={given.round} lang={lang} />
    </>,
  );
}

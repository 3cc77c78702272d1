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
import { daysLeftText } from './texts.ts';
import { nextTermText, seatMailWordsOf } from './texts-by-round.ts';

/** What a seat is: the same facts in every mail about it. */
function factsOf(round: Round, lang: Lang): Fact[] {
  const words = seatMailWordsOf(round);
  return [
    { term: words.round[lang], value: round.title[lang] },
    { term: words.firstDay[lang], value: round.renews ? nextTermText[lang] : formatDate(round.firstDay, lang) },
    ...(round.renews ? [] : [{ term: words.days[lang], value: round.schedule.days[lang] }]),
    { term: words.sites[lang], value: round.sites[lang] },
  ];
}

/** The offer, first or again; `next` if it comes from the waitlist. */
export function offerMail(
  given: ApplicantMail,
  request: PersonRequest,
  why: 'offered' | 'offeredNext' | 'reminder',
): RenderedMail {
  const words = seatMailWordsOf(given.round);
  const { application, round, now } = given;
  const { lang } = application;
  const text = words[why];
  return applicantMail(
    given,
    { ...text, subject: text.subject(dueInSubject(request.dueAt)), private: words.offerLink },
    words.toAnswer,
    <>
      <Paragraph>{text.text[lang]}</Paragraph>
      <Ref application={application} />
      <Facts
        facts={[
          { term: words.answerBy[lang], value: formatInstant(request.dueAt, lang) },
          ...(why === 'reminder'
            ? [{ term: words.left[lang], value: daysLeftText(daysLeft(request.dueAt, now))[lang] }]
            : []),
          ...factsOf(round, lang),
        ]}
      />
      <Paragraph>{words.withoutAnswer[lang]}</Paragraph>
    </>,
  );
}

/** What has ended an offer, in a sentence or two. */
export function endedOfferMail(given: ApplicantMail, how: 'lapsed' | 'declined'): RenderedMail {
  const words = seatMailWordsOf(given.round);
  const { application } = given;
  const text = words[how];
  return applicantMail(
    given,
    text,
    words.toStatus,
    <>
      <Paragraph>{text.text[application.lang]}</Paragraph>
      <Ref application={application} />
    </>,
  );
}

export function acceptedSeatMail(given: ApplicantMail): RenderedMail {
  const words = seatMailWordsOf(given.round);
  const { application, round } = given;
  const { lang } = application;
  return applicantMail(
    given,
    words.accepted,
    words.toStatus,
    <>
      <Paragraph>{words.accepted.text[lang]}</Paragraph>
      <Ref application={application} />
      <Facts facts={factsOf(round, lang)} />
      <Paragraph>{words.letter[lang]}</Paragraph>
      <Paragraph>{words.giveBack[lang]}</Paragraph>
    </>,
  );
}

export function givenBackMail(given: ApplicantMail): RenderedMail {
  const words = seatMailWordsOf(given.round);
  const { application } = given;
  const { lang, withdrawal } = application;
  return applicantMail(
    given,
    words.givenBack,
    words.toStatus,
    <>
      <Paragraph>{(withdrawal?.reason ? words.operator : words.givenBack.text)[lang]}</Paragraph>
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
  const words = seatMailWordsOf(given.round);
  const { application } = given;
  const { lang } = application;
  return applicantMail(
    given,
    words.waitlisted,
    words.toStatus,
    <>
      <Paragraph>{words.waitlisted.text[lang]}</Paragraph>
      <Ref application={application} />
      <Facts
        facts={[
          { term: words.number[lang], value: numberText(number)[lang] },
          { term: words.lastDay[lang], value: formatInstant(until, lang) },
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
  const words = seatMailWordsOf(given.round);
  const { application } = given;
  const { lang } = application;
  return applicantMail(
    given,
    words.notSelected,
    words.toStatus,
    <>
      <Paragraph>{words.notSelected.text[lang]}</Paragraph>
      <Ref application={application} />
      {why && <WhyMail why={why} lang={lang} />}
      <Heading>{words.again[lang]}</Heading>
      <Paragraph>{words.againText[lang]}</Paragraph>
      <Facts facts={[{ term: words.againUntil[lang], value: formatInstant(until, lang) }]} />
      <Appeal of={given.round} lang={lang} />
    </>,
  );
}

import { type ApplicantMail, applicantMail, Ref } from '../../applications/mails/applicant-frame.tsx';
import type { Request } from '../../requests/request.ts';
import type { Round } from '../../rounds/round.ts';
import { WhyMail } from '../../selection/mails/why.tsx';
import type { Why } from '../../selection/why.ts';
import type { Lang } from '../../shared/i18n.ts';
import { type Fact, Facts, Heading, Paragraph, Quote } from '../../shared/mail/components.tsx';
import type { RenderedMail } from '../../shared/mail/render.tsx';
import { formatDate, formatInstant, type Instant } from '../../shared/time.ts';
import { daysLeft } from '../offer-deadline.ts';
import { daysLeftText, texts } from './seat-texts.ts';

/** What a seat is: the same facts in every mail about it. */
const factsOf = (round: Round, lang: Lang): Fact[] => [
  { term: texts.round[lang], value: round.title[lang] },
  { term: texts.firstDay[lang], value: formatDate(round.firstDay, lang) },
  { term: texts.days[lang], value: round.schedule.days[lang] },
  { term: texts.sites[lang], value: round.sites[lang] },
];

/** The offer, first or again; `next` where it comes from the waitlist. */
export function offerMail(
  given: ApplicantMail,
  request: Request,
  why: 'offered' | 'offeredNext' | 'reminder',
): RenderedMail {
  const { application, round, now } = given;
  const { lang } = application;
  const text = texts[why];
  return applicantMail(
    given,
    { ...text, private: texts.offerLink },
    texts.toAnswer,
    <>
      <Paragraph>{text.text[lang]}</Paragraph>
      <Ref application={application} />
      <Facts
        facts={[
          { term: texts.answerBy[lang], value: formatInstant(request.dueAt, lang) },
          ...(why === 'reminder'
            ? [{ term: texts.left[lang], value: daysLeftText(daysLeft(request.dueAt, now))[lang] }]
            : []),
          ...factsOf(round, lang),
        ]}
      />
      <Paragraph>{texts.withoutAnswer[lang]}</Paragraph>
    </>,
  );
}

/** What has ended an offer, in a sentence or two. */
export function endedOfferMail(given: ApplicantMail, how: 'lapsed' | 'declined'): RenderedMail {
  const { application } = given;
  const text = texts[how];
  return applicantMail(
    given,
    text,
    texts.toStatus,
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
    texts.accepted,
    texts.toStatus,
    <>
      <Paragraph>{texts.accepted.text[lang]}</Paragraph>
      <Ref application={application} />
      <Facts facts={factsOf(round, lang)} />
      <Paragraph>{texts.letter[lang]}</Paragraph>
      <Paragraph>{texts.giveBack[lang]}</Paragraph>
    </>,
  );
}

export function givenBackMail(given: ApplicantMail): RenderedMail {
  const { application } = given;
  const { lang, withdrawal } = application;
  return applicantMail(
    given,
    texts.givenBack,
    texts.toStatus,
    <>
      <Paragraph>{(withdrawal?.reason ? texts.operator : texts.givenBack.text)[lang]}</Paragraph>
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
    texts.waitlisted,
    texts.toStatus,
    <>
      <Paragraph>{texts.waitlisted.text[lang]}</Paragraph>
      <Ref application={application} />
      <Facts
        facts={[
          { term: texts.number[lang], value: String(number) },
          { term: texts.lastDay[lang], value: formatInstant(until, lang) },
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
    texts.notSelected,
    texts.toStatus,
    <>
      <Paragraph>{texts.notSelected.text[lang]}</Paragraph>
      <Ref application={application} />
      {why && <WhyMail why={why} lang={lang} />}
      <Heading>{texts.again[lang]}</Heading>
      <Paragraph>{texts.againText[lang]}</Paragraph>
      <Facts facts={[{ term: texts.againUntil[lang], value: formatInstant(until, lang) }]} />
    </>,
  );
}

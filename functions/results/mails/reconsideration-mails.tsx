import { type ApplicantMail, applicantMail, Ref } from '../../applications/mails/applicant-frame.tsx';
import type { PersonRequest } from '../../requests/request.ts';
import { Appeal } from '../../rounds/mails/appeal.tsx';
import { numberText } from '../../shared/i18n.ts';
import { Facts, Heading, Paragraph, Quote } from '../../shared/mail/components.tsx';
import type { RenderedMail } from '../../shared/mail/render.tsx';
import { dueInSubject, formatInstant } from '../../shared/time.ts';
import { grantedTextOf, reconsiderationMails, reconsiderationMailWords as words } from './texts.ts';

/** The receipt of a request to look again. */
export function reconsiderationReceivedMail(given: ApplicantMail, request: PersonRequest): RenderedMail {
  const { lang } = given.application;
  const { received } = reconsiderationMails;
  return applicantMail(
    given,
    { ...received, subject: received.subject(dueInSubject(request.dueAt)) },
    words.toResult,
    <>
      <Paragraph>{received.text[lang]}</Paragraph>
      <Ref application={given.application} />
      <Facts facts={[{ term: words.answerBy[lang], value: formatInstant(request.dueAt, lang) }]} />
      <Heading>{words.words[lang]}</Heading>
      <Quote>{request.question?.text}</Quote>
    </>,
  );
}

/** What came of it, with the officer's reason. @param number on the waitlist, if it was granted */
export function reconsiderationAnsweredMail(
  given: ApplicantMail,
  request: PersonRequest,
  number: number | undefined,
): RenderedMail {
  const { lang } = given.application;
  const text = request.outcome === 'GRANT' ? grantedTextOf(given.round) : reconsiderationMails.refused;
  return applicantMail(
    given,
    text,
    words.toResult,
    <>
      <Paragraph>{text.text[lang]}</Paragraph>
      <Quote>{request.reason}</Quote>
      <Ref application={given.application} />
      {number !== undefined && !given.round.renews && (
        <Facts facts={[{ term: words.number[lang], value: numberText(number)[lang] }]} />
      )}
      {request.outcome === 'REFUSE' && <Appeal of={given.round} lang={lang} />}
    </>,
  );
}

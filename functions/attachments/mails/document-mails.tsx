import { type ApplicantMail, applicantMail, Ref } from '../../applications/mails/applicant-frame.tsx';
import type { Refusal } from '../../documents/document.ts';
import type { Format } from '../../documents/formats.ts';
import { refusalText } from '../../documents/pages/document-texts.ts';
import { roundPhase } from '../../rounds/round.ts';
import type { RoundDocument } from '../../rounds/round-documents.ts';
import { Heading, Paragraph } from '../../shared/mail/components.tsx';
import type { RenderedMail } from '../../shared/mail/render.tsx';
import { dueInSubject, formatEnd } from '../../shared/time.ts';
import { documentMailWords as words } from './document-mail-texts.ts';

/** That a file was not taken which was being checked when the application was sent, or came after it. */
export function refusedMail(
  given: ApplicantMail,
  what: { readonly document: RoundDocument; readonly refusal: Refusal; readonly formats: readonly Format[] },
): RenderedMail {
  const { application, round, now } = given;
  const { lang } = application;
  const isOpen = roundPhase(round, now) === 'OPEN';
  const { preheader } = words;
  return applicantMail(
    given,
    { subject: isOpen ? words.subject(dueInSubject(round.closesAt)) : words.subjectClosed, preheader },
    words.button,
    <>
      <Paragraph>{words.text[lang]}</Paragraph>
      <Ref application={application} />
      <Heading>{what.document.label[lang]}</Heading>
      <Paragraph>{refusalText(what.refusal, what.formats)[lang]}</Paragraph>
      <Paragraph>{isOpen ? words.again(formatEnd(round.closesAt, lang))[lang] : words.closed[lang]}</Paragraph>
    </>,
  );
}

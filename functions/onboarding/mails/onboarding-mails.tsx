import { type ApplicantMail, applicantMail, Ref } from '../../applications/mails/applicant-frame.tsx';
import type { SlotFiles } from '../../documents/document.ts';
import { returnReasonTexts } from '../../documents/pages/document-texts.ts';
import { firstOf, type Residency } from '../../residencies/residency.ts';
import { Facts, Heading, Paragraph, Quote } from '../../shared/mail/components.tsx';
import type { RenderedMail } from '../../shared/mail/render.tsx';
import { closeOfDay, dueInSubject, formatDate } from '../../shared/time.ts';
import type { AskedDocument } from '../asked-documents.ts';
import { onboardingWords } from '../words.ts';
import { onboardingMailWords as words } from './texts.ts';

/** What a startup has to send, each with why it came back if it did. */
export function documentsMail(
  given: ApplicantMail,
  {
    residency,
    documents,
    stored,
    why,
  }: {
    readonly residency: Pick<Residency, 'documentsDueOn' | 'asks'>;
    readonly documents: readonly AskedDocument[];
    readonly stored: readonly SlotFiles[];
    readonly why: 'asked' | 'reminder';
  },
): RenderedMail {
  const { lang } = given.application;
  const says = words[why];
  const isReturned = why === 'asked' && residency.asks > 1;
  return applicantMail(
    given,
    {
      subject: says.subject(dueInSubject(closeOfDay(residency.documentsDueOn))),
      preheader: says.preheader,
      private: words.private,
    },
    words.open,
    <>
      <Paragraph>{(isReturned ? words.asked.returned : says.text)[lang]}</Paragraph>
      <Ref application={given.application} />
      <Facts facts={[{ term: words.dueOn[lang], value: formatDate(residency.documentsDueOn, lang) }]} />
      <Heading>{words.documents[lang]}</Heading>
      {documents.map(({ document, state }) => {
        const files = stored.find(({ slot }) => slot === document.id)?.files ?? [];
        const decided = state === 'returned' ? files.findLast((file) => file.state === 'RETURNED')?.decided : undefined;
        return (
          <>
            <Paragraph>
              {`${document.label[lang]} (${onboardingWords[document.required ? 'required' : 'optional'][lang]})`}
            </Paragraph>
            {decided?.reason && (
              <Facts facts={[{ term: words.why[lang], value: returnReasonTexts[decided.reason][lang] }]} />
            )}
            {decided?.words && <Quote>{decided.words}</Quote>}
          </>
        );
      })}
    </>,
  );
}

/** Why a startup does not move in. */
export function endedMail(given: ApplicantMail, residency: Pick<Residency, 'documentsAcceptedAt'>): RenderedMail {
  const { application } = given;
  const why = words.ended.why[residency.documentsAcceptedAt ? 'agreement' : 'documents'];
  return applicantMail(
    given,
    words.ended,
    words.toStatus,
    <>
      <Paragraph>{why[application.lang]}</Paragraph>
      <Ref application={application} />
      <Paragraph>{words.ended.text[application.lang]}</Paragraph>
    </>,
  );
}

/** On the first day: where it is, and how long. */
export function begunMail(given: ApplicantMail, residency: Residency, space: string | undefined): RenderedMail {
  const { application } = given;
  const { lang } = application;
  const { from, to } = firstOf(residency);
  return applicantMail(
    given,
    words.begun,
    words.toStatus,
    <>
      <Paragraph>{words.begun.text[lang]}</Paragraph>
      <Ref application={application} />
      <Facts
        facts={[
          ...(space === undefined ? [] : [{ term: words.space[lang], value: space }]),
          { term: words.term[lang], value: `${formatDate(from, lang)} – ${formatDate(to, lang)}` },
        ]}
      />
    </>,
  );
}

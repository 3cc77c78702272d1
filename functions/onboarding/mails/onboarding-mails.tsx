import { type ApplicantMail, applicantMail, Ref } from '../../applications/mails/applicant-frame.tsx';
import { returnReasonTexts } from '../../documents/pages/document-texts.ts';
import { firstOf, type Residency } from '../../residencies/residency.ts';
import type { Lang } from '../../shared/i18n.ts';
import { Facts, Heading, Paragraph, Quote } from '../../shared/mail/components.tsx';
import type { RenderedMail } from '../../shared/mail/render.tsx';
import { dueInSubject, formatDate, formatEnd } from '../../shared/time.ts';
import { type Space, spaceText } from '../../spaces/space.ts';
import { documentsCloseAt } from '../ask-documents.ts';
import type { AskedDocument } from '../asked-documents.ts';
import { documentName } from '../words.ts';
import { onboardingMailWords as words } from './texts.ts';

/** What a startup has to send, each with why it came back if it did. */
export function documentsMail(
  given: ApplicantMail,
  {
    residency,
    documents,
    why,
  }: {
    readonly residency: Pick<Residency, 'documentsDueOn' | 'asks'>;
    readonly documents: readonly AskedDocument[];
    readonly why: 'asked' | 'reminder';
  },
): RenderedMail {
  const { lang } = given.application;
  const says = words[why];
  const isReturned = why === 'asked' && residency.asks > 1;
  return applicantMail(
    given,
    {
      subject: says.subject(dueInSubject(documentsCloseAt(residency))),
      preheader: says.preheader,
      private: words.private,
    },
    words.open,
    <>
      <Paragraph>{(isReturned ? words.asked.returned : says.text)[lang]}</Paragraph>
      <Ref application={given.application} />
      <Facts facts={[{ term: words.dueOn[lang], value: formatEnd(documentsCloseAt(residency), lang) }]} />
      <Heading>{words.documents[lang]}</Heading>
      {documents.map(({ document, returned }) => (
        <>
          <Paragraph>{documentName(document, lang)}</Paragraph>
          <WhyReturned {...{ returned, lang }} />
        </>
      ))}
    </>,
  );
}

const WhyReturned = ({ returned, lang }: Pick<AskedDocument, 'returned'> & { readonly lang: Lang }) => (
  <>
    {returned?.reason && <Facts facts={[{ term: words.why[lang], value: returnReasonTexts[returned.reason][lang] }]} />}
    {returned?.words && <Quote>{returned.words}</Quote>}
  </>
);

/**
 * Why a startup does not move in.
 * @param lacked the documents for which it lost its place, as they stand
 */
export function endedMail(given: ApplicantMail, lacked: readonly AskedDocument[] | 'unsigned'): RenderedMail {
  const { application } = given;
  const { lang } = application;
  const isUnsigned = lacked === 'unsigned';
  const why = words.ended.why[isUnsigned ? 'agreement' : 'documents'];
  return applicantMail(
    given,
    words.ended,
    words.toStatus,
    <>
      <Paragraph>{why[lang]}</Paragraph>
      <Ref application={application} />
      {(isUnsigned ? [] : lacked).map(({ document, state, returned }) => (
        <>
          <Facts facts={[{ term: document.label[lang], value: words.ended.states[state][lang] }]} />
          <WhyReturned {...{ returned, lang }} />
        </>
      ))}
      <Paragraph>{words.ended.text[lang]}</Paragraph>
    </>,
  );
}

/** When a space is allotted, and on the first day: where it is, and how long. */
export function hasSpaceMail(
  given: ApplicantMail,
  says: 'allotted' | 'begun',
  { residency, space }: { readonly residency: Residency; readonly space: Space | undefined },
): RenderedMail {
  const { application } = given;
  const { lang } = application;
  const { from, to } = firstOf(residency);
  return applicantMail(
    given,
    words[says],
    words[says === 'allotted' ? 'toList' : 'toResidency'],
    <>
      <Paragraph>{words[says].text[lang]}</Paragraph>
      <Ref application={application} />
      <Facts
        facts={[
          ...(space === undefined ? [] : [{ term: words.space[lang], value: spaceText(space) }]),
          { term: words.term[lang], value: `${formatDate(from, lang)} – ${formatDate(to, lang)}` },
        ]}
      />
    </>,
  );
}

import { type ApplicantMail, applicantMail, Ref } from '../../applications/mails/applicant-frame.tsx';
import type { Person } from '../../people/person.ts';
import type { Residency } from '../../residencies/residency.ts';
import { quarterText } from '../../residency-rules/quarter-text.ts';
import type { Round } from '../../rounds/round.ts';
import { Facts, Paragraph } from '../../shared/mail/components.tsx';
import { ContactFooter } from '../../shared/mail/contact-footer.tsx';
import { framedMail } from '../../shared/mail/framed-mail.tsx';
import type { RenderedMail } from '../../shared/mail/render.tsx';
import { dueInSubject, formatInstant } from '../../shared/time.ts';
import { isLate, quarterIn, type ReportEvent } from '../report.ts';
import { reportWords } from '../words.ts';
import { reportMailWords as words } from './texts.ts';

/** That a report is to be sent: asked for, reminded of, or late. */
export function reportMail(given: ApplicantMail, event: ReportEvent, why: 'asked' | 'reminder'): RenderedMail {
  const { lang } = given.application;
  const { dueAt } = event.report;
  const quarter = quarterText(quarterIn(event));
  const says = words[isLate(event.report, given.now) ? 'overdue' : why];
  return applicantMail(
    given,
    { subject: says.subject(quarter, dueInSubject(dueAt)), preheader: says.preheader, private: words.private },
    words.open,
    <>
      <Paragraph>{says.text[lang]}</Paragraph>
      <Ref application={given.application} />
      <Facts
        facts={[
          { term: reportWords.quarter[lang], value: quarter[lang] },
          { term: reportWords.due[lang], value: formatInstant(dueAt, lang) },
        ]}
      />
    </>,
  );
}

/** That a report is there, or its correction. Its figures are on the page only. */
export function reportSentMail(given: ApplicantMail, event: ReportEvent, version: number): RenderedMail {
  const { lang } = given.application;
  const quarter = quarterText(quarterIn(event));
  const says = words[version > 1 ? 'corrected' : 'sent'];
  const sent = event.report.versions.find(({ number }) => number === version);
  const late = version === 1 && sent && isLate(event.report, sent.sentAt) ? ` (${reportWords.late[lang]})` : '';
  return applicantMail(
    given,
    { subject: says.subject(quarter), preheader: says.preheader, private: words.sent.private },
    words.sent.open,
    <>
      <Paragraph>{says.text[lang]}</Paragraph>
      <Ref application={given.application} />
      <Facts
        facts={[
          { term: reportWords.quarter[lang], value: quarter[lang] },
          ...(sent ? [{ term: reportWords.sentAt[lang], value: `${formatInstant(sent.sentAt, lang)}${late}` }] : []),
        ]}
      />
    </>,
  );
}

/** Tells the lab manager of a report that is late. */
export function lateReportMail(
  { lang }: Pick<Person, 'lang'>,
  about: {
    readonly event: ReportEvent;
    readonly residency: Residency;
    readonly round: Round;
    readonly link: string;
  },
): RenderedMail {
  const { event, residency, round, link } = about;
  const quarter = quarterText(quarterIn(event));
  return framedMail(
    {
      lang,
      subject: words.late.subject(residency.startup.name, quarter, dueInSubject(event.report.dueAt))[lang],
      preheader: words.late.preheader[lang],
      button: { href: link, label: words.late.open[lang] },
      footer: <ContactFooter of={round} lang={lang} />,
    },
    <>
      <Paragraph>{words.late.text[lang]}</Paragraph>
      <Facts
        facts={[
          { term: reportWords.startup[lang], value: `${residency.startup.name} (${residency.id})` },
          { term: reportWords.quarter[lang], value: quarter[lang] },
          { term: reportWords.due[lang], value: formatInstant(event.report.dueAt, lang) },
        ]}
      />
    </>,
  );
}

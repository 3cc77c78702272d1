import type { Person } from '../../people/person.ts';
import { requestMailWords } from '../../requests/mails/texts.ts';
import type { Round } from '../../rounds/round.ts';
import { numberText, type Text } from '../../shared/i18n.ts';
import { type Fact, Facts, Paragraph } from '../../shared/mail/components.tsx';
import { ContactFooter } from '../../shared/mail/contact-footer.tsx';
import { framedMail } from '../../shared/mail/framed-mail.tsx';
import type { RenderedMail } from '../../shared/mail/render.tsx';
import { dueInSubject, formatInstant, type Instant } from '../../shared/time.ts';
import { reviewCount, screeningMailWords } from './texts.ts';

/** What a mail to a reviewer says: numbers and a link, and nothing of any applicant. */
export interface ReviewMail {
  readonly person: Person;
  readonly round: Round;
  readonly link: string;
  /** Where all that waits for them is found, besides. */
  readonly desk: string;
  /** The earliest due time of what is open. */
  readonly dueAt: Instant;
}

function reviewMail(
  given: ReviewMail,
  text: typeof screeningMailWords.assigned | typeof screeningMailWords.added | typeof screeningMailWords.reminder,
  count: Text,
  facts: readonly Fact[],
): RenderedMail {
  const { round, link, desk, dueAt } = given;
  const { lang } = given.person;
  return framedMail(
    {
      lang,
      subject: text.subject(dueInSubject(dueAt), count)[lang],
      footer: <ContactFooter of={round} lang={lang} />,
      preheader: screeningMailWords.preheader[lang],
      button: { href: link, label: screeningMailWords.open[lang] },
      small: screeningMailWords.private[lang],
    },
    <>
      <Paragraph>{text.lead[lang]}</Paragraph>
      <Facts
        facts={[
          { term: screeningMailWords.round[lang], value: round.title[lang] },
          ...facts,
          { term: screeningMailWords.due[lang], value: formatInstant(dueAt, lang) },
        ]}
      />
      <Paragraph>{requestMailWords.desk(desk)[lang]}</Paragraph>
    </>,
  );
}

/** All reviews of a round that somebody has been given, in one mail. */
export const assignedMail = (given: ReviewMail, open: number): RenderedMail =>
  reviewMail(given, screeningMailWords.assigned, reviewCount(open), [
    { term: screeningMailWords.count[given.person.lang], value: reviewCount(open)[given.person.lang] },
  ]);

/** One more review, by the number that it has on the reviewer's list. */
export const addedMail = (given: ReviewMail, label: number): RenderedMail =>
  reviewMail(given, screeningMailWords.added, reviewCount(1), [
    { term: screeningMailWords.application[given.person.lang], value: numberText(label)[given.person.lang] },
  ]);

/** All that is still open, in one mail. */
export const reminderMail = (given: ReviewMail, open: number, of: number): RenderedMail => {
  const { lang } = given.person;
  return reviewMail(given, screeningMailWords.reminder, reviewCount(open), [
    { term: screeningMailWords.count[lang], value: reviewCount(of)[lang] },
    { term: screeningMailWords.left[lang], value: reviewCount(open)[lang] },
  ]);
};

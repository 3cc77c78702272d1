import type { Person } from '../../people/person.ts';
import type { Round } from '../../rounds/round.ts';
import { type Fact, Facts, Paragraph } from '../../shared/mail/components.tsx';
import { framedMail } from '../../shared/mail/framed-mail.tsx';
import type { RenderedMail } from '../../shared/mail/render.tsx';
import { formatInstant, type Instant } from '../../shared/time.ts';
import { reviewCount, texts } from './texts.ts';

/** What a mail to a reviewer says: numbers and a link, and nothing of any applicant. */
export interface ReviewMail {
  readonly person: Person;
  readonly round: Round;
  readonly link: string;
  /** The earliest due time of what is open. */
  readonly dueAt: Instant;
}

function reviewMail(
  given: ReviewMail,
  text: typeof texts.assigned | typeof texts.added | typeof texts.reminder,
  facts: readonly Fact[],
): RenderedMail {
  const { round, link, dueAt } = given;
  const { lang } = given.person;
  return framedMail(
    {
      lang,
      subject: text.subject[lang],
      preheader: texts.preheader[lang],
      button: { href: link, label: texts.open[lang] },
      small: texts.private[lang],
    },
    <>
      <Paragraph>{text.lead[lang]}</Paragraph>
      <Facts
        facts={[
          { term: texts.round[lang], value: round.title[lang] },
          ...facts,
          { term: texts.due[lang], value: formatInstant(dueAt, lang) },
        ]}
      />
    </>,
  );
}

/** All reviews of a round that somebody has been given, in one mail. */
export const assignedMail = (given: ReviewMail, open: number): RenderedMail =>
  reviewMail(given, texts.assigned, [
    { term: texts.count[given.person.lang], value: reviewCount(open)[given.person.lang] },
  ]);

/** One more review, by the number that it has on the reviewer's list. */
export const addedMail = (given: ReviewMail, label: number): RenderedMail =>
  reviewMail(given, texts.added, [{ term: texts.application[given.person.lang], value: String(label) }]);

/** All that is still open, in one mail. */
export const reminderMail = (given: ReviewMail, open: number, of: number): RenderedMail => {
  const { lang } = given.person;
  return reviewMail(given, texts.reminder, [
    { term: texts.count[lang], value: reviewCount(of)[lang] },
    { term: texts.left[lang], value: reviewCount(open)[lang] },
  ]);
};

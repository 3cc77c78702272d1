import type { ExtraChange, WageClaim } from '../../claim-rules/claim.ts';
import { taughtLessons, totalsOf } from '../../claim-rules/claim-sums.ts';
import { leftToRepay, type OpenCorrection } from '../../claim-rules/correction.ts';
import type { PersonRequest } from '../../requests/request.ts';
import type { Round } from '../../rounds/round.ts';
import type { Lang, Text } from '../../shared/i18n.ts';
import { type Fact, Facts, Paragraph, Quote } from '../../shared/mail/components.tsx';
import { ContactFooter } from '../../shared/mail/contact-footer.tsx';
import { framedMail } from '../../shared/mail/framed-mail.tsx';
import type { RenderedMail } from '../../shared/mail/render.tsx';
import { formatWon } from '../../shared/text/won.ts';
import { dateText, dueInSubject, formatDate, formatInstant, type LocalDate } from '../../shared/time.ts';
import { extraChangeText } from '../pages/case-texts.ts';
import { monthText, stateWords } from '../pages/claim-texts.ts';
import { lessonCount, claimMailWords as words } from './texts.ts';

/** What every mail to a lecturer about a claim is made of. */
export interface ClaimMail {
  readonly claim: WageClaim;
  readonly round: Round;
  readonly lang: Lang;
}

function factsOf({ claim, round, lang }: ClaimMail): Fact[] {
  const { gross, incomeTax, localTax, paid } = totalsOf(claim);
  return [
    { term: words.reference[lang], value: claim.id },
    { term: words.month[lang], value: monthText(claim.month)[lang] },
    { term: words.course[lang], value: round.title[lang] },
    { term: words.lessons[lang], value: lessonCount(taughtLessons(claim).length)[lang] },
    { term: words.gross[lang], value: formatWon(gross)[lang] },
    { term: words.tax[lang], value: formatWon(incomeTax + localTax)[lang] },
    { term: words.paid[lang], value: formatWon(paid)[lang] },
    { term: words.payDate[lang], value: formatDate(claim.promisedPayDate, lang) },
  ];
}

const frame = ({ round, lang }: ClaimMail, subject: Text, preheader: Text) => ({
  lang,
  subject: subject[lang],
  preheader: preheader[lang],
  footer: <ContactFooter of={round} lang={lang} />,
});

const Example = ({ claim, lang }: ClaimMail) =>
  claim.calculation.example ? <Paragraph>{words.example[lang]}</Paragraph> : null;

/** Asks for the lessons, first, again with a question, or as a reminder. */
export function askedMail(
  given: ClaimMail,
  request: PersonRequest,
  why: 'asked' | 'reminder',
  link: string,
): RenderedMail {
  const { claim, lang } = given;
  const isAgain = request.question !== undefined;
  const subject = why === 'reminder' ? words.reminder : isAgain ? words.askedAgain : words.asked;
  const lead = isAgain ? words.askedAgainLead : words.askedLead;
  return framedMail(
    {
      ...frame(given, subject(monthText(claim.month), dueInSubject(request.dueAt)), lead),
      button: { href: link, label: words.open[lang] },
      small: words.private[lang],
    },
    <>
      <Paragraph>{lead[lang]}</Paragraph>
      {request.question && <Quote>{request.question.text}</Quote>}
      <Facts facts={[{ term: words.answerBy[lang], value: formatInstant(request.dueAt, lang) }, ...factsOf(given)]} />
      <Paragraph>{words.withoutAnswer[lang]}</Paragraph>
      <Example {...given} />
    </>,
  );
}

/** What became of a claim, in a sentence or two. */
export function toldMail(given: ClaimMail, what: 'unanswered' | 'approved' | 'refused'): RenderedMail {
  const { claim, lang } = given;
  const month = monthText(claim.month);
  const subject = what === 'approved' ? words.approved(month, dateText(claim.promisedPayDate)) : words[what](month);
  const text = words[`${what}Text`];
  return framedMail(
    frame(given, subject, text),
    <>
      <Paragraph>{text[lang]}</Paragraph>
      {what === 'refused' && claim.refusal && <Quote>{claim.refusal}</Quote>}
      <Facts facts={factsOf(given)} />
      <Example {...given} />
    </>,
  );
}

/** What was changed of manuscript and travel since the lecturer answered, each with its reason. */
export function extrasMail(given: ClaimMail, changes: readonly ExtraChange[]): RenderedMail {
  const { claim, lang } = given;
  return framedMail(
    frame(given, words.extras(monthText(claim.month)), words.extrasText),
    <>
      <Paragraph>{words.extrasText[lang]}</Paragraph>
      {changes.map((change) => (
        <>
          <Paragraph>{extraChangeText(change)[lang]}</Paragraph>
          <Quote>{change.reason}</Quote>
        </>
      ))}
      <Facts facts={factsOf(given)} />
      <Example {...given} />
    </>,
  );
}

/** Why the promised day has passed, and who has the claim. */
export function lateMail(given: ClaimMail): RenderedMail {
  const { claim, lang } = given;
  const isWithLecturer = claim.state === 'ASKED' || claim.state === 'RETURNED' || claim.state === 'DRAFTED';
  const why = claim.held ? words.onHold : stateWords[claim.state];
  return framedMail(
    frame(given, words.late(monthText(claim.month)), words.lateText),
    <>
      <Paragraph>{words.lateText[lang]}</Paragraph>
      <Facts
        facts={[
          { term: words.state[lang], value: why[lang] },
          { term: words.withWhom[lang], value: (isWithLecturer && !claim.held ? words.you : words.our)[lang] },
          ...factsOf(given),
        ]}
      />
      <Example {...given} />
    </>,
  );
}

/** Asks back what was paid too much, with gross, tax, net and the day, first or as a reminder. */
export function repaymentMail(
  given: ClaimMail,
  correction: OpenCorrection,
  repayBy: LocalDate,
  why: 'asked' | 'due' | 'overdue',
): RenderedMail {
  const { claim, lang } = given;
  const { gross, incomeTax, localTax, paid, reason, repayments } = correction;
  const { subject, lead } = {
    asked: { subject: words.repayment, lead: words.repaymentText },
    due: { subject: words.repaymentDue, lead: words.repaymentDueText },
    overdue: { subject: words.repaymentOverdue, lead: words.repaymentOverdueText },
  }[why];
  return framedMail(
    frame(given, subject(monthText(claim.month), dateText(repayBy)), lead),
    <>
      <Paragraph>{lead[lang]}</Paragraph>
      <Quote>{reason}</Quote>
      <Facts
        facts={[
          { term: words.reference[lang], value: claim.id },
          { term: words.month[lang], value: monthText(claim.month)[lang] },
          { term: words.gross[lang], value: formatWon(-gross)[lang] },
          { term: words.tax[lang], value: formatWon(-incomeTax - localTax)[lang] },
          { term: words.net[lang], value: formatWon(-paid)[lang] },
          ...(repayments.length > 0
            ? [{ term: words.leftToRepay[lang], value: formatWon(leftToRepay(correction))[lang] }]
            : []),
          { term: words.repayBy[lang], value: formatDate(repayBy, lang) },
        ]}
      />
      <Example {...given} />
    </>,
  );
}

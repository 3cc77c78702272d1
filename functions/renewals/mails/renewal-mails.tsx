import { type ApplicantMail, applicantMail } from '../../applications/mails/applicant-frame.tsx';
import { firstOf, type Residency } from '../../residencies/residency.ts';
import type { Round } from '../../rounds/round.ts';
import { Facts, Paragraph, Reference } from '../../shared/mail/components.tsx';
import type { RenderedMail } from '../../shared/mail/render.tsx';
import { dueInSubject, formatDate, formatEnd } from '../../shared/time.ts';
import { invitationOf } from '../invited.ts';
import { renewalWords } from '../words.ts';
import { renewalMailWords as words } from './texts.ts';

/** A mail about staying on: the frame is that of the startup's application, the round is the one that asks. */
export interface RenewalMail {
  readonly given: ApplicantMail;
  readonly residency: Residency;
  readonly round: Round;
}

function factsOf({ given, residency, round }: RenewalMail, all: boolean) {
  const { lang } = given.application;
  const last = residency.contracts.at(-1) ?? firstOf(residency);
  const asked = round.renews && invitationOf(round.renews, residency);
  return [
    { term: renewalWords.ends[lang], value: formatDate(last.to, lang) },
    ...(all && asked?.kind === 'invited'
      ? [
          {
            term: renewalWords.next[lang],
            value: `${formatDate(asked.next.days.from, lang)} – ${formatDate(asked.next.days.to, lang)}`,
          },
        ]
      : []),
    ...(all
      ? [
          { term: renewalWords.closes[lang], value: formatEnd(round.closesAt, lang) },
          { term: renewalWords.results[lang], value: formatDate(round.resultsOn, lang) },
        ]
      : []),
  ];
}

const body = (mail: RenewalMail, text: string, all: boolean) => (
  <>
    <Paragraph>{text}</Paragraph>
    <Reference
      label={renewalWords.residency[mail.given.application.lang]}
      value={`${mail.residency.startup.name} · ${mail.residency.id}`}
    />
    <Facts facts={factsOf(mail, all)} />
  </>
);

/** Asks a startup whether it applies to stay, or reminds it. */
export function invitedMail(mail: RenewalMail, why: 'invited' | 'reminder'): RenderedMail {
  const says = words[why];
  const { lang } = mail.given.application;
  return applicantMail(
    mail.given,
    {
      subject: says.subject(dueInSubject(mail.round.closesAt)),
      preheader: says.preheader,
      private: words.private,
    },
    words.toPage,
    body(mail, says.text[lang], true),
  );
}

/** Tells a startup that its contract ends as it is: it said so, or did not apply. */
export const endsMail = (mail: RenewalMail, why: 'declined' | 'lapsed'): RenderedMail =>
  applicantMail(
    mail.given,
    { ...words[why], private: words.privateEnd },
    words.toRound,
    body(mail, words[why].text[mail.given.application.lang], false),
  );

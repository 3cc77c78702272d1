import { type ApplicantMail, applicantMail } from '../../applications/mails/applicant-frame.tsx';
import type { Residency } from '../../residencies/residency.ts';
import type { Round } from '../../rounds/round.ts';
import { type Fact, Facts, Paragraph, Reference } from '../../shared/mail/components.tsx';
import type { RenderedMail } from '../../shared/mail/render.tsx';
import { dueInSubject } from '../../shared/time.ts';
import { endFact, invitationFacts } from '../invitation-facts.ts';
import { renewalWords } from '../words.ts';
import { renewalMailWords as words } from './texts.ts';

/** A mail about staying on: the frame is that of the startup's application, the round is the one that asks. */
export interface RenewalMail {
  readonly given: ApplicantMail;
  readonly residency: Residency;
  readonly round: Round;
}

const body = (mail: RenewalMail, text: string, facts: readonly Fact[]) => (
  <>
    <Paragraph>{text}</Paragraph>
    <Reference
      label={renewalWords.residency[mail.given.application.lang]}
      value={`${mail.residency.startup.name} · ${mail.residency.id}`}
    />
    <Facts facts={facts} />
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
    body(mail, says.text[lang], invitationFacts(mail.residency, mail.round, lang)),
  );
}

/** Tells a startup that its contract ends as it is: it said so, or did not apply. */
export function endsMail(mail: RenewalMail, why: 'declined' | 'lapsed'): RenderedMail {
  const { lang } = mail.given.application;
  return applicantMail(
    mail.given,
    { ...words[why], private: words.privateEnd },
    words.toRound,
    body(mail, words[why].text[lang], [endFact(mail.residency, lang)]),
  );
}

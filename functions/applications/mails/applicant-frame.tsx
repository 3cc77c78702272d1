import type { ComponentChildren } from 'preact';
import { until } from '../../rounds/pages/start.tsx';
import type { Round } from '../../rounds/round.ts';
import type { Text } from '../../shared/i18n.ts';
import { Heading, List, Paragraph, Quote, Reference } from '../../shared/mail/components.tsx';
import { ContactFooter } from '../../shared/mail/contact-footer.tsx';
import { framedMail } from '../../shared/mail/framed-mail.tsx';
import type { RenderedMail } from '../../shared/mail/render.tsx';
import type { Instant } from '../../shared/time.ts';
import type { Application } from '../application.ts';
import { mailsGoToOffice } from '../identity.ts';
import { nextSteps } from '../pages/status-texts.ts';
import { applicationMailWords } from './texts.ts';

/** What every mail to an applicant is made of. */
export interface ApplicantMail {
  readonly application: Application;
  /** As it is now: its times and contacts. */
  readonly round: Round;
  /** As it was when the application was sent: its rules and consents. */
  readonly made: Round;
  /** The address of the application, or of the request for mails that ask something. */
  readonly link: string;
  readonly now: Instant;
}

/** The frame of every mail to an applicant: what it says, one button, whom to ask. */
export function applicantMail(
  { application, round, link }: ApplicantMail,
  text: { readonly subject: Text; readonly preheader: Text; readonly private?: Text },
  button: Text,
  children: ComponentChildren,
): RenderedMail {
  const { lang } = application;
  return framedMail(
    {
      lang,
      subject: text.subject[lang],
      preheader: text.preheader[lang],
      button: { href: link, label: button[lang] },
      small: (text.private ?? applicationMailWords.private)[lang],
      footer: <ContactFooter of={round} lang={lang} privacy={new URL('/privacy', link).href} />,
    },
    <>
      {mailsGoToOffice(application) && (
        <>
          <Heading>{applicationMailWords.passOn[lang]}</Heading>
          <Paragraph>{applicationMailWords.passOnText[lang]}</Paragraph>
          <Quote>{application.help?.reach}</Quote>
        </>
      )}
      {children}
    </>,
  );
}

/** What is still to come, by the round's own calendar; if nothing is, how it ended. */
export const Next = ({ application, round, now }: ApplicantMail) => {
  const { lang } = application;
  const steps = nextSteps(application, round, undefined, now);
  const ahead = steps.filter((step) => step.state !== 'done');
  return (
    <>
      <Heading>{applicationMailWords.next[lang]}</Heading>
      <List
        items={(ahead.length > 0 ? ahead : steps.slice(-1)).map((step) => {
          const { title, text, on } = step;
          const what = `${on ? `${on[lang]}: ` : ''}${title[lang]}`;
          return `${what}${step.until ? ` · ${until(step.until, lang)}` : ''}${text ? `: ${text[lang]}` : ''}`;
        })}
      />
    </>
  );
};

export const Ref = ({ application }: { application: Application }) => (
  <Reference label={applicationMailWords.reference[application.lang]} value={application.reference} />
);
